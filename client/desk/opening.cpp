#include "client/desk/opening.h"

#include "client/carry/parcel.h"
#include "client/desk/place_file.h"
#include "client/desk/place_rules.h"
#include "client/net/hub_client.h"
#include "core/base/crypto.h"
#include "core/base/log.h"

namespace yc::client::desk {

namespace {

/// How long signing in waits for what happened meanwhile, at most; afterwards it comes in the background.
constexpr std::chrono::milliseconds patience{15000};

bool nobody_answers(const base::Error& error) {
    return error.code == "hub.unreachable" || error.code == "hub.timeout";
}

store::StoreOptions store_options(const Opening& opening, std::filesystem::path folder) {
    return {.folder = std::move(folder), .clock = &opening.clock, .rules = &opening.rules};
}

base::Result<wire::Session> session_at_hub(const Opening& opening, const std::string& device) {
    return opening.hub.sign_in({.user = opening.sign_in.user,
                                .password = opening.sign_in.password,
                                .device = device,
                                .counter = opening.sign_in.counter});
}

/// Gives the user a slot of their own. A session that leads to no open store is ended again.
base::Result<void> add_user_to(store::LocalStore& store, const Opening& opening) {
    auto added = store.add_user(opening.sign_in.user, opening.sign_in.password);
    if (!added) static_cast<void>(opening.hub.sign_out());
    return added;
}

/// Opens the store of this computer for somebody whose password does not open it: the hub knows them, and its
/// key for the device opens the store. From then on their password does too.
base::Result<Opened> open_by_hub(const Opening& opening, const std::filesystem::path& folder) {
    Opened opened;
    YC_TRY(opened.session, session_at_hub(opening, store::LocalStore::device_in(folder)));
    auto store = store::LocalStore::open_by_hub(store_options(opening, folder), opened.session.device_key);
    if (!store) {
        static_cast<void>(opening.hub.sign_out());
        return store.error();
    }
    opened.store = *std::move(store);
    YC_CHECK(add_user_to(*opened.store, opening));
    return opened;
}

/// The password is not that of the slot: mistyped, or changed at the hub since.
base::Result<Opened> open_with_changed_password(const Opening& opening, const std::filesystem::path& folder) {
    if (store::LocalStore::device_in(folder).empty()) return base::fail("session.wrong_password");
    auto opened = open_by_hub(opening, folder);
    // The hub's key does not open the store either: its slot is of another hub, only the old password opens
    // it.
    if (!opened && (nobody_answers(opened.error()) || opened.error().code == "store.wrong_password"))
        return base::fail("session.wrong_password", opened.error().detail);
    return opened;
}

/// The user has a slot: their password opens the store, then the hub is asked; without it the last session
/// serves.
base::Result<Opened> open_own(const Opening& opening, const std::filesystem::path& folder) {
    auto store = store::LocalStore::open(store_options(opening, folder), opening.sign_in.user,
                                         opening.sign_in.password);
    if (!store) {
        if (store.error().code == "store.wrong_password") return open_with_changed_password(opening, folder);
        return store.error();
    }
    Opened opened{.store = *std::move(store)};
    auto session = session_at_hub(opening, opened.store->device_id());
    if (session) {
        opened.session = *std::move(session);
        return opened;
    }
    if (!nobody_answers(session.error())) return session.error();
    YC_TRY(auto last, opened.store->session(opening.sign_in.user));
    if (!last) return base::fail("session.offline_unknown");
    opened.offline = true;
    opened.session = *std::move(last);
    if (!opening.sign_in.counter.empty()) opened.session.counter = opening.sign_in.counter;
    opening.hub.set_token(opened.session.token);
    return opened;
}

/// Somebody new at a computer whose store nobody has opened yet in this program.
base::Result<Opened> make_store(const Opening& opening, const std::filesystem::path& folder) {
    Opened opened;
    YC_TRY(opened.store, store::LocalStore::create(store_options(opening, folder), opening.sign_in.user,
                                                   opening.sign_in.password));
    auto session = session_at_hub(opening, opened.store->device_id());
    if (!session) {
        opened.store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        return session.error();
    }
    opened.session = *std::move(session);
    return opened;
}

/// Lets the hub open this store for colleagues, and lets this computer write letters to it. What cannot be
/// written now is tried again at the next sign-in.
void let_hub_in(Opened& opened) {
    std::string& key = opened.session.device_key;
    const auto keep = [&](const char* what, const base::Result<void>& done) {
        if (!done) base::log(base::LogLevel::warning, what + done.error().code);
    };
    if (!key.empty()) {
        keep("the hub's key slot was not written: ", opened.store->let_hub_in(key));
        keep("the key of letters was not kept: ", carry::learn_key(*opened.store, key));
    }
    base::wipe(key);
}

/// The store that is open already, of who signed out before in this program.
base::Result<Opened> join_open_store(const Opening& opening) {
    Opened opened{.store = opening.open_store};
    YC_TRY(opened.session, session_at_hub(opening, opened.store->device_id()));
    if (opened.session.device_key
            .empty()) {  // the computer is another hall's: its store is not for this user
        static_cast<void>(opening.hub.sign_out());
        return base::fail("store.wrong_password", "the hub gives no key for this computer");
    }
    YC_CHECK(add_user_to(*opened.store, opening));
    return opened;
}

/// First time here: the hub must know the user. The computer keeps its one store as long as it can be opened.
base::Result<Opened> open_first_time(const Opening& opening, const std::filesystem::path& folder) {
    auto opened = [&]() -> base::Result<Opened> {
        const auto here = store_of_computer(opening.data_dir);
        if (!here && opening.open_store == nullptr) return make_store(opening, folder);
        auto joined = opening.open_store ? join_open_store(opening) : open_by_hub(opening, *here);
        // Another hall's store, or one of a hub that was set up anew since: a store of the user's own begins.
        if (!joined && joined.error().code == "store.wrong_password") return make_store(opening, folder);
        return joined;
    }();
    if (!opened && nobody_answers(opened.error()))
        return base::fail("session.offline_unknown", opened.error().detail);
    return opened;
}

}  // namespace

base::Result<std::shared_ptr<const forms::Catalogue>> load_catalogue(store::LocalStore& store) {
    YC_TRY(const auto kept, store.catalogue());
    if (!kept) return forms::Catalogue::open({.version = 0});
    YC_TRY(forms::CatalogueBundle bundle, forms::parse_bundle(kept->bytes));
    return forms::Catalogue::open(std::move(bundle));
}

base::Result<Opened> open_place(const Opening& opening) {
    const StoreFolder place = store_folder(opening.data_dir, opening.sign_in.user);
    YC_TRY(Opened opened,
           place.has_user ? open_own(opening, place.folder) : open_first_time(opening, place.folder));
    opened.store->set_rules(rules_under(opened.session.policy.policy));
    opened.sync = std::make_unique<sync::SyncEngine>(*opened.store, opening.hub, opening.clock);
    if (!opened.offline) {
        YC_CHECK(opened.store->save_session(opened.session));
        let_hub_in(opened);
        if (!opened.sync->wait_until_current(patience))
            base::log(base::LogLevel::warning, "signed in, but the first exchange is not finished");
    }
    YC_TRY(opened.catalogue, load_catalogue(*opened.store));
    return opened;
}

}  // namespace yc::client::desk
