// Two counters and a real hub process: everything arrives once, whatever happens on the way.
#include "client/sync/sync_engine.h"

#include <atomic>
#include <boost/test/unit_test.hpp>

#include "core/base/crypto.h"
#include "tests/client/sync/place.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

using namespace yc;
using namespace std::chrono_literals;
using tests::event_of;
using tests::kClock;
using tests::Place;
using tests::take_in;

namespace {

struct District {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    Place clerk{folder / "clerk", hub.url(), "clerk1", "qx1"};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sync_engine_tests)

BOOST_FIXTURE_TEST_CASE(what_one_counter_writes_another_sees_within_two_seconds, District) {
    Place other{folder / "other", hub.url(), "clerk2", "qx2"};
    const std::string page = base::random_bytes(300'000);
    const std::string id = take_in(clerk, page);
    BOOST_TEST(tests::wait_until([&] { return other.has_case(id, domain::LifeCycle::received); }, 2s));
    BOOST_TEST(clerk.engine->wait_until_sent(5s));
    BOOST_TEST((other.hub->download_page(base::sha256_hex(page)).value() == page));
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().last_sync.has_value(); }));
}

BOOST_FIXTURE_TEST_CASE(the_hub_goes_away_and_comes_back_and_everything_arrives_once, District) {
    const std::string before = take_in(clerk);
    BOOST_TEST(clerk.engine->wait_until_sent(5s));
    hub.kill();
    const std::string during = take_in(clerk, base::random_bytes(1000));
    BOOST_TEST(clerk.has_case(during, domain::LifeCycle::received));
    BOOST_TEST(tests::wait_until([&] {
        const auto status = clerk.engine->status();
        return !status.online && status.pending_events == 2 && status.stuck_since && status.last_error;
    }));
    hub.start();
    clerk.sign_in();
    BOOST_TEST(clerk.engine->wait_until_sent(10s));
    Place other{folder / "other", hub.url(), "clerk2", "qx2"};
    BOOST_TEST(tests::wait_until([&] { return other.has_case(during, domain::LifeCycle::received); }));
    for (const std::string& id : {before, during}) BOOST_TEST(other.store->case_events(id)->size() == 2U);
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().pending_pages == 0; }));
}

BOOST_FIXTURE_TEST_CASE(a_refused_event_holds_back_only_its_own_case, District) {
    const std::string stolen = take_in(clerk);
    BOOST_TEST(clerk.engine->wait_until_sent(5s));
    clerk.engine->stop();
    domain::CaseEvent wrong = event_of(clerk, stolen, domain::EventKind::withdraw);
    wrong.actor.name = "另一个人";  // not who signed in: the hub refuses what this store could not know
    wrong.actor.user = "somebody";
    wrong.body.reason = "申请人撤回";
    wrong.body.pages = {*clerk.store->save_page("signed request")};
    const auto written = clerk.store->append_events({wrong});
    BOOST_REQUIRE_MESSAGE(written.ok(), (written ? "" : written.error().code));
    const std::string good = take_in(clerk);
    clerk.engine->start();
    Place other{folder / "other", hub.url(), "clerk2", "qx2"};
    BOOST_TEST(tests::wait_until([&] { return other.has_case(good, domain::LifeCycle::received); }));
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().refused == 1; }));
    const auto entries = clerk.store->outbox();
    BOOST_REQUIRE(entries.ok());
    BOOST_TEST(entries->front().error->code == "event.wrong_actor");
}

BOOST_FIXTURE_TEST_CASE(an_ended_session_keeps_everything_until_somebody_signs_in, District) {
    clerk.hub->set_token("no such session");
    const std::string id = take_in(clerk);
    BOOST_TEST(
        tests::wait_until([&] { return !clerk.engine->status().signed_in && !clerk.hub->has_token(); }));
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().pending_events == 2; }));
    clerk.sign_in();
    BOOST_TEST(clerk.engine->wait_until_sent(5s));
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().signed_in; }));
}

BOOST_FIXTURE_TEST_CASE(looks_done_without_the_hub_are_told_to_it_afterwards, District) {
    hub.kill();
    const domain::PartyKey key{domain::DocumentKind::citizen_id, "11010519491231002X"};
    const auto looked =
        clerk.store->record_look({base::new_uuid(kClock.now()), key, "intake", "", "clerk1", kClock.now()});
    BOOST_REQUIRE(looked.ok());
    BOOST_TEST(clerk.store->unsent_looks()->size() == 1U);
    hub.start();
    clerk.engine->kick();
    BOOST_TEST(tests::wait_until([&] { return clerk.store->unsent_looks()->empty(); }));
}

BOOST_FIXTURE_TEST_CASE(a_newer_catalogue_is_fetched_while_the_poll_waits, District) {
    BOOST_TEST(clerk.engine->wait_until_current(5s));
    const int64_t before = clerk.store->catalogue_version().value();
    BOOST_TEST(before > 0);
    std::atomic<int> told = 0;
    clerk.engine->on_change([&](client::sync::SyncChange change) {
        if (change == client::sync::SyncChange::catalogue) ++told;
    });
    const auto list = folder / "list.json";
    tests::write_file(
        list, R"([{"department":"测试局","name":"测试新事项","task_code":"TEST-0001","task_type":"1"}])");
    const auto imported = tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --json catalogue import '" +
                                             list.string() + "' --hub-data '" + hub.data().string() + "'");
    BOOST_REQUIRE_MESSAGE(imported.exit_code == 0, imported.out << imported.err);
    // Well before the long poll of 25 s is over.
    BOOST_TEST(tests::wait_until([&] { return clerk.store->catalogue_version().value() > before; }, 8s));
    BOOST_TEST(tests::wait_until([&] { return told > 0; }));
}

BOOST_FIXTURE_TEST_CASE(stopping_does_not_wait_for_the_long_poll, District) {
    BOOST_TEST(tests::wait_until([&] { return clerk.engine->status().online; }));
    const auto begun = std::chrono::steady_clock::now();
    clerk.engine->stop();
    BOOST_TEST((std::chrono::steady_clock::now() - begun < 2s));
}

BOOST_AUTO_TEST_SUITE_END()
