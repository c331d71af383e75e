#pragma once
#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/enum_names.h"
#include "core/base/result.h"
#include "core/domain/case_event.h"

namespace yc::wire {

/// What became of an event that was sent. `held`: an earlier event of its case in the same batch was refused,
/// so this one was not looked at; send it again when the clerk has settled the other.
enum class PushStatus { accepted, duplicate, refused, held };
constexpr auto names_of(PushStatus) {
    using enum PushStatus;
    return std::to_array<base::EnumName<PushStatus>>(
        {{accepted, "accepted"}, {duplicate, "duplicate"}, {refused, "refused"}, {held, "held"}});
}

struct PushResult {
    std::string id;
    PushStatus status = PushStatus::accepted;
    std::optional<int64_t> seq;               ///< accepted, duplicate
    std::optional<base::Instant> arrived_at;  ///< accepted, duplicate (not when the person was forgotten)
    std::optional<base::Error> error;         ///< refused, held
    friend bool operator==(const PushResult&, const PushResult&) = default;
};

/// POST /v1/events.
[[nodiscard]] nlohmann::json push_to_json(const std::vector<domain::CaseEvent>& events);
/// Errors: wire.invalid {field}; an event that cannot be read fails the whole batch.
[[nodiscard]] base::Result<std::vector<domain::CaseEvent>> push_from_json(const nlohmann::json& json);
[[nodiscard]] nlohmann::json push_answer_to_json(const std::vector<PushResult>& results);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<std::vector<PushResult>> push_answer_from_json(const nlohmann::json& json);

/// A dossier that changed: look it up again when it is kept here.
struct DossierMark {
    domain::PartyKey key;
    int64_t version = 0;
    friend bool operator==(const DossierMark&, const DossierMark&) = default;
};

/// GET /v1/changes. Events come in the order to apply them; when a case enters the scope its earlier events
/// stand before the one that brought it in, with their own, lower, seq.
struct ChangesPage {
    std::string epoch;
    std::vector<domain::CaseEvent> events;
    int64_t next = 0;   ///< the checkpoint after this page
    bool more = false;  ///< ask again at once
    std::vector<DossierMark> dossiers_changed;
    int64_t catalogue_version = 0;  ///< 0 while nothing is published
    friend bool operator==(const ChangesPage&, const ChangesPage&) = default;
};
[[nodiscard]] nlohmann::json to_json(const ChangesPage& page);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<ChangesPage> changes_from_json(const nlohmann::json& json);

}  // namespace yc::wire
