#pragma once

#include <vector>

#include "forms/form_definition.h"

namespace yc::forms {

/// The parts of a person (name, number, phone) or an organisation (name, credit_code) in a form. All but the
/// phone are required when the party is; facts are "<fact>_name" and so on.
[[nodiscard]] std::vector<Field> parts_of_party(const Field& party);

}  // namespace yc::forms
