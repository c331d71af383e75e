#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "client/desk/workplace.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"
#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "core/wire/session_json.h"
#include "forms/catalogue.h"

namespace yc::client::net {
class HubClient;
}

namespace yc::client::desk {

/// What signing in needs; any thread.
struct Opening {
    std::filesystem::path data_dir;
    const base::Clock& clock;
    const domain::Rules& rules;
    net::HubClient& hub;
    SignIn sign_in;
    std::shared_ptr<store::LocalStore>
        open_store;  ///< of somebody who signed out in this program; may be null
};

/// A store opened for its user, with the session and the items.
struct Opened {
    std::shared_ptr<store::LocalStore> store;
    std::unique_ptr<sync::SyncEngine> sync;  ///< not started
    wire::Session session;
    bool offline = false;
    std::shared_ptr<const forms::Catalogue> catalogue;
};

/// Signs in at the hub and opens (or makes) the store; without the hub, opens the store with the user's own
/// key slot. Blocks. Errors as Workplace::sign_in.
[[nodiscard]] base::Result<Opened> open_place(const Opening& opening);

/// The items as this store has them; empty before the first sync. Errors: the store's, catalogue.*.
[[nodiscard]] base::Result<std::shared_ptr<const forms::Catalogue>> load_catalogue(store::LocalStore& store);

}  // namespace yc::client::desk
