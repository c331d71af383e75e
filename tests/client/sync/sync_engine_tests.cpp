// Two counters and a real hub process: everything arrives once, whatever happens on the way.
#include "client/sync/sync_engine.h"

#include <atomic>
#include <boost/test/unit_test.hpp>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"
#include "core/domain/work_calendar.h"
#include "forms/sample_district.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

using namespace yc;
using namespace std::chrono_literals;
using client::store::LocalStore;
using client::sync::SyncEngine;

namespace {

const domain::Policy kPolicy;
const domain::Rules kRules{domain::WorkCalendar::national(), kPolicy};
const base::SystemClock kClock;

/// Somebody signed in at a computer of their own.
class Place {
  public:
    Place(const std::filesystem::path& folder, const std::string& url, std::string user, std::string counter)
        : user_(std::move(user)), counter_(std::move(counter)) {
        store =
            *LocalStore::create({.folder = folder, .clock = &kClock, .rules = &kRules}, user_, "yichuang");
        hub = *client::net::HubClient::make(
            {.url = url, .ca_file = {}, .connect_timeout = 1s, .answer_timeout = 5s});
        sign_in();
        engine = std::make_unique<SyncEngine>(
            *store, *hub, kClock, client::sync::SyncOptions{.first_retry = 20ms, .longest_retry = 200ms});
        engine->start();
    }

    void sign_in() {
        session = *hub->sign_in({user_, "yichuang", store->device_id(), counter_});
        if (engine) engine->kick();
    }

    [[nodiscard]] domain::Actor actor() const {
        return {.user = session.user.id,
                .name = session.user.name,
                .roles = session.user.roles,
                .hall = session.user.hall,
                .counter = counter_,
                .department = session.user.department,
                .authority_until = session.authority_until};
    }

    [[nodiscard]] bool has_case(const std::string& id, domain::LifeCycle life) {
        const auto state = store->case_state(id);
        return state && state->life == life;
    }

    std::unique_ptr<LocalStore> store;
    std::unique_ptr<client::net::HubClient> hub;
    wire::Session session;
    std::unique_ptr<SyncEngine> engine;

  private:
    std::string user_;
    std::string counter_;
};

const domain::ServiceItem& an_item() {
    static const forms::CatalogueBundle bundle = forms::sample_catalogue();
    for (const domain::ServiceItem& item : bundle.items)
        if (item.case_kind == domain::CaseKind::promised) return item;
    throw std::logic_error("the sample has no promised item");
}

domain::CaseEvent event_of(const Place& place, const std::string& case_id, domain::EventKind kind) {
    domain::CaseEvent event;
    event.case_id = case_id;
    event.kind = kind;
    event.at = kClock.now();
    event.actor = place.actor();
    return event;
}

/// Registers and receives a case with every material on paper; one material has `page` as its scan.
std::string take_in(Place& place, const std::string& page = {}) {
    const std::string id = base::new_uuid(kClock.now());
    const int serial = *place.store->reserve_case_serial("450103", kClock.today(), 1);
    domain::CaseEvent registered = event_of(place, id, domain::EventKind::register_case);
    domain::Registration registration;
    registration.case_no = domain::to_string(domain::CaseNumber{"450103", kClock.today(), 1, serial});
    registration.item = domain::terms_of(an_item());
    registration.applicant.key = {domain::DocumentKind::citizen_id, "11010519491231002X"};
    registration.applicant.name = "测试甲";
    registration.division = "450103";
    registration.hall = place.session.user.hall;
    registration.counter = place.session.counter;
    registration.department = an_item().department;
    registered.body.registration = registration;

    domain::CaseEvent received = event_of(place, id, domain::EventKind::receive);
    received.body.query_code = "TESTCODE";
    for (const domain::Material& material : domain::materials_for(an_item(), {}))
        received.body.materials.push_back({.code = material.code,
                                           .name = material.name,
                                           .necessity = material.necessity,
                                           .state = domain::MaterialState::provided});
    if (!page.empty()) received.body.materials.front().pages.push_back(*place.store->save_page(page));
    const auto written = place.store->append_events({registered, received});
    BOOST_REQUIRE_MESSAGE(written.ok(), (written ? "" : written.error().code + " " + written.error().detail));
    return id;
}

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
