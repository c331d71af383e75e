#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::base {

/// A calendar day. Halls live in one time zone (UTC+8, no daylight saving since 1992), so a day needs no
/// zone.
using Date = std::chrono::year_month_day;
/// A moment, in UTC milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// Minutes since midnight, China time.
using TimeOfDay = std::chrono::minutes;

[[nodiscard]] Date make_date(int year, unsigned month, unsigned day);
[[nodiscard]] Date add_days(Date date, int days);
/// Days from `from` to `to`; negative if `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);
/// 0 = Sunday … 6 = Saturday.
[[nodiscard]] unsigned weekday_of(Date date);

/// "2026-11-22" ⇄ Date. Errors: date.invalid.
[[nodiscard]] Result<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(Date date);

/// The day and the time of day at a moment, in China time.
[[nodiscard]] Date date_of(Instant instant);
[[nodiscard]] TimeOfDay time_of_day(Instant instant);
/// The moment of a day and time of day in China time.
[[nodiscard]] Instant at(Date date, TimeOfDay time);

/// "2026-11-22T10:32:05.123+08:00" ⇄ Instant; parsing takes any offset, Z, and seconds without fraction.
/// Errors: time.invalid.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);
[[nodiscard]] std::string to_string(Instant instant);
/// "2026-11-22 10:32", as people read it.
[[nodiscard]] std::string to_minute_string(Instant instant);

}  // namespace yc::base
