// What the feed brings, from a hub whose answers are given by hand.
#include "client/sync/receiver.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "client/sync/sync_engine.h"
#include "core/wire/feed_json.h"
#include "core/wire/json_text.h"
#include "forms/catalogue_bundle.h"
#include "forms/sample_district.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using namespace std::chrono_literals;
using nlohmann::json;
using tests::LoopbackServer;

namespace {

const domain::Policy policy;
const domain::Rules rules{domain::WorkCalendar::national(), policy};
const base::SystemClock system_clock;

/// A hub that has published `bundle` as version 9 and a store that has version 3 of the sample.
struct Hub {
    explicit Hub(std::string published) : bundle(std::move(published)) {
        BOOST_REQUIRE(store->save_catalogue({3, forms::serialise_bundle(forms::sample_catalogue())}).ok());
    }
    client::sync::Receiver::Outcome fetch() {
        auto outcome = receiver.fetch(0s, [] { return false; });
        BOOST_REQUIRE_MESSAGE(outcome.ok(), (outcome.ok() ? "" : outcome.error().code));
        return *outcome;
    }

    std::string bundle;
    std::atomic<int> fetched = 0;  ///< catalogues given
    std::string asked;             ///< the last question for changes
    LoopbackServer server{[this](const std::string& request) {
        if (request.starts_with("GET /v1/catalogue")) {
            ++fetched;
            return LoopbackServer::json(200, bundle, "ETag: \"9\"\r\n");
        }
        asked = request.substr(0, request.find("\r\n"));
        const wire::ChangesPage page{.epoch = "e1", .catalogue_version = 9};
        return LoopbackServer::json(200, wire::to_text(wire::to_json(page)));
    }};
    tests::TempDir folder;
    std::unique_ptr<client::store::LocalStore> store = *client::store::LocalStore::create(
        {.folder = folder / "store", .clock = &system_clock, .rules = &rules}, "clerk1", "yichuang");
    std::unique_ptr<client::net::HubClient> hub =
        *client::net::HubClient::make({.url = server.url(), .connect_timeout = 1s, .answer_timeout = 5s});
    client::sync::Receiver receiver{*store, *hub};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(receiver_tests)

BOOST_AUTO_TEST_CASE(a_newer_catalogue_replaces_the_old_one) {
    Hub hub(forms::serialise_bundle(forms::sample_catalogue()));
    const auto outcome = hub.fetch();
    BOOST_TEST(outcome.catalogue);
    BOOST_TEST(!outcome.unreadable.has_value());
    BOOST_TEST(hub.store->catalogue_version().value() == 9);
}

BOOST_AUTO_TEST_CASE(one_that_this_program_cannot_read_leaves_the_old_one_and_says_why) {
    auto newer = json::parse(forms::serialise_bundle(forms::sample_catalogue()));
    newer["forms"][0]["sections"][0]["fields"][0]["hide_if"] = "true";
    for (const auto& [bundle, code] :
         {std::pair<std::string, const char*>{newer.dump(), "form.unknown_member"},
          {R"({"version": 9, "items": 7})", "wire.invalid"},
          {"{\"version\": 9, ", "wire.not_json"}}) {
        Hub hub(bundle);
        const auto outcome = hub.fetch();
        BOOST_TEST(!outcome.catalogue);
        BOOST_TEST(!outcome.failed.has_value(), "the hub was reached");
        BOOST_REQUIRE(outcome.unreadable.has_value());
        BOOST_TEST(outcome.unreadable->code == code);
        BOOST_TEST(hub.store->catalogue_version().value() == 3);
        const auto kept = hub.store->catalogue();
        BOOST_REQUIRE((kept.ok() && *kept));
        BOOST_TEST(forms::parse_bundle((*kept)->bytes).ok());
        BOOST_TEST(hub.store->checkpoint()->epoch == "e1", "what others did is there all the same");
        BOOST_TEST(hub.fetch().unreadable.has_value(), "it is still said");
        BOOST_TEST(hub.asked.find("catalogue=9") != std::string::npos, hub.asked);
        BOOST_TEST(hub.fetched == 1, "nor is it fetched again");
    }
}

BOOST_AUTO_TEST_CASE(a_catalogue_nobody_here_can_read_does_not_end_the_session) {
    Hub hub("{");
    client::sync::SyncEngine engine(*hub.store, *hub.hub, system_clock);
    BOOST_TEST(engine.wait_until_current(10s));
    const auto status = engine.status();
    BOOST_TEST((status.online && status.signed_in));
    BOOST_TEST(!status.last_error.has_value());
    BOOST_TEST(status.last_sync.has_value());
    BOOST_REQUIRE(status.catalogue_unreadable.has_value());
    BOOST_TEST(status.catalogue_unreadable->code == "wire.not_json");
}

BOOST_AUTO_TEST_SUITE_END()
