#pragma once
#include <vector>

#include "core/base/clock.h"
#include "core/wire/feed_json.h"
#include "hub/api/event_checks.h"
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
                                                     const Publication& publication,
                                                     const std::vector<domain::CaseEvent>& events);

  private:
    struct Batch {
        const store::SessionRecord& session;
        const Publication& publication;
        const KnownActors& actors;
        store::CaseWriter& writer;
    };
    base::Result<KnownActors> actors_of(const store::SessionRecord& session,
                                        const std::vector<domain::CaseEvent>& events);
    base::Result<wire::PushResult> take_one(const Batch& batch, domain::CaseEvent event);
    base::Result<domain::CaseEvent> admit(const Batch& batch, const domain::CaseEvent& event);
    base::Result<void> check_pages(const domain::CaseState& state, const domain::CaseEvent& event);

    store::HubStore& store_;
    const base::Clock& clock_;
    const domain::Rules& rules_;
    const store::FieldsOf& fields_of_;
};

}  // namespace yc::hub::api
