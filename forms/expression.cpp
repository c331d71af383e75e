#include "forms/expression.h"

#include <algorithm>

#include "forms/expression_functions.h"

namespace yc::forms {

using base::Date;
using base::Decimal;

bool is_empty(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

bool is_true(const Value& value) {
    const auto* yes = std::get_if<bool>(&value);
    return yes && *yes;
}

std::string text_of(const Value& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
    if (const auto* number = std::get_if<Decimal>(&value)) return number->to_string();
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* date = std::get_if<Date>(&value)) return base::to_string(*date);
    return {};
}

namespace {

/// Comparisons of two values of one kind; of different kinds, or of nothing, they are all false.
bool compare(NodeKind kind, const Value& a, const Value& b) {
    if (is_empty(a) || is_empty(b) || a.index() != b.index()) return false;
    switch (kind) {
        case NodeKind::equal:
            return a == b;
        case NodeKind::unequal:
            return a != b;
        case NodeKind::less:
            return a < b;
        case NodeKind::less_equal:
            return a <= b;
        case NodeKind::greater:
            return a > b;
        default:
            return a >= b;
    }
}

Value calculate(NodeKind kind, const Value& a, const Value& b) {
    const auto *left = std::get_if<Decimal>(&a), *right = std::get_if<Decimal>(&b);
    if (!left || !right) return {};
    const auto result = kind == NodeKind::plus    ? left->plus(*right)
                        : kind == NodeKind::minus ? left->minus(*right)
                        : kind == NodeKind::times ? left->times(*right)
                                                  : left->divided_by(*right);
    return result ? Value(*result) : Value();
}

Value negated(const Value& value) {
    const auto* number = std::get_if<Decimal>(&value);
    return number ? Value(number->negated()) : Value();
}

using Nodes = std::vector<Expression::Node>;

Value call(const Expression::Node& node, const Nodes& nodes, const std::vector<Value>& values,
           const Scope& scope) {
    const auto* function = expression_function(node.name);
    if (function->takes != NameUse::value) return function->of_name(nodes[node.children[0]].name, scope);
    std::vector<Value> arguments;
    for (const auto child : node.children) arguments.push_back(values[child]);
    return function->of_values(arguments, scope);
}

Value value_of(const Expression::Node& node, const Nodes& nodes, const std::vector<Value>& values,
               const Scope& scope) {
    const auto child = [&](size_t place) -> const Value& { return values[node.children[place]]; };
    switch (node.kind) {
        case NodeKind::constant:
            return node.value;
        case NodeKind::name:
            return scope.field(node.name);
        case NodeKind::negate:
            return negated(child(0));
        case NodeKind::not_:
            return !is_true(child(0));
        case NodeKind::and_:
            return is_true(child(0)) && is_true(child(1));
        case NodeKind::or_:
            return is_true(child(0)) || is_true(child(1));
        case NodeKind::plus:
        case NodeKind::minus:
        case NodeKind::times:
        case NodeKind::divide:
            return calculate(node.kind, child(0), child(1));
        case NodeKind::call:
            return call(node, nodes, values, scope);
        default:
            return compare(node.kind, child(0), child(1));
    }
}

}  // namespace

std::set<std::pair<std::string, NameUse>> Expression::names() const {
    std::set<std::pair<std::string, NameUse>> names;
    if (!nodes_) return names;
    std::set<size_t> taken;  // by functions, which come after their arguments
    for (size_t i = nodes_->size(); i-- > 0;) {
        const auto& node = (*nodes_)[i];
        if (node.kind == NodeKind::name && !taken.contains(i)) names.emplace(node.name, NameUse::value);
        if (node.kind != NodeKind::call) continue;
        const auto use = expression_function(node.name)->takes;
        if (use == NameUse::value) continue;
        names.emplace((*nodes_)[node.children[0]].name, use);
        taken.insert(node.children[0]);
    }
    return names;
}

std::set<std::string> Expression::questions() const {
    std::set<std::string> questions;
    if (!nodes_) return questions;
    for (const auto& node : *nodes_) {
        if (node.kind != NodeKind::call || node.name != "answer") continue;
        if (const auto* name = std::get_if<std::string>(&(*nodes_)[node.children[0]].value))
            questions.insert(*name);
    }
    return questions;
}

Value Expression::evaluate(const Scope& scope) const {
    if (!nodes_) return {};
    std::vector<Value> values;
    values.reserve(nodes_->size());
    for (const auto& node : *nodes_) values.push_back(value_of(node, *nodes_, values, scope));
    return values.back();
}

}  // namespace yc::forms
