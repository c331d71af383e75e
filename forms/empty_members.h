#pragma once
#include <nlohmann/json_fwd.hpp>

namespace yc::forms {

/// Whether a value means what an absent member means: null, an empty text, list or object.
[[nodiscard]] bool says_nothing(const nlohmann::json& value);
/// Drops the members that say nothing, or nothing but that, at any depth; elements of lists stay.
void drop_empty(nlohmann::json& value);

}  // namespace yc::forms
