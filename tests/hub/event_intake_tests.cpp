#include "hub/api/event_intake.h"

#include <boost/test/unit_test.hpp>

#include "core/base/id.h"
#include "forms/sample_district.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using namespace std::chrono_literals;
using domain::EventKind;
using wire::PushStatus;

namespace {

struct Fixture : tests::HubPlace {
    Fixture()
        : errand(*this), counter(sign_in("clerk1", "device-1", "qx-1")), office(sign_in("h1", "device-2")) {}

    wire::PushResult push_one(const std::string& token, const domain::CaseEvent& event) {
        return push(token, {event}).front();
    }
    std::string refusal(const std::string& token, const domain::CaseEvent& event) {
        const auto result = push_one(token, event);
        return result.error ? result.error->code : std::string();
    }

    tests::CaseOfDevices errand;
    std::string counter;
    std::string office;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(event_intake_tests, Fixture)

BOOST_AUTO_TEST_CASE(accepted_events_are_numbered_in_order_and_sent_again_change_nothing) {
    const std::vector events{errand.next(EventKind::register_case, tests::clerk()),
                             errand.next(EventKind::receive, tests::clerk())};
    const auto first = push(counter, events);
    BOOST_TEST((first[0].status == PushStatus::accepted));
    BOOST_TEST(first[0].seq.value() + 1 == first[1].seq.value());
    BOOST_TEST((first[1].arrived_at == clock.now()));
    clock.advance(1h);
    const auto again = push(counter, events);
    for (size_t i = 0; i < 2; ++i) {
        BOOST_TEST((again[i].status == PushStatus::duplicate));
        BOOST_TEST((again[i].seq == first[i].seq));
        BOOST_TEST((again[i].arrived_at == first[i].arrived_at));
    }
    BOOST_TEST(store->last_seq().value() == first[1].seq.value());
}

BOOST_AUTO_TEST_CASE(the_same_id_with_other_content_is_refused) {
    auto event = errand.next(EventKind::register_case, tests::clerk());
    push_one(counter, event);
    event.body.registration->applicant.name = "李四";
    BOOST_TEST(refusal(counter, event) == "event.id_taken");
}

BOOST_AUTO_TEST_CASE(a_refused_event_holds_back_only_its_own_case) {
    tests::CaseOfDevices other(*this);
    other.number = "45010320260302001000025";
    const auto registered = errand.next(EventKind::register_case, tests::clerk());
    const auto received = errand.next(EventKind::receive, tests::clerk());
    const auto withdrawn = errand.next(EventKind::withdraw, tests::clerk());
    const auto results = push(
        counter, {received, withdrawn, other.next(EventKind::register_case, tests::clerk()), registered});
    BOOST_TEST((results[0].status == PushStatus::refused));
    BOOST_TEST(results[0].error->code == "case.not_allowed");
    BOOST_TEST((results[1].status == PushStatus::held));
    BOOST_TEST((results[2].status == PushStatus::accepted));
    BOOST_TEST((results[3].status == PushStatus::held));
    const auto later = push(counter, {registered, received, withdrawn});
    for (const auto& result : later) BOOST_TEST((result.status == PushStatus::accepted));
}

BOOST_AUTO_TEST_CASE(nobody_acts_as_somebody_else) {
    const auto event = errand.next(EventKind::register_case, tests::clerk());
    const auto wrong = [&](auto change) {
        auto changed = event;
        change(changed);
        const auto result = push_one(counter, changed);
        BOOST_REQUIRE(result.error);
        BOOST_TEST(result.error->code == "event.wrong_actor");
        return result.error->args.at("field");
    };
    BOOST_TEST(wrong([](auto& e) { e.actor.user = "h1"; }) == "user");
    BOOST_TEST(wrong([](auto& e) { e.actor.user = "nobody"; }) == "user");
    BOOST_TEST(wrong([](auto& e) { e.actor.name = "别人"; }) == "name");
    BOOST_TEST(wrong([](auto& e) { e.actor.roles.push_back(domain::Role::approver); }) == "roles");
    BOOST_TEST(wrong([](auto& e) { e.actor.roles = {domain::Role::hub}; }) == "roles");
    BOOST_TEST(wrong([](auto& e) { e.actor.hall = "xz"; }) == "hall");
    BOOST_TEST(wrong([](auto& e) { e.actor.department = "market"; }) == "department");
    BOOST_TEST(wrong([](auto& e) { e.device = "device-9"; }) == "device");
    BOOST_TEST(wrong([&](auto& e) { e.actor.authority_until = clock.now() + 73h; }) == "authority_until");
    BOOST_TEST(store->last_seq().value() == 0);
    auto granted = event;
    granted.actor.authority_until = clock.now() + 72h;
    BOOST_TEST(refusal(counter, granted).empty());
}

BOOST_AUTO_TEST_CASE(what_was_done_by_the_colleague_before_comes_with_the_next_session_of_the_device) {
    auto colleague = tests::clerk();
    colleague.user = colleague.name = "clerk2";
    put_user(colleague);
    const auto event = errand.next(EventKind::register_case, tests::clerk());
    const std::string next_session = sign_in("clerk2", "device-1", "qx-1");
    BOOST_TEST(refusal(next_session, event).empty());
}

BOOST_AUTO_TEST_CASE(a_registration_must_be_of_the_counter_and_of_a_published_item) {
    auto event = errand.next(EventKind::register_case, tests::clerk());
    event.body.registration->counter = "xz-1";
    BOOST_TEST(refusal(counter, event) == "event.other_counter");
    event.body.registration->counter = "qx-1";
    forms::CatalogueBundle bundle;
    domain::ServiceItem item;
    item.code = "450103-001";
    item.name = "另一事项";
    bundle.items = {item};
    bundle.forms = forms::sample_catalogue().forms;
    BOOST_REQUIRE(store->publish_catalogue(1, forms::serialise_bundle(bundle), clock.now()));
    BOOST_TEST(refusal(counter, event) == "event.item_unknown");
    event.body.registration->item = domain::terms_of(item);
    BOOST_TEST(refusal(counter, event).empty());

    auto theme = tests::clerk();
    theme.user = theme.name = "clerk9";
    theme.hall = "xz";
    put_user(theme);
    const std::string theme_counter = sign_in("clerk9", "device-9", "xz-1");
    tests::CaseOfDevices other(*this);
    auto elsewhere = other.next(EventKind::register_case, tests::clerk(), "device-9");
    elsewhere.actor = theme;
    elsewhere.body.registration->hall = "xz";
    elsewhere.body.registration->counter = "xz-1";
    BOOST_TEST(refusal(theme_counter, elsewhere) == "event.counter_scope");
}

BOOST_AUTO_TEST_CASE(review_waits_for_the_pages_and_the_receipt_does_not) {
    auto registered = errand.next(EventKind::register_case, tests::clerk());
    const std::string bytes = "a page";
    registered.body.materials[0].pages = {base::sha256_hex(bytes)};
    auto received = errand.next(EventKind::receive, tests::clerk());
    for (const auto& result : push(counter, {registered, received}))
        BOOST_TEST((result.status == PushStatus::accepted));
    const auto accepted = errand.next(EventKind::accept, tests::handler(), "device-2");
    const auto waiting = push_one(office, accepted);
    BOOST_REQUIRE(waiting.error);
    BOOST_TEST(waiting.error->code == "case.pages_pending");
    BOOST_TEST(waiting.error->args.at("count") == "1");
    upload(counter, bytes);
    BOOST_TEST(refusal(office, accepted).empty());
}

BOOST_AUTO_TEST_CASE(two_cases_never_share_a_number) {
    tests::CaseOfDevices other(*this);
    BOOST_TEST(refusal(counter, errand.next(EventKind::register_case, tests::clerk())).empty());
    BOOST_TEST(refusal(counter, other.next(EventKind::register_case, tests::clerk())) == "case.number_taken");
}

BOOST_AUTO_TEST_CASE(an_offline_act_without_authority_is_refused_in_the_words_of_the_table) {
    push(counter, {errand.next(EventKind::register_case, tests::clerk()),
                   errand.next(EventKind::receive, tests::clerk())});
    auto event = errand.scenario.event(EventKind::start_review, tests::handler());
    event.id = base::new_uuid(clock.now());
    event.case_id = errand.id;
    event.device = "device-2";
    BOOST_TEST(refusal(office, event) == "case.not_allowed");
    event.kind = EventKind::accept;
    event.offline = true;
    BOOST_TEST(refusal(office, event).starts_with("case.offline."));
}

BOOST_AUTO_TEST_CASE(ids_are_uuids_and_batches_have_an_end) {
    auto event = errand.next(EventKind::register_case, tests::clerk());
    event.id = "1";
    BOOST_TEST(push_one(counter, event).error->args.at("field") == "id");
    const std::vector many(hub::api::kLargestBatch + 1, event);
    const hub::store::SessionRecord session{.user = {"clerk1"}};
    const hub::store::FieldsOf none = [](const std::string&, int) { return hub::store::SettlingFields{}; };
    hub::api::EventIntake intake(*store, clock, rules, none);
    const auto taken = intake.take(session, {}, many);
    BOOST_REQUIRE(!taken);
    BOOST_TEST(taken.error().code == "event.too_many");
}

BOOST_AUTO_TEST_CASE(an_event_of_a_forgotten_person_sent_again_stops_nobody_elses) {
    const auto registered = errand.next(EventKind::register_case, tests::clerk());
    const auto received = errand.next(EventKind::receive, tests::clerk());
    const auto withdrawn = errand.next(EventKind::withdraw, tests::clerk());
    const auto before = push(counter, {registered, received, withdrawn});
    for (const auto& result : before) BOOST_TEST((result.status == PushStatus::accepted));
    const auto forgotten = store->forget_person(registered.body.registration->applicant.key,
                                                {.at = clock.now(), .action = "person.forget"});
    BOOST_REQUIRE((forgotten && forgotten->known));
    tests::CaseOfDevices other(*this);
    other.number = "45010320260302001000025";
    auto somebody_else = other.next(EventKind::register_case, tests::clerk());
    somebody_else.body.registration->applicant.key.number = "110101190001011009";
    const auto results = push(counter, {withdrawn, somebody_else});
    BOOST_TEST((results[0].status == PushStatus::duplicate));
    BOOST_TEST((results[0].seq == before[2].seq));
    BOOST_TEST((results[1].status == PushStatus::accepted));
}

BOOST_AUTO_TEST_CASE(accepted_is_durable_across_a_restart) {
    const auto event = errand.next(EventKind::register_case, tests::clerk());
    const auto before = push_one(counter, event);
    reopen();
    const auto after = push_one(counter, event);
    BOOST_TEST((after.status == PushStatus::duplicate));
    BOOST_TEST((after.seq == before.seq));
    BOOST_TEST(store->check_chain().ok());
}

BOOST_AUTO_TEST_SUITE_END()
