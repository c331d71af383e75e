#pragma once
#include "core/base/clock.h"
#include "core/wire/dossier_json.h"
#include "hub/store/hub_store.h"

namespace yc::hub::api {

/// Whether somebody may look into a dossier now, and the line that the audit gets for it (its action is the
/// caller's). A look needs a purpose and one of three grounds: a case (`case`) that the session sees and whose
/// applicant or agent the party is; a running intake (`ticket`, the draft's id) of a clerk, at the counter or the
/// computer where it was begun; or a supervisor's reason in words. Nobody looks because they are signed in
/// (PIPL §6, §51).
///
/// Errors: dossier.bad_purpose {purpose, allowed}, dossier.no_ground; those of the store.
base::Result<store::AuditEntry> ground_of(store::HubStore& store, const wire::DossierLookup& lookup,
                                          const store::SessionRecord& session, base::Instant now);

/// Whether it is one of wire::kPurposes.
[[nodiscard]] bool is_purpose(std::string_view word);

}  // namespace yc::hub::api
