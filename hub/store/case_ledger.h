#pragma once
#include <functional>

#include "core/domain/apply.h"
#include "hub/store/dossier_settling.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// Which form fields of an item (code, version) settle as which dossier facts.
using FieldsOf = std::function<SettlingFields(const std::string& code, int version)>;

/// Commits admitted events inside one write transaction and keeps what is derived from them in step: the case
/// row, who sees the case, which pages it uses, the applicant's dossier. Clients' events and the hub's own go
/// the same way.
class CaseLedger {
  public:
    /// All must outlive the ledger.
    CaseLedger(CaseWriter& writer, const domain::Rules& rules, const FieldsOf& fields_of, base::Instant now)
        : writer_(writer), rules_(rules), fields_of_(fields_of), now_(now) {}

    /// The case as its accepted events make it; state `none` when there are none.
    base::Result<domain::CaseState> state_of(const std::string& case_id);

    /// Writes the compensations and then the event, and updates what follows. Returns the event with its seq.
    /// Errors: case.number_taken; those of the store.
    base::Result<domain::CaseEvent> commit(const domain::Admission& admission,
                                           const domain::CaseEvent& event);

  private:
    base::Result<void> check_number(const domain::CaseState& state);
    base::Result<void> derive(const domain::CaseState& state, const domain::CaseEvent& event);
    base::Result<void> settle_dossier(const domain::CaseState& state, const domain::CaseEvent& event);

    CaseWriter& writer_;
    const domain::Rules& rules_;
    const FieldsOf& fields_of_;
    base::Instant now_;
};

/// The pages an event names.
[[nodiscard]] std::vector<std::string> pages_of(const domain::CaseEvent& event);
/// The pages a case stands on.
[[nodiscard]] std::vector<std::string> pages_of(const domain::CaseState& state);

}  // namespace yc::hub::store
