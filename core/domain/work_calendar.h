#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"

namespace yc::domain {

/// What a day is for offices. `holiday` is off by a State Council notice; `statutory` is off by the Holidays
/// Measures (全国年节及纪念日放假办法) in a year whose notice is not known here.
enum class DayKind { workday, swapped_workday, weekend, holiday, statutory };
constexpr auto names_of(DayKind) {
    using enum DayKind;
    return std::to_array<base::EnumName<DayKind>>({{workday, "workday"},
                                                   {swapped_workday, "swapped_workday"},
                                                   {weekend, "weekend"},
                                                   {holiday, "holiday"},
                                                   {statutory, "statutory"}});
}

/// The festivals on which all citizens are off.
enum class Festival {
    new_year,
    spring_festival,
    qingming,
    labour_day,
    dragon_boat,
    mid_autumn,
    national_day
};
constexpr auto names_of(Festival) {
    using enum Festival;
    return std::to_array<base::EnumName<Festival>>({{new_year, "new_year"},
                                                    {spring_festival, "spring_festival"},
                                                    {qingming, "qingming"},
                                                    {labour_day, "labour_day"},
                                                    {dragon_boat, "dragon_boat"},
                                                    {mid_autumn, "mid_autumn"},
                                                    {national_day, "national_day"}});
}

/// When a hall is open on a working day, China time.
struct OfficeHours {
    base::TimeOfDay opens{9 * 60};
    base::TimeOfDay lunch_from{12 * 60};
    base::TimeOfDay lunch_to{13 * 60};
    base::TimeOfDay closes{17 * 60};
    friend bool operator==(const OfficeHours&, const OfficeHours&) = default;
};

/// What one yearly notice of the State Council's General Office says. The days may lie in the year before.
struct HolidayNotice {
    int year = 0;
    std::string source;               ///< where the notice is published
    std::vector<base::Date> off;      ///< all days off, weekends inside included
    std::vector<base::Date> working;  ///< 调休: weekend days that are worked
};

/// Which days offices work (行政许可法 §82: limits are working days, statutory holidays excluded).
///
/// A year with a notice follows it to the day. A year without one (a future year before about November of the
/// year before) has its weekends and the dates that the Holidays Measures fix, and every result that rests on
/// it is provisional: neither the swapped workdays nor the make-up days are known yet. Immutable; safe from
/// any thread.
class WorkCalendar {
  public:
    explicit WorkCalendar(std::vector<HolidayNotice> notices);
    /// The notices built into the program: 2007 to last_notice_year().
    [[nodiscard]] static const WorkCalendar& national();

    [[nodiscard]] DayKind kind_of(base::Date date) const;
    /// The festival a day off belongs to; empty for workdays, ordinary weekends and one-time days off
    /// (2015-09-03).
    [[nodiscard]] std::optional<Festival> festival_of(base::Date date) const;
    [[nodiscard]] bool is_working_day(base::Date date) const;
    /// Whether no notice covers this day's year.
    [[nodiscard]] bool is_provisional(base::Date date) const {
        return !notices_.contains(static_cast<int>(date.year()));
    }

    /// `date` itself when it is a working day, else the next one.
    [[nodiscard]] base::Date working_day_from(base::Date date) const;
    /// The Nth working day after `from`, or N = 0: working_day_from(from). With `count_start_day` a working
    /// `from` is day 1. `days` ≥ 0.
    [[nodiscard]] base::Date add_working_days(base::Date from, int days, bool count_start_day = false) const;
    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    [[nodiscard]] int working_days_between(base::Date from, base::Date to) const;

    [[nodiscard]] int first_notice_year() const { return notices_.empty() ? 0 : notices_.begin()->first; }
    [[nodiscard]] int last_notice_year() const { return notices_.empty() ? 0 : notices_.rbegin()->first; }
    /// Where the notice of a year was published; empty when there is none.
    [[nodiscard]] std::string source_of(int year) const;

  private:
    std::map<int, std::string> notices_;     ///< year → source
    std::map<base::Date, bool> exceptions_;  ///< day named by a notice → worked
};

/// The festival whose statutory days (Holidays Measures in the text valid in that year: 1999, 2007, 2013 and
/// 2024) hold this date. The lunar ones and 清明 are known from 2000 to 2100 (GB/T 33661-2017).
[[nodiscard]] std::optional<Festival> statutory_festival(base::Date date);

}  // namespace yc::domain
