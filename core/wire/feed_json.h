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

/// The newest event of the hub's history that a client has seen, in the feed or as the answer to a push: when
/// the hub does not hold it at this place, it was restored to an earlier time.
struct Known {
    std::string epoch;           ///< empty before the first contact
    int64_t seq = 0;             ///< 0 = none seen
    std::string event;           ///< id
    base::Instant arrived_at{};  ///< at the hub: the same event may be sent again to a hub that lost it
    friend bool operator==(const Known&, const Known&) = default;
};

/// POST /v1/events. `known` goes with it unless it is empty.
[[nodiscard]] nlohmann::json push_to_json(const std::vector<domain::CaseEvent>& events,
                                          const Known& known = {});
/// What the sender of a push knows. Errors: wire.invalid {field}.
[[nodiscard]] base::Result<Known> push_known_from_json(const nlohmann::json& json);
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
    int64_t next = 0;  ///< the checkpoint after this page
    /// The event at `next`, in whatever scope; its epoch is empty. No event when there is none, or when its
    /// person was forgotten.
    Known last;
    bool more = false;  ///< ask again at once
    std::vector<DossierMark> dossiers_changed;
    int64_t catalogue_version = 0;  ///< 0 while nothing is published
    friend bool operator==(const ChangesPage&, const ChangesPage&) = default;
};
[[nodiscard]] nlohmann::json to_json(const ChangesPage& page);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<ChangesPage> changes_from_json(const nlohmann::json& json);

}  // namespace yc::wire
