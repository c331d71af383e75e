#include "client/desk/opening.h"

#include "client/desk/place_file.h"
#include "client/net/hub_client.h"
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

/// The user has a slot: their password opens the store, then the hub is asked; without it the last session
/// serves.
base::Result<Opened> open_own(const Opening& opening, const std::filesystem::path& folder) {
    auto store = store::LocalStore::open(store_options(opening, folder), opening.sign_in.user,
                                         opening.sign_in.password);
    if (!store) {
        if (store.error().code == "store.wrong_password") return base::fail("session.wrong_password");
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

/// First time here: the hub must know the user. Who signed out before in this program lends the open store.
base::Result<Opened> open_first_time(const Opening& opening, const std::filesystem::path& folder) {
    Opened opened{.store = opening.open_store};
    const bool make = opened.store == nullptr;
    if (make) {
        YC_TRY(opened.store, store::LocalStore::create(store_options(opening, folder), opening.sign_in.user,
                                                       opening.sign_in.password));
    }
    auto session = session_at_hub(opening, opened.store->device_id());
    if (!session) {
        if (make) {
            opened.store.reset();
            std::error_code ignored;
            std::filesystem::remove_all(folder, ignored);
        }
        if (nobody_answers(session.error()))
            return base::fail("session.offline_unknown", session.error().detail);
        return session.error();
    }
    if (!make) YC_CHECK(opened.store->add_user(opening.sign_in.user, opening.sign_in.password));
    opened.session = *std::move(session);
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
    opened.sync = std::make_unique<sync::SyncEngine>(*opened.store, opening.hub, opening.clock);
    if (!opened.offline) {
        YC_CHECK(opened.store->save_session(opened.session));
        if (!opened.sync->wait_until_current(patience))
            base::log(base::LogLevel::warning, "signed in, but the first exchange is not finished");
    }
    YC_TRY(opened.catalogue, load_catalogue(*opened.store));
    return opened;
}

}  // namespace yc::client::desk
