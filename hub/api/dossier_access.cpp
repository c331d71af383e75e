#include "hub/api/dossier_access.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/base/id.h"
#include "core/base/utf8.h"
#include "hub/api/api.h"

namespace yc::hub::api {

bool is_purpose(std::string_view word) {
    return std::find(wire::kPurposes.begin(), wire::kPurposes.end(), word) != wire::kPurposes.end();
}

base::Result<store::AuditEntry> ground_of(store::HubStore& store, const wire::DossierLookup& lookup,
                                          const store::SessionRecord& session, base::Instant now) {
    if (!is_purpose(lookup.purpose))
        return base::fail(
            "dossier.bad_purpose", "not one of the purposes",
            {{"purpose", lookup.purpose}, {"allowed", fmt::format("{}", fmt::join(wire::kPurposes, ", "))}});
    store::AuditEntry entry{.at = now, .user = session.user.id, .purpose = lookup.purpose};
    if (!lookup.case_id.empty()) {
        YC_TRY(const bool theirs, store.case_concerns(lookup.case_id, lookup.key, scopes_of(session.user)));
        entry.case_id = lookup.case_id;
        if (theirs) return entry;
    }
    if (base::is_uuid(lookup.ticket) && !session.counter.empty() && session.user.has(domain::Role::clerk)) {
        YC_TRY(const bool here, store.open_ticket(lookup.ticket, session.counter, session.device, now));
        entry.case_id = lookup.ticket;
        if (here) return entry;
    }
    entry.reason = base::trim(lookup.reason);
    if (session.user.has(domain::Role::supervisor) && !entry.reason.empty()) return entry;
    return base::fail("dossier.no_ground", "neither case nor running intake nor a supervisor's reason");
}

}  // namespace yc::hub::api
