#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::wire {

/// The text of a JSON value as it travels and is stored: UTF-8, no white space, members in alphabetical order
/// (so equal values give equal text). Malformed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_text(const nlohmann::json& json);

/// Parses text from outside. At most 64 levels deep. Errors: wire.not_json.
[[nodiscard]] base::Result<nlohmann::json> parse_text(std::string_view text);

}  // namespace yc::wire
