#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/domain/case_event.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

class ObjectWriter;

/// The small values that many messages share. The reading side of each is a function for
/// ObjectReader::object().

[[nodiscard]] nlohmann::json to_json(const domain::PartyKey& key);
[[nodiscard]] nlohmann::json to_json(const domain::Party& party);
[[nodiscard]] nlohmann::json to_json(const domain::Limit& limit);
[[nodiscard]] nlohmann::json to_json(const domain::FlowStep& step);
[[nodiscard]] nlohmann::json to_json(const domain::Actor& actor);

void read_party_key(ObjectReader& reader, domain::PartyKey& key);
void read_party(ObjectReader& reader, domain::Party& party);
void read_limit(ObjectReader& reader, domain::Limit& limit);
void read_flow_step(ObjectReader& reader, domain::FlowStep& step);
void read_actor(ObjectReader& reader, domain::Actor& actor);

/// The member "turned" beside "pages"; left out when all stand upright. Other degrees than 90, 180 and 270
/// are wrong.
void write_turns(ObjectWriter& out, const domain::PageTurns& turns);
void read_turns(ObjectReader& reader, domain::PageTurns& turns);

}  // namespace yc::wire
