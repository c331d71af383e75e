#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/wire/object_reader.h"
#include "forms/form_definition.h"

namespace yc::forms {

/// A form as JSON: every member, labels {zh, en}, conditions as in core/wire/item_json.h.
[[nodiscard]] nlohmann::json form_to_json(const Form& form);
/// Absent members keep their defaults. A field of a type that is not known becomes a text with its
/// `foreign_type`; what it holds is kept. Any other member that is not known could change what the form asks
/// and is refused. Errors: wire.invalid {field}, form.unknown_member {form, field}.
[[nodiscard]] base::Result<Form> form_from_json(const nlohmann::json& json);
/// For messages that hold forms inside them; passes over unknown members.
void read_form(wire::ObjectReader& reader, Form& form);

}  // namespace yc::forms
