#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"
#include "forms/catalogue_bundle.h"

namespace yc::forms::lint {

enum class Severity { off, info, warning, error };
constexpr auto names_of(Severity) {
    using enum Severity;
    return std::to_array<base::EnumName<Severity>>(
        {{off, "off"}, {info, "info"}, {warning, "warning"}, {error, "error"}});
}

/// Something about an item that breaks a rule. What is wrong and how to mend it are the sentences
/// "lint.<rule>" and "lint.<rule>.mend" of localization, with `args`.
struct Finding {
    std::string rule;
    Severity severity = Severity::warning;
    std::string code;   ///< of the item
    std::string item;   ///< its name
    std::string field;  ///< as in the item's JSON: "promised", "materials.2.name"
    std::map<std::string, std::string> args;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A rule: what it rests on, and how much its breach counts unless a policy says otherwise.
struct Rule {
    std::string id;
    Severity severity;
    std::string source;  ///< law and article, standard, or the city's quality check
};
/// Every rule, in the order they are judged.
[[nodiscard]] const std::vector<Rule>& rules();

/// What counts how much in a district: severities by rule.
using Policy = std::map<std::string, Severity>;
/// Reads {"severities": {"promise_beyond_statutory": "error", …}}. Errors: wire.not_json, lint.policy {rule}
/// for a rule or severity that does not exist.
[[nodiscard]] base::Result<Policy> parse_policy(std::string_view json);

/// Judges the newest version of every item that is not cancelled, most severe first, then in the catalogue's
/// order. Items of a published list are judged by their names and codes only.
[[nodiscard]] std::vector<Finding> judge(const CatalogueBundle& bundle, const Policy& policy = {});

}  // namespace yc::forms::lint
