#pragma once
#include <optional>

#include "core/base/date.h"
#include "core/domain/case_event.h"

namespace yc::client::desk {

/// Pure: the last day a result given today is valid; nothing when it has no end.
[[nodiscard]] std::optional<base::Date> result_valid_until(const domain::ItemTerms& item, base::Date today);

}  // namespace yc::client::desk
