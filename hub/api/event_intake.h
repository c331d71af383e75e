#pragma once
#include <map>
#include <set>
#include <vector>

#include "core/base/clock.h"
#include "core/wire/feed_json.h"
#include "hub/store/case_ledger.h"
#include "hub/store/hub_store.h"

namespace yc::hub::api {

/// Largest number of events in one batch.
inline constexpr size_t kLargestBatch = 500;

/// Takes the events of a client: admits them by the one table, in the order sent, and commits what stands in
/// one transaction. Safe from any thread.
class EventIntake {
  public:
    /// All outlive the intake.
    EventIntake(store::HubStore& store, const base::Clock& clock, const domain::Rules& rules,
                const store::FieldsOf& fields_of)
        : store_(store), clock_(clock), rules_(rules), fields_of_(fields_of) {}

    /// One result for each event, in order. When this fails nothing was committed. Errors: event.too_many,
    /// hub.full, hub.unavailable.
    base::Result<std::vector<wire::PushResult>> take(const store::SessionRecord& session,
                                                     const std::vector<domain::CaseEvent>& events);

  private:
    /// What the store knows of somebody who acts in the batch.
    struct Known {
        domain::User user;
        bool of_device = false;
        std::optional<base::Instant> authority;
    };
    using Actors = std::map<std::string, Known>;

    base::Result<Actors> actors_of(const store::SessionRecord& session,
                                   const std::vector<domain::CaseEvent>& events);
    base::Result<void> check_actor(const store::SessionRecord& session, const domain::CaseEvent& event,
                                   const Actors& actors) const;
    base::Result<void> check_pages(const domain::CaseState& state, const domain::CaseEvent& event);
    base::Result<wire::PushResult> take_one(const store::SessionRecord& session, domain::CaseEvent event,
                                            const Actors& actors, store::CaseWriter& writer);
    base::Result<domain::CaseEvent> admit(const store::SessionRecord& session, const domain::CaseEvent& event,
                                          const Actors& actors, store::CaseWriter& writer);

    store::HubStore& store_;
    const base::Clock& clock_;
    const domain::Rules& rules_;
    const store::FieldsOf& fields_of_;
};

}  // namespace yc::hub::api
