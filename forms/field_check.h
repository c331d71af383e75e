#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// What is right and wrong about one value by itself. Pure functions; safe from any thread.

/// Something wrong with one field. The sentence is localization's "error.<code>" with `args`.
struct FieldProblem {
    std::string field;  ///< path
    std::string code;
    std::map<std::string, std::string> args;
    bool advice = false;  ///< stops nothing (FormRule::advice)
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// What one field's value is wrong about, if anything; `required` = empty is wrong. Codes: form.required,
/// form.rows_required, form.too_long, form.pattern, form.not_a_number, form.number_range, form.money_places,
/// form.date_invalid, form.date_in_future, form.not_a_choice, form.phone_invalid, form.id_number_invalid,
/// form.division_unknown, and those of identity numbers.
[[nodiscard]] std::vector<FieldProblem> check_field(const Field& field, const std::string& value,
                                                    base::Date today, bool required);

/// Whether the text is an expression that Field::pattern may be.
[[nodiscard]] bool is_pattern(const std::string& text);

/// The value as it is kept: trimmed; digits of full width narrowed, days written YYYY-MM-DD, commas of money
/// dropped and codes in capitals where the type asks for it.
[[nodiscard]] std::string tidy_value(const Field& field, const std::string& value);

/// Whether something is typed or worked out: not for a place to sign, nor for a person as a whole.
[[nodiscard]] bool holds_value(FieldType type);

/// A mobile number of the mainland, or a fixed line with area code and perhaps an extension.
[[nodiscard]] bool is_phone(const std::string& text);

}  // namespace yc::forms
