#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/policy.h"

namespace yc::wire {

/// The policy of a jurisdiction under the number that names it. 0: the defaults, no policy was ever set.
struct NumberedPolicy {
    int version = 0;
    domain::Policy policy;
    friend bool operator==(const NumberedPolicy&, const NumberedPolicy&) = default;
};

/// What becomes of a key nobody knows: a file is refused (a mistyped key must not be silently ignored), a
/// message of a newer hub is read without it.
enum class UnknownKeys { refuse, pass };

/// Every key, with the value in force (docs/administration.md says what each means).
[[nodiscard]] nlohmann::json policy_to_json(const NumberedPolicy& policy);
/// A key that is absent keeps its default. Errors: policy.unknown_key {key}, policy.bad_value {key, allowed},
/// policy.not_an_object.
[[nodiscard]] base::Result<NumberedPolicy> policy_from_json(const nlohmann::json& json, UnknownKeys unknown);

/// As a file for people: one key a line, in the order of docs/administration.md.
[[nodiscard]] std::string policy_to_file(const NumberedPolicy& policy);
/// Errors: policy.not_json {line}, and those of policy_from_json.
[[nodiscard]] base::Result<NumberedPolicy> policy_from_file(std::string_view text);

}  // namespace yc::wire
