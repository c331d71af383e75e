#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/domain/case_event.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// The larger parts of an event's content.

[[nodiscard]] nlohmann::json to_json(const domain::ItemTerms& terms);
[[nodiscard]] nlohmann::json to_json(const domain::Registration& registration);
[[nodiscard]] nlohmann::json to_json(const domain::SubmittedMaterial& material);
[[nodiscard]] nlohmann::json to_json(const domain::ProofOfService& proof);

void read_terms(ObjectReader& reader, domain::ItemTerms& terms);
void read_registration(ObjectReader& reader, domain::Registration& registration);
void read_material(ObjectReader& reader, domain::SubmittedMaterial& material);
void read_proof(ObjectReader& reader, domain::ProofOfService& proof);

}  // namespace yc::wire
