#pragma once
#include <string>
#include <vector>

#include "core/domain/item.h"

namespace yc::forms::exchange {

/// The material that a row read from outside means: that of its code, else that of its name; nullptr when it
/// is new.
[[nodiscard]] const domain::Material* known_material(const std::vector<domain::Material>& materials,
                                                     const std::string& code, const std::string& name);

/// The code of a new material that brings none; `place` counts from 0.
[[nodiscard]] std::string material_code(const std::string& item_code, size_t place);

}  // namespace yc::forms::exchange
