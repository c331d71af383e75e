#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/domain/item.h"
#include "forms/lint/lint.h"

namespace yc::forms::lint {

/// Takes a finding of the rule being judged: the field and the values of its sentence.
using Report = std::function<void(std::string field, std::map<std::string, std::string> args)>;

/// A rule that looks at one item.
struct ItemRule {
    Rule rule;
    void (*judge)(const domain::ServiceItem& item, const Report& report);
};

/// Rules of time and kind, of the guide, and of the materials.
[[nodiscard]] std::vector<ItemRule> limit_rules();
[[nodiscard]] std::vector<ItemRule> guide_rules();
[[nodiscard]] std::vector<ItemRule> material_rules();
/// Rules of the code; these judge list entries too.
[[nodiscard]] std::vector<ItemRule> code_rules();

}  // namespace yc::forms::lint
