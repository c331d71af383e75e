#pragma once
#include <span>
#include <string_view>

#include "forms/expression_node.h"

namespace yc::forms {

/// A function of the expression language.
struct ExpressionFunction {
    std::string_view name;
    size_t least = 1;
    size_t most = 1;
    /// How its arguments are understood: worked out first, or the name of a column or table as it stands.
    NameUse takes = NameUse::value;
    Value (*of_values)(std::span<const Value> values, const Scope& scope) = nullptr;
    Value (*of_name)(const std::string& name, const Scope& scope) = nullptr;
};

/// nullptr if there is none of that name.
[[nodiscard]] const ExpressionFunction* expression_function(std::string_view name);

}  // namespace yc::forms
