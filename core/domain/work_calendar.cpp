#include "core/domain/work_calendar.h"

#include <algorithm>
#include <charconv>

#include "core/base/utf8.h"
#include "core/domain/holiday_notices_table.h"

namespace yc::domain {
namespace {

bool is_weekend(base::Date date) {
    const auto weekday = base::weekday_of(date);
    return weekday == 0 || weekday == 6;
}

std::vector<base::Date> unpack_days(std::string_view packed) {
    std::vector<base::Date> days;
    for (const auto& word : base::split(packed, ' ')) {
        int number = 0;
        std::from_chars(word.data(), word.data() + word.size(), number);
        days.push_back(base::make_date(number / 10000, static_cast<unsigned>(number / 100 % 100),
                                       static_cast<unsigned>(number % 100)));
    }
    return days;
}

WorkCalendar built_in() {
    std::vector<HolidayNotice> notices;
    for (const auto& packed : kHolidayNotices)
        notices.push_back(
            {packed.year, std::string(packed.source), unpack_days(packed.off), unpack_days(packed.working)});
    return WorkCalendar(std::move(notices));
}

}  // namespace

WorkCalendar::WorkCalendar(std::vector<HolidayNotice> notices) {
    for (auto& notice : notices) {
        notices_[notice.year] = std::move(notice.source);
        for (const auto day : notice.off) exceptions_[day] = false;
        for (const auto day : notice.working) exceptions_[day] = true;
    }
}

const WorkCalendar& WorkCalendar::national() {
    static const WorkCalendar calendar = built_in();
    return calendar;
}

DayKind WorkCalendar::kind_of(base::Date date) const {
    if (const auto found = exceptions_.find(date); found != exceptions_.end())
        return found->second ? DayKind::swapped_workday : DayKind::holiday;
    if (is_provisional(date) && statutory_festival(date)) return DayKind::statutory;
    return is_weekend(date) ? DayKind::weekend : DayKind::workday;
}

std::optional<Festival> WorkCalendar::festival_of(base::Date date) const {
    const auto kind = kind_of(date);
    if (kind == DayKind::statutory) return statutory_festival(date);
    if (kind != DayKind::holiday) return std::nullopt;
    // A notice names runs of days off; each belongs to the nearest statutory day of its run.
    bool before = true;
    bool after = true;
    for (int distance = 0; before || after; ++distance) {
        const auto earlier = base::add_days(date, -distance);
        const auto later = base::add_days(date, distance);
        before = before && !is_working_day(earlier);
        after = after && !is_working_day(later);
        if (before && statutory_festival(earlier)) return statutory_festival(earlier);
        if (after && statutory_festival(later)) return statutory_festival(later);
    }
    return std::nullopt;
}

bool WorkCalendar::is_working_day(base::Date date) const {
    const auto kind = kind_of(date);
    return kind == DayKind::workday || kind == DayKind::swapped_workday;
}

base::Date WorkCalendar::working_day_from(base::Date date) const {
    while (!is_working_day(date)) date = base::add_days(date, 1);
    return date;
}

base::Date WorkCalendar::add_working_days(base::Date from, int days, bool count_start_day) const {
    if (days <= 0) return working_day_from(from);
    if (count_start_day && is_working_day(from)) --days;
    auto date = from;
    while (days > 0) {
        date = base::add_days(date, 1);
        if (is_working_day(date)) --days;
    }
    return date;
}

int WorkCalendar::working_days_between(base::Date from, base::Date to) const {
    if (to < from) return -working_days_between(to, from);
    int count = 0;
    for (auto date = from; date < to;) {
        date = base::add_days(date, 1);
        if (is_working_day(date)) ++count;
    }
    return count;
}

std::string WorkCalendar::source_of(int year) const {
    const auto found = notices_.find(year);
    return found == notices_.end() ? std::string() : found->second;
}

}  // namespace yc::domain
