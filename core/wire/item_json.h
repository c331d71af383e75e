#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/item.h"

namespace yc::wire {

/// An item of the catalogue as JSON (docs/protocol.md): snake_case, enums by name, limits {amount, unit};
/// members at their default are left out. Reading is strict: an unknown member, a wrong type or an unknown
/// enum name is refused. Errors: wire.item_invalid with args {field}.
[[nodiscard]] nlohmann::json item_to_json(const domain::ServiceItem& item);
[[nodiscard]] base::Result<domain::ServiceItem> item_from_json(const nlohmann::json& json);

/// A condition: {question: [answers]}. Same errors.
[[nodiscard]] nlohmann::json condition_to_json(const domain::Condition& condition);
[[nodiscard]] base::Result<domain::Condition> condition_from_json(const nlohmann::json& json);

}  // namespace yc::wire
