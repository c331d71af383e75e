#include "client/desk/dossier_lookup.h"

#include "client/desk/desk.h"
#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "core/base/id.h"
#include "core/base/log.h"

namespace yc::client::desk {

namespace {

/// How long a dossier may be kept on a counter's computer without being asked for again.
constexpr std::chrono::hours keep_for{24 * 7};

void keep_dossier(Desk& desk, const domain::Dossier& dossier) {
    if (const auto kept = desk.store.save_dossier(dossier, desk.clock.now() + keep_for); !kept)
        base::log(base::LogLevel::warning, "dossier not cached: " + kept.error().code);
}

/// The hub has judged: not for this user, purpose or ground.
bool is_refusal(const base::Error& error) {
    return error.code.starts_with("dossier.") || error.code == "session.not_permitted";
}

}  // namespace

DossierAnswer kept_dossier(Desk& desk, const wire::DossierLookup& what) {
    const auto kept = desk.store.dossier(what.key);
    if (!kept || !*kept) return {};
    const base::Instant now = desk.clock.now();
    const auto recorded = desk.store.record_look({.id = base::new_uuid(now),
                                                  .key = what.key,
                                                  .purpose = what.purpose,
                                                  .case_id = what.case_id,
                                                  .user = desk.who.user.id,
                                                  .at = now,
                                                  .ticket = what.ticket});
    if (!recorded) return {};  // no look without a record
    return {.dossier = *kept, .from_cache = true};
}

void keep_if_cached(Desk& desk, const domain::Dossier& dossier) {
    const auto kept = desk.store.dossier(dossier.party.key);
    if (kept && *kept) keep_dossier(desk, dossier);
}

void look_up_dossier(Desk& desk, const wire::DossierLookup& what, std::function<void(DossierAnswer)> done) {
    desk.ask([&hub = desk.hub, what] { return hub.lookup_dossier(what); },
             [&desk, what, done = std::move(done)](base::Result<std::optional<domain::Dossier>> found) {
                 if (!found && is_refusal(found.error()))
                     return done({.reached = true, .refused = found.error()});
                 if (!found) return done(kept_dossier(desk, what));
                 if (*found) keep_dossier(desk, **found);
                 done({.dossier = *std::move(found), .reached = true});
             });
}

}  // namespace yc::client::desk
