#pragma once
#include <array>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/domain/limit.h"
#include "core/domain/work_calendar.h"

namespace yc::domain {

/// How a jurisdiction counts; part of its policy.
struct CountingRules {
    bool count_start_day = false;  ///< default: the day of the start is not counted (民事诉讼法 §85)
    OfficeHours hours;
    friend bool operator==(const CountingRules&, const CountingRules&) = default;
};

/// Days that do not count because the clock stood still (special procedure, 行政许可法 §45), both ends
/// included.
struct DaySpan {
    base::Date from{};
    base::Date to{};
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Why a day counts or does not. `calendar_day` counts in a limit of calendar days; `rolled` is a day off on
/// which such a limit would have ended, so that it ends on the next working day.
enum class DayReason {
    start_day,
    workday,
    swapped_workday,
    weekend,
    holiday,
    statutory,
    paused,
    calendar_day,
    rolled,
};
constexpr auto names_of(DayReason) {
    using enum DayReason;
    return std::to_array<base::EnumName<DayReason>>({{start_day, "start_day"},
                                                     {workday, "workday"},
                                                     {swapped_workday, "swapped_workday"},
                                                     {weekend, "weekend"},
                                                     {holiday, "holiday"},
                                                     {statutory, "statutory"},
                                                     {paused, "paused"},
                                                     {calendar_day, "calendar_day"},
                                                     {rolled, "rolled"}});
}

/// The reason that a kind of day alone gives.
[[nodiscard]] DayReason reason_of(DayKind kind);

/// One line of the explanation that a clerk can read to an applicant.
struct CountedDay {
    base::Date date{};
    bool counted = false;
    int number = 0;  ///< the how-manieth counted day this is; 0 when not counted
    DayReason reason = DayReason::workday;
    std::optional<Festival> festival;
    bool provisional = false;  ///< no notice is known for this day's year
    friend bool operator==(const CountedDay&, const CountedDay&) = default;
};

/// When a limit ends, and day by day why.
struct Deadline {
    base::Date from{};
    base::Date due{};
    base::Instant due_at{};        ///< end of office hours on `due`
    bool provisional = false;      ///< some day on the way lies in a year without a notice
    std::vector<CountedDay> days;  ///< from the start day to the due day, without gaps
};

/// The years for which festivals are known, so that a deadline can be trusted; elsewhere only the festivals
/// with a fixed date are days off.
inline constexpr int kFirstCountedYear = 2000;
inline constexpr int kLastCountedYear = 2100;

/// The end of `limit` that starts on `from`. Working days: the Nth working day that is not paused. Calendar
/// days: the Nth day, rolled to the next working day. Amount 0 (on the spot): the end of the same day, or of
/// the next working day when the start is a day off. `limit.amount` is 0 to 3660.
[[nodiscard]] Deadline deadline_of(Limit limit, base::Date from, const WorkCalendar& calendar,
                                   const CountingRules& rules = {}, const std::vector<DaySpan>& paused = {});
/// The same for a moment: the day in China time on which it lies.
[[nodiscard]] Deadline deadline_of(Limit limit, base::Instant start, const WorkCalendar& calendar,
                                   const CountingRules& rules = {}, const std::vector<DaySpan>& paused = {});

}  // namespace yc::domain
