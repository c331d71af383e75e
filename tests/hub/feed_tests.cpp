#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/dossier_json.h"
#include "core/wire/json_text.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using domain::EventKind;

namespace {

struct Fixture : tests::HubPlace {
    Fixture()
        : errand(*this), counter(sign_in("clerk1", "device-1", "qx-1")), office(sign_in("h1", "device-2")) {}

    void register_and_receive() {
        push(counter, {errand.next(EventKind::register_case, tests::clerk()),
                       errand.next(EventKind::receive, tests::clerk())});
    }
    std::vector<EventKind> kinds(const wire::ChangesPage& page) {
        std::vector<EventKind> out;
        for (const auto& event : page.events) out.push_back(event.kind);
        return out;
    }
    hub::api::Response poll(const std::string& token, int64_t after, const std::string& epoch,
                            const std::string& more = "&wait=25") {
        return ask("GET", "/v1/changes?after=" + std::to_string(after) + "&epoch=" + epoch + more, token);
    }

    tests::CaseOfDevices errand;
    std::string counter;
    std::string office;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(feed_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_department_sees_the_whole_case_from_its_receipt_on) {
    push(counter, {errand.next(EventKind::register_case, tests::clerk())});
    BOOST_TEST(changes(office).events.empty());
    BOOST_TEST(changes(counter).events.size() == 1U);
    const int64_t checkpoint = changes(office).next;
    push(counter, {errand.next(EventKind::receive, tests::clerk())});
    const auto page = changes(office, checkpoint);
    BOOST_TEST((kinds(page) == std::vector{EventKind::register_case, EventKind::receive}));
    BOOST_TEST(page.next == page.events.back().seq.value());
    BOOST_TEST(!page.more);
    BOOST_TEST((kinds(changes(counter, checkpoint)) == std::vector{EventKind::receive}));
}

BOOST_AUTO_TEST_CASE(other_halls_and_departments_see_nothing) {
    auto stranger = tests::handler();
    stranger.user = stranger.name = "h2";
    stranger.department = "health";
    put_user(stranger);
    auto other_hall = tests::clerk();
    other_hall.user = other_hall.name = "clerk9";
    other_hall.hall = "xz";
    put_user(other_hall);
    register_and_receive();
    BOOST_TEST(changes(sign_in("h2", "device-3")).events.empty());
    BOOST_TEST(changes(sign_in("clerk9", "device-4")).events.empty());
    BOOST_TEST(changes(sign_in("s1", "device-5")).events.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_replayed_from_the_feed_is_what_the_counter_made) {
    register_and_receive();
    push(office, {errand.next(EventKind::accept, tests::handler(), "device-2")});
    const auto page = changes(office);
    const auto replayed = domain::replay(page.events, rules);
    BOOST_REQUIRE(replayed);
    BOOST_TEST((replayed->life == domain::LifeCycle::accepted));
    BOOST_TEST(replayed->registration.applicant.name == "张三");
}

BOOST_AUTO_TEST_CASE(a_poll_with_nothing_new_waits_and_one_with_news_does_not) {
    register_and_receive();
    const std::string epoch = *store->epoch();
    const int64_t next = changes(office).next;
    BOOST_TEST(poll(office, next, epoch).wait);
    BOOST_TEST(!poll(office, next, epoch, "&wait=0").wait);
    BOOST_TEST(!poll(office, 0, epoch).wait);
    int committed = 0;
    api->on_commit([&] { ++committed; });
    push(office, {errand.next(EventKind::accept, tests::handler(), "device-2")});
    BOOST_TEST(committed == 1);
    BOOST_TEST(!poll(office, next, epoch).wait);
    forms::CatalogueBundle bundle;
    const int64_t now = changes(office).next;
    BOOST_REQUIRE(store->publish_catalogue(5, forms::serialise_bundle(bundle), clock.now()));
    BOOST_TEST(!poll(office, now, epoch, "&wait=25&catalogue=4").wait);
    BOOST_TEST(poll(office, now, epoch, "&wait=25&catalogue=5").wait);
}

BOOST_AUTO_TEST_CASE(another_epoch_or_a_lost_history_is_told) {
    register_and_receive();
    const std::string epoch = *store->epoch();
    const auto other = poll(counter, 1, "another");
    BOOST_TEST(other.status == 409);
    BOOST_TEST((*wire::parse_text(other.body))["error"]["args"]["epoch"] == epoch);
    BOOST_TEST(poll(counter, 1, "").status == 409);
    BOOST_TEST(poll(counter, 2, epoch).status == 200);
    // This client has seen more than the store holds: it was restored, and everybody must notice.
    BOOST_TEST(poll(counter, 3, epoch).status == 409);
    BOOST_TEST(*store->epoch() != epoch);
    BOOST_TEST(poll(office, 2, epoch).status == 409);
}

BOOST_AUTO_TEST_CASE(a_lost_history_is_told_also_when_others_have_written_past_it) {
    register_and_receive();
    const auto page = changes(office);
    BOOST_TEST(page.last.seq == page.next);
    BOOST_TEST(page.last.event == page.events.back().id);
    const std::string epoch = *store->epoch();
    const auto ask_with = [&](const std::string& event, const std::string& arrived) {
        return poll(office, 2, epoch, "&known=2&event=" + event + "&arrived=" + arrived).status;
    };
    const std::string arrived = "2026-03-02T01:30:00.000Z";
    BOOST_TEST(ask_with(page.last.event, arrived) == 200);
    BOOST_TEST(ask_with(page.last.event, "yesterday") == 400);
    BOOST_TEST(*store->epoch() == epoch);
    int woken = 0;
    api->on_commit([&] { ++woken; });
    // The same event, but sent to a hub that had lost it: it arrived at another time.
    BOOST_TEST(ask_with(page.last.event, "2026-03-02T01:29:00.000Z") == 409);
    BOOST_TEST(*store->epoch() != epoch);
    BOOST_TEST(woken == 1);  // polls that wait must be told, too
}

BOOST_AUTO_TEST_CASE(nothing_is_taken_from_a_client_of_another_history) {
    register_and_receive();
    const std::string epoch = *store->epoch();
    const auto send = [&](const wire::Known& known) {
        return ask("POST", "/v1/events", counter, wire::to_text(wire::push_to_json({}, known)));
    };
    const auto last = changes(counter).last;
    BOOST_TEST(send({epoch, last.seq, last.event, last.arrived_at}).status == 200);
    BOOST_TEST(code_of(send({.epoch = "another"})) == "hub.epoch_changed");
    BOOST_TEST(*store->epoch() == epoch);
    BOOST_TEST(code_of(send({epoch, last.seq, "what the hub has lost", last.arrived_at})) ==
               "hub.epoch_changed");
    BOOST_TEST(*store->epoch() != epoch);
}

BOOST_AUTO_TEST_CASE(bad_numbers_are_refused_by_name) {
    for (const char* query : {"after=-1", "after=x", "wait=1e9", "after=99999999999999999999"})
        BOOST_TEST(code_of(ask("GET", std::string("/v1/changes?") + query, counter)) == "hub.bad_request");
}

BOOST_AUTO_TEST_CASE(a_received_case_settles_in_the_dossier_and_the_change_is_told) {
    register_and_receive();
    const auto page = changes(office);
    BOOST_REQUIRE(page.dossiers_changed.size() == 1U);
    BOOST_TEST(page.dossiers_changed[0].key.number == "11010519491231002X");
    const wire::DossierLookup lookup{page.dossiers_changed[0].key, "review", errand.id};
    const auto answer = wire::lookup_answer_from_json(
        json("POST", "/v1/dossiers/lookup", office, wire::to_text(wire::to_json(lookup))));
    BOOST_REQUIRE((answer && answer->has_value()));
    BOOST_TEST((*answer)->party.name == "张三");
    BOOST_TEST((*answer)->case_count == 1);
    BOOST_TEST((*answer)->version == page.dossiers_changed[0].version);
    BOOST_TEST(changes(office, page.next).dossiers_changed.empty());
}

BOOST_AUTO_TEST_CASE(every_look_into_a_dossier_is_written_down) {
    const auto before = store->audit_entries(0, 1000).value().size();
    const wire::DossierLookup lookup{.key = {domain::DocumentKind::citizen_id, "110101190001011009"},
                                     .purpose = "intake",
                                     .ticket = "0192f0e0-7777-7000-8000-000000000000"};
    const auto answer = json("POST", "/v1/dossiers/lookup", counter, wire::to_text(wire::to_json(lookup)));
    BOOST_TEST(answer["dossier"].is_null());
    const auto entries = store->audit_entries(static_cast<int64_t>(before), 10).value();
    BOOST_REQUIRE(entries.size() == 1U);
    BOOST_TEST(entries[0].user == "clerk1");
    BOOST_TEST(entries[0].action == "dossier.look");
    BOOST_TEST(entries[0].purpose == "intake");
    BOOST_TEST(entries[0].case_id == lookup.ticket);
    BOOST_TEST((entries[0].at == clock.now()));
}

BOOST_AUTO_TEST_CASE(looks_done_without_the_hub_are_written_down_with_their_own_time) {
    const auto before = store->audit_entries(0, 1000).value().size();
    const wire::LocalLook look{.id = "0192f0e0-1111-7000-8000-000000000000",
                               .key = {domain::DocumentKind::citizen_id, "11010519491231002X"},
                               .purpose = "intake",
                               .case_id = "case-8",
                               .user = "clerk1",
                               .at = clock.now() - std::chrono::hours{30}};
    const auto answer =
        ask("POST", "/v1/dossiers/looks", counter, wire::to_text(wire::looks_to_json({look})));
    BOOST_TEST(answer.status == 204);
    const auto entries = store->audit_entries(static_cast<int64_t>(before), 10).value();
    BOOST_REQUIRE(entries.size() == 1U);
    BOOST_TEST(entries[0].user == "clerk1");
    BOOST_TEST(entries[0].action == "dossier.look_offline");
    BOOST_TEST((entries[0].at == look.at));
    BOOST_TEST(code_of(ask("POST", "/v1/dossiers/looks", counter, R"({"looks":[{"id":"x"}]})")) ==
               "wire.invalid");
}

BOOST_AUTO_TEST_CASE(a_look_needs_one_of_the_purposes) {
    const auto before = store->audit_entries(0, 1000).value().size();
    const domain::PartyKey key{domain::DocumentKind::citizen_id, "11010519491231002X"};
    const std::string ticket = "0192f0e0-7777-7000-8000-000000000000";
    for (const char* purpose : {"intake", "review", "handout", "correction"}) {
        const auto answer = ask("POST", "/v1/dossiers/lookup", counter,
                                wire::to_text(wire::to_json(
                                    wire::DossierLookup{.key = key, .purpose = purpose, .ticket = ticket})));
        BOOST_TEST(answer.status == 200, purpose);
    }
    const auto refused = ask("POST", "/v1/dossiers/lookup", counter,
                             wire::to_text(wire::to_json(
                                 wire::DossierLookup{.key = key, .purpose = "curiosity", .ticket = ticket})));
    BOOST_TEST(refused.status == 400);
    BOOST_TEST(code_of(refused) == "dossier.bad_purpose");
    BOOST_TEST(refused.body.find(key.number) == std::string::npos);
    BOOST_TEST(store->audit_entries(0, 1000).value().size() == before + 4);
    // A look that has happened already is never lost for its word.
    const wire::LocalLook look{.id = "0192f0e0-1111-7000-8000-000000000001",
                               .key = key,
                               .purpose = "curiosity",
                               .user = "clerk1",
                               .at = clock.now()};
    BOOST_TEST(
        ask("POST", "/v1/dossiers/looks", counter, wire::to_text(wire::looks_to_json({look}))).status == 204);
    BOOST_TEST(store->audit_entries(0, 1000).value().back().purpose == "unstated");
}

BOOST_AUTO_TEST_CASE(a_client_that_names_its_catalogue_is_told_of_a_newer_one) {
    BOOST_REQUIRE(store->publish_catalogue(1, "{}", clock.now()));
    const auto page = changes(counter);
    const std::string poll =
        "/v1/changes?after=" + std::to_string(page.next) + "&epoch=" + page.epoch + "&wait=20";
    BOOST_TEST(ask("GET", poll, counter).wait);
    BOOST_TEST(ask("GET", poll + "&catalogue=1", counter).wait);
    BOOST_TEST(!ask("GET", poll + "&catalogue=0", counter).wait);  // it has none yet
    BOOST_REQUIRE(store->publish_catalogue(2, "{}", clock.now()));
    BOOST_TEST(!ask("GET", poll + "&catalogue=1", counter).wait);
    BOOST_TEST(json("GET", poll + "&catalogue=1", counter)["catalogue_version"] == 2);
}

BOOST_AUTO_TEST_CASE(an_answer_is_made_once_for_all_who_ask_the_same_of_the_same_store) {
    hub::api::FeedCache cache;
    int made = 0;
    const auto ask_cache = [&](const std::string& standing, const std::string& question) {
        return cache.answer(standing, question, [&]() -> base::Result<hub::api::FeedAnswer> {
            if (question == "bad") return base::fail("hub.unavailable");
            const auto body = std::make_shared<const std::string>(question + std::to_string(++made));
            return hub::api::FeedAnswer{body, true, question == "page of many"};
        });
    };
    BOOST_TEST(*ask_cache("1", "a")->body == "a1");
    BOOST_TEST(*ask_cache("1", "a")->body == "a1");
    BOOST_TEST(*ask_cache("1", "b")->body == "b2");
    BOOST_TEST(*ask_cache("2", "a")->body == "a3");  // something was committed
    BOOST_TEST(*ask_cache("1", "b")->body == "b4");
    BOOST_TEST(!ask_cache("1", "bad").ok());
    BOOST_TEST(made == 4);
    ask_cache("1", "page of many");
    ask_cache("1", "page of many");
    BOOST_TEST(made == 6, "who catches up asks for a page once: it is not kept");
}

BOOST_AUTO_TEST_CASE(kept_answers_take_no_more_memory_than_allowed) {
    hub::api::FeedCache cache;
    int made = 0;
    const auto ask_cache = [&](const std::string& question) {
        return cache.answer("1", question, [&]() -> base::Result<hub::api::FeedAnswer> {
            ++made;
            return hub::api::FeedAnswer{std::make_shared<const std::string>(3 << 20, 'x'), true};
        });
    };
    for (const char* question : {"a", "b", "a", "b"}) BOOST_TEST(ask_cache(question).ok());
    BOOST_TEST(made == 2);
    BOOST_TEST(ask_cache("c").ok());  // no room beside the two
    BOOST_TEST(ask_cache("a").ok());
    BOOST_TEST(made == 4);
}

BOOST_AUTO_TEST_CASE(people_of_other_places_never_get_each_others_answers) {
    register_and_receive();
    const auto hall = changes(counter);
    BOOST_TEST(!hall.events.empty());
    domain::Actor stranger = tests::clerk();
    stranger.user = "stranger";
    stranger.hall = "xz";
    put_user(stranger);
    BOOST_TEST(changes(sign_in("stranger", "device-9")).events.empty());
}

BOOST_AUTO_TEST_SUITE_END()
