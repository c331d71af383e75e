#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/dossier.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// All rules of forms stand here, none in a view: which fields are shown, what they start with, what is
/// wrong. Pure functions; safe from any thread.

/// Something wrong with one field. The sentence is localization's "error.<code>" with `args`.
struct FieldProblem {
    std::string field;
    std::string code;
    std::map<std::string, std::string> args;
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// The fields that apply, in order. Pointers into `form`.
[[nodiscard]] std::vector<const Field*> visible_fields(const Form& form, const FormValues& values,
                                                       const domain::Circumstances& circumstances);

/// Everything wrong with the values, in the order of the form; empty = acceptable. Hidden fields are not
/// asked for. `today` bounds dates that must not lie in the future. Codes: form.required, form.too_long,
/// form.pattern, form.not_a_number, form.number_range, form.date_invalid, form.date_in_future,
/// form.not_a_choice, form.phone_invalid, form.id_number_invalid, form.unknown_field.
[[nodiscard]] std::vector<FieldProblem> check_form(const Form& form, const FormValues& values,
                                                   const domain::Circumstances& circumstances,
                                                   base::Date today);

/// What one field's value is wrong about, if anything; for checking on leaving the field.
[[nodiscard]] std::vector<FieldProblem> check_field(const Field& field, const std::string& value,
                                                    base::Date today);

/// What a field was filled with and from which fact, so that the view can say where it came from.
struct Prefill {
    std::string value;
    domain::Fact source;
};

/// Values a new form starts with: the fields' defaults.
[[nodiscard]] FormValues defaults(const Form& form);

/// What the dossier knows for the form: field id → value and source. A fact past its end or no longer
/// acceptable in the field is not offered.
[[nodiscard]] std::map<std::string, Prefill> prefill(const Form& form, const domain::Dossier& dossier,
                                                     base::Date today);

/// The values as they are kept: trimmed, full-width digits narrowed where the type asks for it, empty and
/// hidden ones dropped.
[[nodiscard]] FormValues tidy_values(const Form& form, const FormValues& values,
                                     const domain::Circumstances& circumstances);

/// What a decided case settles into the dossier: fact name → value.
[[nodiscard]] std::map<std::string, std::string> facts_to_settle(const Form& form, const FormValues& values);

/// A mobile number of the mainland, or a fixed line with area code and perhaps an extension.
[[nodiscard]] bool is_phone(const std::string& text);

}  // namespace yc::forms
