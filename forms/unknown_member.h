#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace yc::forms {

/// The path ("sections.0.fields.2.hide_if") of the first member of `source` that `known`, the same value as
/// this program writes it, does not have: something that was read without being understood. Members without
/// content say nothing and are passed over.
[[nodiscard]] std::optional<std::string> unknown_member(const nlohmann::json& source,
                                                        const nlohmann::json& known);

}  // namespace yc::forms
