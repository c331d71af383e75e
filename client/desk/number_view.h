#pragma once
#include <string_view>

#include "client/desk/intake_views.h"
#include "core/base/date.h"

namespace yc::client::desk {

/// Pure: a number as typed, with what is wrong about it and where. Half-typed numbers are not complained
/// about unless `finished` (the field was left, or a reader sent it).
[[nodiscard]] NumberView read_number(std::string_view typed, base::Date today, bool finished);

}  // namespace yc::client::desk
