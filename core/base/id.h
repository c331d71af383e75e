#pragma once
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace yc::base {

/// A new UUID version 7 (RFC 9562 §5.7), lower case with hyphens: sorts by `now`, random below the
/// millisecond.
[[nodiscard]] std::string new_uuid(Instant now);

/// Whether the text is a UUID in the form new_uuid writes.
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace yc::base
