#pragma once
#include <string_view>
#include <vector>

#include "forms/form_definition.h"

namespace yc::forms {

/// A person or an organisation in a form definition is short for the fields it consists of: a person for
/// "<id>.name", "<id>.number" and "<id>.phone", an organisation for "<id>.name" and "<id>.credit_code".

/// "person" and "organisation".
[[nodiscard]] bool is_party(std::string_view kind);

/// The fields that `party`, written with that kind, stands for. They keep its conditions; all but a person's
/// phone are required when it is; facts are "<fact>_name" and so on.
[[nodiscard]] std::vector<Field> parts_of_party(const Field& party, std::string_view kind);

}  // namespace yc::forms
