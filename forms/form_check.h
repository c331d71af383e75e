#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// Something wrong with a form definition. `error` has the sentence; its arg "path" is where
/// ("sections.0.fields.3.label").
struct FormFault {
    std::string path;
    base::Error error;
};

/// What the published schema (forms/schema/form.schema.json, JSON Schema draft-07) says against a definition.
/// Codes: form.schema_missing {path, name}, form.schema_unknown {path, name}, form.schema_type {path},
/// form.schema_value {path}, form.schema_choice {path}.
[[nodiscard]] std::vector<FormFault> check_schema(const nlohmann::json& definition);

/// What only the meaning shows: expressions (expression.* with their place), names in them that no field has
/// (form.unknown_name {path, name}) or that cannot stand there (form.misplaced_name {path, name}: a
/// column outside sum, max and min, or what is none in them; a table's column below a rule), ids given twice
/// (form.duplicate_id {path, name}), least above most and defaults that the field itself refuses
/// (form.bad_default {path}).
[[nodiscard]] std::vector<FormFault> check_meaning(const nlohmann::json& definition, const Form& form,
                                                   base::Date today);

/// Questions, answers and papers that an item using the form does not have. Codes: form.unknown_question
/// {path, name, item}, form.unknown_material {path, name, item}.
[[nodiscard]] std::vector<FormFault> check_against(const Form& form, const domain::ServiceItem& item);

/// The schema first, then everything else: a definition as text. A pattern that is none is
/// form.bad_pattern {path}. The form is there when nothing is wrong with
/// its shape.
struct CheckedForm {
    std::optional<Form> form;
    std::vector<FormFault> faults;
};
[[nodiscard]] CheckedForm check_definition(std::string_view text, base::Date today);

}  // namespace yc::forms
