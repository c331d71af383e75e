#pragma once
#include <array>

#include "core/base/enum_names.h"

namespace yc::domain {

enum class LimitUnit { working_day, calendar_day };

constexpr auto names_of(LimitUnit) {
    using enum LimitUnit;
    return std::to_array<base::EnumName<LimitUnit>>({{working_day, "working_day"}, {calendar_day, "calendar_day"}});
}

/// A time limit (法定办结时限, 承诺办结时限); amount 0 means on the spot (即办).
struct Limit {
    int amount = 0;
    LimitUnit unit = LimitUnit::working_day;
    friend bool operator==(const Limit&, const Limit&) = default;
};

}  // namespace yc::domain
