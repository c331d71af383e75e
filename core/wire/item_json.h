#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// An item of the catalogue as JSON (docs/protocol.md): every member, snake_case, enums by name, limits
/// {amount, unit}, a condition as [{question, answers: […]}]. A list entry has no members of the definition.
[[nodiscard]] nlohmann::json item_to_json(const domain::ServiceItem& item);
/// Absent members keep their defaults; code and name must be there. Errors: wire.invalid {field}.
[[nodiscard]] base::Result<domain::ServiceItem> item_from_json(const nlohmann::json& json);

/// For messages that hold items or conditions inside them.
void read_item(ObjectReader& reader, domain::ServiceItem& item);
[[nodiscard]] nlohmann::json question_to_json(const domain::Question& question);
void read_question(ObjectReader& reader, domain::Question& question);
[[nodiscard]] nlohmann::json condition_to_json(const domain::Condition& condition);
void read_condition(ObjectReader& reader, const char* name, domain::Condition& condition);

}  // namespace yc::wire
