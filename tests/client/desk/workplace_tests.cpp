#include "client/desk/workplace.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "cli/journey_pages.h"
#include "cli/journey_people.h"
#include "cli/message_loop.h"
#include "client/desk/case_list.h"
#include "client/desk/intake.h"
#include "client/desk/outbox.h"
#include "tests/client/desk/told.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using namespace yc::client::desk;
using namespace std::chrono_literals;

namespace {

const base::SystemClock the_clock;

struct Place {
    tests::TempDir folder;
    cli::MessageLoop loop;
    std::unique_ptr<Workplace> at;

    void open(const std::string& url, const std::string& name = "client") {
        at.reset();
        at = *Workplace::open({.data_dir = folder / name,
                               .hub_url = url,
                               .clock = &the_clock,
                               .post = [this](std::function<void()> call) { loop.post(std::move(call)); }});
    }
    /// Receives a case of an invented person; returns its number.
    std::string receive(int sequence) {
        const auto person = cli::invent_person(base::make_date(1941, 5, 2), sequence, "梁示例");
        const auto intake = at->new_intake();
        intake->set_number(person.number);
        BOOST_REQUIRE(
            loop.run_until([&] { return intake->dossier().state != DossierSummary::State::looking; }, 10s));
        BOOST_REQUIRE(intake->choose_item(intake->search_items("高龄津贴").front().code).ok());
        cli::fill_in(*intake, person);
        for (const auto& row : intake->materials())
            BOOST_REQUIRE(
                intake->add_page(row.code, *cli::sample_page_jpeg(static_cast<unsigned>(sequence))).ok());
        const auto outcome = intake->receive();
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        return outcome->cases.front().case_no;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(workplace_tests, Place)

BOOST_AUTO_TEST_CASE(a_hub_of_a_newer_protocol_is_told_apart) {
    tests::LoopbackServer newer([](const std::string&) {
        return tests::LoopbackServer::json(
            426, R"({"error":{"code":"protocol.mismatch","detail":"","args":{"hub":"2","client":"1"}}})",
            "Yichuang-Protocol: 2\r\n");
    });
    open(newer.url());
    const auto who = at->sign_in_now({"clerk1", "yichuang", "qx1"});
    BOOST_REQUIRE(!who.ok());
    BOOST_TEST(who.error().code == "protocol.mismatch");
    BOOST_TEST(!at->signed_in());
}

BOOST_AUTO_TEST_CASE(nobody_signs_in_here_for_the_first_time_without_the_hub) {
    open("http://127.0.0.1:9");
    BOOST_TEST(at->sign_in_now({"clerk1", "yichuang", "qx1"}).error().code == "session.offline_unknown");
    BOOST_TEST(!std::filesystem::exists(folder / "client" / "store"));
}

BOOST_AUTO_TEST_CASE(sign_in_offline_by_the_key_slot_and_the_outbox_goes_out_later) {
    tests::HubProcess hub(folder / "hub");
    open(hub.url());
    BOOST_TEST(at->sign_in_now({"clerk1", "wrong", "qx1"}).error().code == "session.wrong_password");
    const auto online = at->sign_in_now({"clerk1", "yichuang", "qx1"});
    BOOST_REQUIRE_MESSAGE(online.ok(), tests::told(online));
    BOOST_TEST(at->sample());
    BOOST_TEST(at->hints().last_user == "clerk1");
    hub.kill();
    open(hub.url());
    BOOST_TEST(at->sign_in_now({"clerk1", "wrong", "qx1"}).error().code == "session.wrong_password");
    const auto offline = at->sign_in_now({"clerk1", "yichuang", {}});
    BOOST_REQUIRE_MESSAGE(offline.ok(), tests::told(offline));
    BOOST_TEST(offline->offline);
    BOOST_TEST(offline->counter->id == "qx1");
    const std::string number = receive(971);
    BOOST_TEST(!at->connection().online);
    hub.start();
    at->sync_now();
    BOOST_TEST(at->wait_until_sent(20s));
    const auto rows = at->case_list().rows({.search = number});
    BOOST_REQUIRE_EQUAL(rows->size(), 1);
    BOOST_TEST((rows->front().whereabouts == Whereabouts::at_the_hub));
}

BOOST_AUTO_TEST_CASE(an_expired_session_loses_nothing_and_asks_for_the_password) {
    tests::HubProcess hub(folder / "hub");
    open(hub.url());
    BOOST_REQUIRE(at->sign_in_now({"clerk1", "yichuang", "qx1"}).ok());
    hub.stop();
    std::filesystem::rename(hub.data(), folder / "old-hub");  // a hub set up anew knows no session
    const std::string number = receive(972);
    hub.start();
    BOOST_REQUIRE(loop.run_until([&] { return at->session_expired(); }, 20s));
    BOOST_TEST(at->connection().advice.key == "desk.connection.advice_sign_in");
    BOOST_TEST(at->outbox().rows()->size() > 0);
    std::optional<base::Result<void>> renewed;
    at->renew_session("yichuang", [&](base::Result<void> result) { renewed = std::move(result); });
    BOOST_REQUIRE(loop.run_until([&] { return renewed.has_value(); }, 10s));
    BOOST_REQUIRE_MESSAGE(renewed->ok(), tests::told(*renewed));
    BOOST_TEST(at->wait_until_sent(20s));
    BOOST_TEST(at->case_list().rows({.search = number})->size() == 1);
}

BOOST_AUTO_TEST_CASE(a_second_person_gets_a_slot_of_the_same_store_after_the_first_signed_out) {
    tests::HubProcess hub(folder / "hub");
    open(hub.url());
    BOOST_REQUIRE(at->sign_in_now({"handler_civil", "yichuang", {}}).ok());
    const auto second = at->sign_in_now({"reviewer_civil", "yichuang", {}});
    BOOST_REQUIRE_MESSAGE(second.ok(), tests::told(second));
    BOOST_TEST(!std::filesystem::exists(folder / "client" / "store-2"));
    BOOST_TEST(tests::find_bytes(folder / "client", "SQLite format 3").empty());
    open(hub.url());
    std::optional<base::Result<Who>> third;  // after a restart the hub's key opens the store for them
    at->sign_in({"approver_civil", "yichuang", {}}, [&](base::Result<Who> who) { third = std::move(who); });
    BOOST_REQUIRE(loop.run_until([&] { return third.has_value(); }, 15s));
    BOOST_REQUIRE_MESSAGE(third->ok(), tests::told(*third));
    BOOST_TEST(!std::filesystem::exists(folder / "client" / "store-2"));
    hub.stop();
    open(hub.url());
    BOOST_TEST(at->sign_in_now({"approver_civil", "yichuang", {}}).ok());
}

BOOST_AUTO_TEST_CASE(two_clerks_of_one_counter_never_give_the_same_case_number) {
    tests::HubProcess hub(folder / "hub");
    open(hub.url());
    BOOST_REQUIRE(at->sign_in_now({"clerk1", "yichuang", "qx1"}).ok());
    const std::string first = receive(981);
    BOOST_REQUIRE(at->wait_until_sent(20s));
    open(hub.url());
    const auto second = at->sign_in_now({"clerk2", "yichuang", "qx1"});
    BOOST_REQUIRE_MESSAGE(second.ok(), tests::told(second));
    const std::string next = receive(982);
    BOOST_TEST(next != first);
    BOOST_TEST(at->wait_until_sent(20s));
    BOOST_TEST(at->connection().refused == 0);
}

BOOST_AUTO_TEST_SUITE_END()
