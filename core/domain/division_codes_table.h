#pragma once
#include <array>
#include <string_view>

namespace yc::domain {

/// One text a province: entries "450103+青秀区" joined by '|', in order of code; '+' in use, '-' once in use.
/// Names are those of their own level.
extern const std::array<std::string_view, 35> kDivisionTable;

}  // namespace yc::domain
