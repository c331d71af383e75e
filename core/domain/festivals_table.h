#pragma once
#include <array>

namespace yc::domain {

/// The first of the festivals table; the last is 2100.
inline constexpr int kFirstFestivalYear = 2000;

/// The days of a year's moving festivals as month × 100 + day.
struct MovingFestivals {
    int spring_festival;  ///< 正月初一
    int qingming;
    int dragon_boat;  ///< 五月初五
    int mid_autumn;   ///< 八月十五
};

extern const std::array<MovingFestivals, 101> kMovingFestivals;

}  // namespace yc::domain
