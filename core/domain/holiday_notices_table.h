#pragma once
#include <array>
#include <string_view>

namespace yc::domain {

/// A yearly notice as it is built in; days are YYYYMMDD separated by spaces.
struct PackedNotice {
    int year;
    std::string_view source;
    std::string_view off;
    std::string_view working;
};

extern const std::array<PackedNotice, 20> kHolidayNotices;

}  // namespace yc::domain
