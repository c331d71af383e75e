#pragma once
#include <string>
#include <vector>

#include "forms/expression.h"

namespace yc::forms {

/// What one part of an expression is.
enum class NodeKind {
    constant,
    name,
    negate,
    not_,
    and_,
    or_,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    plus,
    minus,
    times,
    divide,
    call,
};

struct Expression::Node {
    NodeKind kind = NodeKind::constant;
    Value value;                   ///< constant
    std::string name;              ///< name: the field; call: the function
    std::vector<size_t> children;  ///< places in the list of nodes, all smaller than its own
};

}  // namespace yc::forms
