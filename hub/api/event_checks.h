#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/domain/directory.h"
#include "forms/catalogue.h"
#include "hub/store/records.h"

namespace yc::hub::api {

/// What a district has published, which a registration must agree with.
struct Publication {
    domain::Directory directory;
    std::shared_ptr<const forms::Catalogue> catalogue;  ///< null while none is published
};

/// What the store knows of somebody who acts in a batch.
struct KnownActor {
    domain::User user;
    bool of_device = false;  ///< has had a session on the device that sends
    std::optional<base::Instant> authority;
};
using KnownActors = std::map<std::string, KnownActor>;

/// Whether an event's actor is who is signed in, or who worked on the same device before, and claims no more
/// than the hub knows of them. Errors: event.wrong_actor {field}.
[[nodiscard]] base::Result<void> check_actor(const store::SessionRecord& session,
                                             const domain::CaseEvent& event, const KnownActors& actors);

/// Whether a registration was made at a counter of the actor's hall that takes the item, and pins the item as
/// it was published. Events of other kinds pass. Errors: event.other_counter, event.counter_scope,
/// event.item_unknown {item}.
[[nodiscard]] base::Result<void> check_registration(const domain::CaseEvent& event,
                                                    const Publication& publication);

/// Whether the event judges the case's papers, so that all of them must have arrived.
[[nodiscard]] bool judges_papers(const domain::CaseEvent& event);

}  // namespace yc::hub::api
