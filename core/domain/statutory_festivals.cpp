#include <algorithm>

#include "core/domain/festivals_table.h"
#include "core/domain/work_calendar.h"

namespace yc::domain {
namespace {

/// What one text of the Holidays Measures (全国年节及纪念日放假办法) grants, from the year it took effect.
struct Measures {
    int from_year;
    int spring_first;  ///< first day off, counted from 正月初一
    int spring_days;
    int labour_days;
    bool traditional;  ///< 清明, 端午, 中秋
};
constexpr Measures kMeasures[] = {
    {2025, -1, 4, 2, true},  // State Council order 795
    {2014, 0, 3, 1, true},   // order 644
    {2008, -1, 3, 1, true},  // order 513
    {2000, 0, 3, 3, false},  // order 270
};

constexpr Measures measures_of(int year) {
    for (const auto& measures : kMeasures)
        if (year >= measures.from_year) return measures;
    return kMeasures[std::size(kMeasures) - 1];
}

bool within(base::Date date, base::Date first, int days) {
    const int offset = base::days_between(first, date);
    return offset >= 0 && offset < days;
}

std::optional<Festival> moving_festival(base::Date date, const Measures& measures) {
    const int year = static_cast<int>(date.year());
    const int index = year - kFirstFestivalYear;
    if (index < 0 || index >= static_cast<int>(kMovingFestivals.size())) return std::nullopt;
    const auto& days = kMovingFestivals[static_cast<size_t>(index)];
    const auto day = [year](int packed) {
        return base::make_date(year, static_cast<unsigned>(packed / 100),
                               static_cast<unsigned>(packed % 100));
    };
    if (within(date, base::add_days(day(days.spring_festival), measures.spring_first), measures.spring_days))
        return Festival::spring_festival;
    if (!measures.traditional) return std::nullopt;
    if (date == day(days.qingming)) return Festival::qingming;
    if (date == day(days.dragon_boat)) return Festival::dragon_boat;
    if (date == day(days.mid_autumn)) return Festival::mid_autumn;
    return std::nullopt;
}

}  // namespace

std::optional<Festival> statutory_festival(base::Date date) {
    const int year = static_cast<int>(date.year());
    const auto measures = measures_of(year);
    if (within(date, base::make_date(year, 1, 1), 1)) return Festival::new_year;
    if (within(date, base::make_date(year, 5, 1), measures.labour_days)) return Festival::labour_day;
    if (within(date, base::make_date(year, 10, 1), 3)) return Festival::national_day;
    return moving_festival(date, measures);
}

}  // namespace yc::domain
