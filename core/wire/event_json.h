#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/wire/object_reader.h"

namespace yc::wire {

/// A case event as it travels and is stored (docs/protocol.md, "Events"). Empty members are left out.
[[nodiscard]] nlohmann::json to_json(const domain::CaseEvent& event);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<domain::CaseEvent> event_from_json(const nlohmann::json& json);

/// The reading side for lists of events (ObjectReader::objects).
void read_event(ObjectReader& reader, domain::CaseEvent& event);

/// The same as text, for stores. Equal events give equal text.
[[nodiscard]] std::string event_to_text(const domain::CaseEvent& event);
/// Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] base::Result<domain::CaseEvent> event_from_text(std::string_view text);

/// The text of what the actor said, without what the hub added (seq, arrived_at): two events with one id are
/// the same when this is equal.
[[nodiscard]] std::string claim_text(const domain::CaseEvent& event);

}  // namespace yc::wire
