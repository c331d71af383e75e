#pragma once
#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "hub/store/case_ledger.h"
#include "hub/store/hub_store.h"

namespace yc::hub::jobs {

/// What one round did.
struct Round {
    int conclusions = 0;  ///< deemed acceptances, lapses, tolerant acceptances not kept
    int cards = 0;
    int failed = 0;  ///< cases that could not be judged; they are logged and tried again
};

/// What the hub does by itself as time passes: concludes from silence (Licensing Law §32(4) and the policy),
/// issues cards, drops sessions and uploads that have ended. Driven by the clock it is given; running it
/// twice does nothing more than running it once. Use from one thread.
class Jobs {
  public:
    /// All outlive the jobs.
    Jobs(store::HubStore& store, const base::Clock& clock, const domain::Rules& rules,
         const store::FieldsOf& fields_of)
        : store_(store), clock_(clock), rules_(rules), fields_of_(fields_of) {}

    /// Looks at every open case once. Errors: those of the store.
    base::Result<Round> run();

  private:
    base::Result<void> look_at(const std::string& case_id, Round& round);
    base::Result<bool> conclude(const std::string& case_id);
    base::Result<bool> issue_card(const std::string& case_id);
    base::Result<void> commit(const std::string& case_id, domain::EventKind kind,
                              const domain::EventBody& body);

    store::HubStore& store_;
    const base::Clock& clock_;
    const domain::Rules& rules_;
    const store::FieldsOf& fields_of_;
};

}  // namespace yc::hub::jobs
