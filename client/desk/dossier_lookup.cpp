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

DossierAnswer from_cache(Desk& desk, const domain::PartyKey& key, const std::string& purpose,
                         const std::string& case_id) {
    const auto kept = desk.store.dossier(key);
    if (!kept || !*kept) return {};
    const base::Instant now = desk.clock.now();
    const auto recorded =
        desk.store.record_look({base::new_uuid(now), key, purpose, case_id, desk.who.user.id, now});
    if (!recorded) return {};  // no look without a record
    return {*kept, true, false};
}

}  // namespace

void look_up_dossier(Desk& desk, const domain::PartyKey& key, const std::string& purpose,
                     const std::string& case_id, std::function<void(DossierAnswer)> done) {
    desk.ask([&hub = desk.hub, key, purpose, case_id] { return hub.lookup_dossier(key, purpose, case_id); },
             [&desk, key, purpose, case_id,
              done = std::move(done)](base::Result<std::optional<domain::Dossier>> found) {
                 if (!found) return done(from_cache(desk, key, purpose, case_id));
                 if (*found)
                     if (const auto kept = desk.store.save_dossier(**found, desk.clock.now() + keep_for);
                         !kept)
                         base::log(base::LogLevel::warning, "dossier not cached: " + kept.error().code);
                 done({*std::move(found), false, true});
             });
}

}  // namespace yc::client::desk
