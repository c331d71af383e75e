#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/dossier.h"
#include "forms/field_check.h"
#include "forms/form_definition.h"
#include "forms/form_state.h"

namespace yc::forms {

/// All rules of forms stand here, none in a view: which fields are shown, what they start with, what is
/// wrong. Pure functions; safe from any thread.

/// Everything wrong with the values, in the order of the form; empty = acceptable. Hidden fields are not
/// asked for. `today` bounds dates that must not lie in the future. Codes: those of check_field, form.rule
/// {message, message_en} for what must hold between fields, form.unknown_field (check_form only).
[[nodiscard]] std::vector<FieldProblem> check_form(const Form& form, const FormValues& values,
                                                   const domain::Circumstances& circumstances,
                                                   base::Date today);

/// The same for a state worked out already.
[[nodiscard]] std::vector<FieldProblem> check_state(const Form& form, const FormState& state,
                                                    const domain::Circumstances& circumstances,
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

/// The values as they are kept: tidy, computed ones worked out, empty and hidden ones dropped.
[[nodiscard]] FormValues tidy_values(const Form& form, const FormValues& values,
                                     const domain::Circumstances& circumstances, base::Date today);

}  // namespace yc::forms
