#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/domain/item.h"

namespace yc::forms::exchange {

/// 情形 in a national record. AUDIT_ITEM_CONDITION has rows {condition_id, parent_id, condition_name,
/// ordernum}: a row is a question, or an answer when its parent is a question; a question's own parents are
/// the answers after which it is asked (commas between them). AUDIT_MATERIAL_CONDITION has rows {materialid,
/// condition_id}: the answers that ask for the material, any of one question, all questions named.

/// A table without rows leaves what it would tell as it is. Rows that fit nowhere are passed over.
void read_conditions(const nlohmann::json& record, domain::ItemDefinition& definition);
void write_conditions(nlohmann::json& record, const domain::ItemDefinition& definition);

/// Gives the answers in a written record the ids that they have in the published one: an answer is written
/// "question.answer", publishers often number it by itself.
void keep_condition_ids(nlohmann::json& record, const nlohmann::json& published);

}  // namespace yc::forms::exchange
