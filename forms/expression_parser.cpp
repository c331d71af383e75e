#include <algorithm>
#include <optional>

#include "core/base/utf8.h"
#include "forms/expression_functions.h"

namespace yc::forms {

using base::Error;
using base::fail;
using base::Result;

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Operator {
    std::string_view sign;
    NodeKind kind;
};

/// The binary operators by how tightly they bind, loosest first; longer signs before their beginnings.
constexpr std::array<std::array<Operator, 6>, 5> levels{{
    {{{"or", NodeKind::or_}}},
    {{{"and", NodeKind::and_}}},
    {{{"<=", NodeKind::less_equal},
      {">=", NodeKind::greater_equal},
      {"!=", NodeKind::unequal},
      {"=", NodeKind::equal},
      {"<", NodeKind::less},
      {">", NodeKind::greater}}},
    {{{"+", NodeKind::plus}, {"-", NodeKind::minus}}},
    {{{"*", NodeKind::times}, {"/", NodeKind::divide}}},
}};
constexpr size_t comparison_level = 2;

/// Recursive descent over the text; nodes come out children first.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<std::vector<Expression::Node>> whole() {
        YC_TRY(const size_t root, binary(0, 0));
        skip_space();
        if (place_ < text_.size()) return unexpected();
        // The root is the last node: nothing is added after what it is made of.
        if (root + 1 != nodes_.size()) return unexpected();
        return std::move(nodes_);
    }

  private:
    using Node = Expression::Node;

    void skip_space() {
        while (place_ < text_.size() && (text_[place_] == ' ' || text_[place_] == '\n')) ++place_;
    }

    Error unexpected() const {
        if (place_ >= text_.size()) return fail("expression.unfinished");
        const auto before = base::length_utf8(text_.substr(0, place_));
        const auto rest = base::decode_utf8(text_.substr(place_));
        return fail(
            "expression.unexpected", {},
            {{"position", std::to_string(before + 1)}, {"found", base::encode_utf8(rest.substr(0, 1))}});
    }

    /// Takes a sign, or a whole word.
    bool take(std::string_view sign) {
        skip_space();
        if (sign.empty() || text_.substr(place_, sign.size()) != sign) return false;
        const size_t after = place_ + sign.size();
        if (is_letter(sign[0]) && after < text_.size() && (is_letter(text_[after]) || is_digit(text_[after])))
            return false;
        place_ = after;
        return true;
    }

    Result<size_t> add(Node node) {
        if (nodes_.size() >= Expression::most_parts) return fail("expression.too_long");
        nodes_.push_back(std::move(node));
        return nodes_.size() - 1;
    }

    const Operator* operator_of(size_t level) {
        for (const auto& one : levels[level])
            if (take(one.sign)) return &one;
        return nullptr;
    }

    Result<size_t> binary(size_t level, int depth) {
        if (depth > Expression::most_depth) return fail("expression.too_deep");
        if (level == levels.size()) return unary(depth);
        if (level == comparison_level && take("not")) {
            YC_TRY(const size_t inner, binary(level, depth + 1));
            return add({.kind = NodeKind::not_, .children = {inner}});
        }
        YC_TRY(size_t left, binary(level + 1, depth));
        while (const auto* sign = operator_of(level)) {
            YC_TRY(const size_t right, binary(level + 1, depth));
            YC_TRY(left, add({.kind = sign->kind, .children = {left, right}}));
            if (level == comparison_level) break;
        }
        return left;
    }

    Result<size_t> unary(int depth) {
        if (depth > Expression::most_depth) return fail("expression.too_deep");
        if (take("-")) {
            YC_TRY(const size_t inner, unary(depth + 1));
            return add({.kind = NodeKind::negate, .children = {inner}});
        }
        return primary(depth);
    }

    Result<size_t> primary(int depth) {
        if (take("(")) {
            YC_TRY(const size_t inner, binary(0, depth + 1));
            if (!take(")")) return unexpected();
            return inner;
        }
        if (place_ < text_.size() && is_digit(text_[place_])) return number();
        if (take("'")) return quoted();
        if (take("true")) return add({.value = true});
        if (take("false")) return add({.value = false});
        if (place_ < text_.size() && is_letter(text_[place_])) return name_or_call(depth);
        return unexpected();
    }

    Result<size_t> number() {
        const size_t begin = place_;
        while (place_ < text_.size() && (is_digit(text_[place_]) || text_[place_] == '.')) ++place_;
        const auto value = base::Decimal::parse(text_.substr(begin, place_ - begin));
        if (!value) {
            place_ = begin;
            return unexpected();
        }
        return add({.value = *value});
    }

    Result<size_t> quoted() {
        const auto end = text_.find('\'', place_);
        if (end == std::string_view::npos) return fail("expression.unfinished");
        std::string text(text_.substr(place_, end - place_));
        place_ = end + 1;
        return add({.value = text.empty() ? Value() : Value(std::move(text))});
    }

    Result<size_t> name_or_call(int depth) {
        const size_t begin = place_;
        while (place_ < text_.size() &&
               (is_letter(text_[place_]) || is_digit(text_[place_]) || text_[place_] == '.'))
            ++place_;
        std::string name(text_.substr(begin, place_ - begin));
        if (!take("(")) return add({.kind = NodeKind::name, .name = std::move(name)});
        return call(std::move(name), depth);
    }

    Result<size_t> call(std::string name, int depth) {
        const auto* function = expression_function(name);
        if (!function) return fail("expression.unknown_function", {}, {{"name", name}});
        Node node{.kind = NodeKind::call, .name = std::move(name)};
        while (!take(")")) {
            if (!node.children.empty() && !take(",")) return unexpected();
            YC_TRY(const size_t argument, binary(0, depth + 1));
            node.children.push_back(argument);
        }
        const bool fits =
            node.children.size() >= function->least && node.children.size() <= function->most &&
            (function->takes == NameUse::value || nodes_[node.children[0]].kind == NodeKind::name);
        if (!fits) return fail("expression.arguments", {}, {{"name", node.name}});
        return add(std::move(node));
    }

    std::string_view text_;
    size_t place_ = 0;
    std::vector<Node> nodes_;
};

}  // namespace

Result<Expression> Expression::parse(std::string_view text) {
    Expression expression;
    expression.text_ = base::trim(text);
    if (expression.text_.empty()) return expression;
    if (base::length_utf8(expression.text_) > most_characters) return fail("expression.too_long");
    YC_TRY(auto nodes, Parser(expression.text_).whole());
    expression.nodes_ = std::make_shared<const std::vector<Node>>(std::move(nodes));
    return expression;
}

}  // namespace yc::forms
