#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "forms/form_definition.h"

namespace yc::forms {

/// JSON as an administrator edits it: indented, what names a thing first, without members that say nothing.
[[nodiscard]] std::string readable_text(nlohmann::json value);

/// A form's definition that way, without what is usual of a field anyway: reading it gives the same form.
[[nodiscard]] std::string definition_text(const Form& form);

}  // namespace yc::forms
