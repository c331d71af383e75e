#include "core/base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace yc::base {
namespace {

constexpr std::chrono::hours kChinaOffset{8};

/// Reads exactly `digits` decimal digits at `pos`, or -1.
int number_at(std::string_view text, size_t pos, size_t digits) {
    if (pos + digits > text.size()) return -1;
    int value = 0;
    for (size_t i = pos; i < pos + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// The offset from UTC written at the end of an ISO time ("Z", "+08:00", "+0800"), in minutes.
Result<std::chrono::minutes> parse_offset(std::string_view text) {
    if (text == "Z") return std::chrono::minutes{0};
    const bool colon = text.size() == 6 && text[3] == ':';
    if ((!colon && text.size() != 5) || (text[0] != '+' && text[0] != '-'))
        return fail("time.invalid", "offset");
    const int hours = number_at(text, 1, 2);
    const int minutes = number_at(text, colon ? 4 : 3, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return fail("time.invalid", "offset");
    const std::chrono::minutes offset{hours * 60 + minutes};
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

Date add_days(Date date, int days) {
    return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

unsigned weekday_of(Date date) {
    return std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding();
}

Result<Date> parse_date(std::string_view text) {
    const int year = number_at(text, 0, 4);
    const int month = number_at(text, 5, 2);
    const int day = number_at(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 0 || month < 0 || day < 0)
        return fail("date.invalid", "expected YYYY-MM-DD");
    const Date date = make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!date.ok()) return fail("date.invalid", "no such day");
    return date;
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date date_of(Instant instant) {
    return Date{std::chrono::floor<std::chrono::days>(instant + kChinaOffset)};
}

TimeOfDay time_of_day(Instant instant) {
    const auto local = instant + kChinaOffset;
    return std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

Instant at(Date date, TimeOfDay time) {
    return Instant{std::chrono::sys_days{date}.time_since_epoch()} + time - kChinaOffset;
}

Result<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return fail("time.invalid");
    YC_TRY(const Date date, parse_date(text.substr(0, 10)));
    const int hour = number_at(text, 11, 2);
    const int minute = number_at(text, 14, 2);
    const int second = number_at(text, 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return fail("time.invalid");
    size_t end = 19;
    int millis = 0;
    if (text[end] == '.') {
        int scale = 100;
        for (++end; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end, scale /= 10)
            millis += (text[end] - '0') * scale;
    }
    YC_TRY(const auto offset, parse_offset(text.substr(end)));
    return Instant{std::chrono::sys_days{date}.time_since_epoch()} + std::chrono::hours{hour} +
           std::chrono::minutes{minute} + std::chrono::seconds{second} + std::chrono::milliseconds{millis} -
           offset;
}

std::string to_string(Instant instant) {
    const auto local = instant + kChinaOffset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{local - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}+08:00", to_string(Date{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::string to_minute_string(Instant instant) {
    const auto minutes = time_of_day(instant).count();
    return fmt::format("{} {:02}:{:02}", to_string(date_of(instant)), minutes / 60, minutes % 60);
}

}  // namespace yc::base
