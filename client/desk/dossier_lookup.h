#pragma once
#include <functional>
#include <optional>
#include <string>

#include "core/domain/dossier.h"
#include "core/wire/dossier_json.h"

namespace yc::client::desk {

struct Desk;

struct DossierAnswer {
    std::optional<domain::Dossier> dossier;
    bool from_cache = false;  ///< the hub could not be asked
    bool reached = false;     ///< the hub answered
    std::optional<base::Error>
        refused;  ///< the hub does not let this user see it; the cache is not asked then
};

/// Looks a party up: at the hub, else, when that cannot be reached, in the local cache. `what` says for which
/// purpose and on what ground (docs/protocol.md §7). The look is recorded with both either way. `done` comes
/// through Post, unless the session has ended.
void look_up_dossier(Desk& desk, const wire::DossierLookup& what, std::function<void(DossierAnswer)> done);

/// What this computer keeps of the party; the look is recorded, to be told to the hub later.
[[nodiscard]] DossierAnswer kept_dossier(Desk& desk, const wire::DossierLookup& what);
/// Brings the cached dossier up to date, if there is one: a look by itself leaves nothing here.
void keep_if_cached(Desk& desk, const domain::Dossier& dossier);

}  // namespace yc::client::desk
