#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/domain/circumstances.h"

namespace yc::forms {

/// What an expression gives: nothing, true or false, a number, a text, a day.
using Value = std::variant<std::monostate, bool, base::Decimal, std::string, base::Date>;

[[nodiscard]] bool is_empty(const Value& value);
/// Whether a value counts as yes: true itself; everything else is no.
[[nodiscard]] bool is_true(const Value& value);
/// As it is kept in a form: numbers without needless zeros, days YYYY-MM-DD, "yes" and "no".
[[nodiscard]] std::string text_of(const Value& value);

/// What an expression may look at. All functions must be set.
struct Scope {
    std::function<Value(const std::string& name)> field;  ///< value of a field; nothing if empty
    std::function<std::vector<Value>(const std::string& name)> column;  ///< "table.column": all rows
    std::function<size_t(const std::string& name)> rows;                ///< rows of a table
    const domain::Circumstances& answers;
    base::Date today;
};

/// What an expression wants of a name: its value, all rows of a column ("table.column"), the rows of a table.
enum class NameUse { value, column, rows };

/// The small language of form definitions (docs/forms.md has its grammar): names of fields, numbers, 'texts',
/// true and false; or, and, not; = != < <= > >=; + - * /; parentheses; a fixed list of functions. There is
/// nothing else: no loops, no assignment, no reach outside the form.
///
/// Nothing is catching: arithmetic with an empty value is empty, a comparison with one is false; dividing by
/// zero gives nothing. Immutable; copies share; safe from any thread.
class Expression {
  public:
    /// Bounds of one expression: characters, nesting, parts. Evaluation is linear in parts × rows.
    static constexpr size_t most_characters = 2000;
    static constexpr int most_depth = 32;
    static constexpr size_t most_parts = 500;

    /// The empty expression: evaluates to nothing.
    Expression() = default;
    /// Errors: expression.too_long, expression.too_deep, expression.unexpected {position, found},
    /// expression.unfinished, expression.unknown_function {name}, expression.arguments {name}; `position`
    /// counts characters from 1.
    [[nodiscard]] static base::Result<Expression> parse(std::string_view text);

    [[nodiscard]] bool empty() const { return nodes_ == nullptr; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The names it looks at with what it wants of each, and questions it asks for (answer('…')).
    [[nodiscard]] std::set<std::pair<std::string, NameUse>> names() const;
    [[nodiscard]] std::set<std::string> questions() const;
    [[nodiscard]] Value evaluate(const Scope& scope) const;

    friend bool operator==(const Expression& a, const Expression& b) { return a.text_ == b.text_; }

    struct Node;

  private:
    std::string text_;
    std::shared_ptr<const std::vector<Node>> nodes_;  ///< children before parents; the last is the whole
};

}  // namespace yc::forms
