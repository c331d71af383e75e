#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/domain/item_guide.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// The guide of an item as JSON (docs/protocol.md): every member, snake_case. The reading sides are functions
/// for ObjectReader::object() and objects().

[[nodiscard]] nlohmann::json item_guide_to_json(const domain::ItemGuide& guide);
void read_item_guide(ObjectReader& reader, domain::ItemGuide& guide);

[[nodiscard]] nlohmann::json legal_basis_to_json(const domain::LegalBasis& basis);
void read_legal_basis(ObjectReader& reader, domain::LegalBasis& basis);

}  // namespace yc::wire
