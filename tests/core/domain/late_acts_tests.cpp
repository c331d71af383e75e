#include <boost/test/unit_test.hpp>

#include "core/domain/cards.h"
#include "tests/core/domain/case_scenario.h"

using namespace yc;
using namespace yc::domain;
using namespace yc::tests;
using enum EventKind;

namespace {

/// What the hub concludes when it looks at `scene.now`.
void conclude(CaseScenario& scene) {
    const auto due = conclusions_due(scene.state, scene.now, scene.rules());
    BOOST_REQUIRE_EQUAL(due.size(), 1u);
    auto event = scene.event(due[0].kind, hub());
    event.at = due[0].since;
    event.body = due[0].body;
    scene.act(event);
}

/// Admits as the hub does and keeps everything that is committed.
Admission admit_late(CaseScenario& scene, const CaseEvent& event) {
    auto admitted = admit(scene.state, event, scene.rules(), scene.now);
    BOOST_REQUIRE_MESSAGE(admitted.ok(), (admitted ? "" : admitted.error().code));
    for (const CaseEvent& each : admitted->compensations) scene.events.push_back(each);
    scene.events.push_back(event);
    scene.state = admitted->state;
    BOOST_TEST((replay(scene.events, scene.rules()).value() == scene.state));
    return *std::move(admitted);
}

ItemTerms delegated_item() {
    auto item = promised_item();
    item.counter_accepts = true;
    return item;
}

/// The case without the record of how it came about.
CaseState essence(CaseState state) {
    state.conclusions.clear();
    state.late_acts.clear();
    state.steps.clear();
    state.opinions.clear();
    state.event_count = 0;
    return state;
}

/// An act at `when`, arriving before the hub concludes at `concluded`, or after it: the case must be the
/// same.
void check_commutes(CaseScenario scene, EventKind kind, const char* when, const char* concluded) {
    scene.now = moment(when);
    const auto act = scene.event(kind, kind == supplement_done || kind == withdraw ? clerk() : handler());
    CaseScenario in_order = scene;
    in_order.act(act);
    scene.now = moment(concluded);
    conclude(scene);
    admit_late(scene, act);
    BOOST_TEST((essence(scene.state) == essence(in_order.state)), base::to_name(kind));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(late_acts_tests)

BOOST_AUTO_TEST_CASE(silence_for_five_working_days_accepts_from_the_receipt) {
    CaseScenario scene;
    scene.to_received();
    scene.now = moment("2026-03-09T17:00:00+08:00");
    BOOST_TEST(conclusions_due(scene.state, scene.now, scene.rules()).empty());
    scene.now = moment("2026-03-09T17:00:01+08:00");
    conclude(scene);
    BOOST_TEST(scene.state.deemed_accepted);
    BOOST_TEST((scene.state.life == LifeCycle::accepted));
    BOOST_TEST((scene.state.accepted_at == scene.state.received_at));
    BOOST_TEST(scene.refusal(accept, handler()) == "case.not_allowed");
    const auto cards = cards_due(scene.state, scene.now, scene.rules());
    BOOST_TEST(std::any_of(cards.begin(), cards.end(), [](const CardDue& card) {
        return card.kind == yellow_card && card.clock == ClockKind::reply;
    }));
}

BOOST_AUTO_TEST_CASE(a_notice_handed_over_in_time_takes_the_deemed_acceptance_back) {
    CaseScenario scene(delegated_item());
    scene.missing_material = "id";
    scene.to_received();
    scene.now = moment("2026-03-06T10:00:00+08:00");
    auto notice = scene.event(notify_supplement, clerk_with_authority(moment("2026-03-08T00:00:00+08:00")));
    notice.offline = true;
    scene.now = moment("2026-03-10T09:00:00+08:00");
    conclude(scene);
    scene.act(start_review, handler());
    const auto admission = admit_late(scene, notice);
    BOOST_REQUIRE_EQUAL(admission.compensations.size(), 1u);
    BOOST_TEST((admission.compensations[0].kind == compensate));
    BOOST_TEST((scene.state.life == LifeCycle::supplement));
    BOOST_TEST(!scene.state.deemed_accepted);
    BOOST_TEST(!scene.state.accepted_at.has_value());
    BOOST_TEST((scene.state.clock == ClockState::idle));
}

BOOST_AUTO_TEST_CASE(an_acceptance_in_time_replaces_the_deemed_one_and_the_work_stands) {
    CaseScenario scene;
    scene.to_received();
    scene.now = moment("2026-03-06T10:00:00+08:00");
    const auto accepted = scene.event(accept, handler());
    scene.now = moment("2026-03-10T09:00:00+08:00");
    conclude(scene);
    auto card = scene.event(yellow_card, hub());
    card.body.reason_code = "reply";
    scene.act(card);
    scene.act(start_review, handler());
    admit_late(scene, accepted);
    BOOST_TEST((scene.state.life == LifeCycle::in_review));
    BOOST_TEST(!scene.state.deemed_accepted);
    BOOST_TEST((scene.state.accepted_at == accepted.at));
    BOOST_TEST(scene.state.cards[0].revoked_at.has_value());
}

BOOST_AUTO_TEST_CASE(supplements_in_time_take_the_lapse_back) {
    CaseScenario scene;
    scene.missing_material = "id";
    scene.to_received();
    scene.act(notify_supplement, handler());
    scene.now = moment("2026-03-04T11:00:00+08:00");
    auto done = scene.event(supplement_done, clerk());
    done.offline = true;
    scene.now = moment("2026-03-06T11:00:00+08:00");
    conclude(scene);
    BOOST_TEST((scene.state.result == CaseResult::lapsed));
    admit_late(scene, done);
    BOOST_TEST((scene.state.life == LifeCycle::received));
    BOOST_TEST(!scene.state.result.has_value());
    BOOST_TEST(!scene.state.closed_at.has_value());
    BOOST_TEST((scene.state.received_at == done.at));
}

BOOST_AUTO_TEST_CASE(a_late_act_without_authority_is_refused) {
    CaseScenario scene;
    scene.missing_material = "id";
    scene.to_received();
    auto notice = scene.event(notify_supplement, clerk());
    scene.now = moment("2026-03-10T09:00:00+08:00");
    conclude(scene);
    BOOST_TEST(!admit(scene.state, notice, scene.rules(), scene.now).ok());
    notice.actor = handler();
    notice.at = scene.now;
    BOOST_TEST(!admit(scene.state, notice, scene.rules(), scene.now).ok());
}

BOOST_AUTO_TEST_CASE(the_order_of_arrival_makes_no_difference) {
    for (EventKind kind : {notify_supplement, decline, not_required, withdraw}) {
        CaseScenario received;
        received.missing_material = "id";
        received.to_received();
        check_commutes(received, kind, "2026-03-06T10:00:00+08:00", "2026-03-10T09:00:00+08:00");
    }
    CaseScenario complete;
    complete.to_received();
    check_commutes(complete, accept, "2026-03-06T10:00:00+08:00", "2026-03-10T09:00:00+08:00");
    for (EventKind kind : {supplement_done, withdraw}) {
        CaseScenario asked;
        asked.missing_material = "id";
        asked.to_received();
        asked.act(notify_supplement, handler());
        check_commutes(asked, kind, "2026-03-04T10:00:00+08:00", "2026-03-06T09:00:00+08:00");
    }
    CaseScenario tolerant;
    tolerant.missing_material = "lease";
    tolerant.to_received();
    tolerant.act(accept_tolerant, handler());
    check_commutes(tolerant, tolerant_filled, "2026-03-04T10:00:00+08:00", "2026-03-06T09:00:00+08:00");
}

BOOST_AUTO_TEST_CASE(a_decision_of_people_is_not_taken_back) {
    CaseScenario scene;
    scene.missing_material = "lease";
    scene.to_received();
    const auto notice = scene.event(notify_supplement, handler());
    scene.now = moment("2026-03-10T09:00:00+08:00");
    conclude(scene);
    scene.act(start_review, handler());
    scene.act(submit_to_review, handler());
    scene.act(approve_step, reviewer());
    scene.act(decide_grant, approver());
    admit_late(scene, notice);
    BOOST_TEST((scene.state.life == LifeCycle::decided));
    BOOST_TEST((scene.state.opinions.back().kind == notify_supplement));
}

BOOST_AUTO_TEST_CASE(a_card_for_a_limit_that_was_met_is_revoked) {
    CaseScenario scene;
    scene.to_decision();
    const auto decision = scene.event(decide_grant, approver());
    scene.now = moment("2026-03-17T09:00:00+08:00");
    for (const CardDue& due : cards_due(scene.state, scene.now, scene.rules())) {
        auto card = scene.event(due.kind, hub());
        card.at = due.since;
        card.body = card_body(due);
        scene.act(card);
    }
    BOOST_REQUIRE(!scene.state.cards.empty());
    admit_late(scene, decision);
    BOOST_TEST((scene.state.life == LifeCycle::decided));
    for (const Card& card : scene.state.cards) BOOST_TEST(card.revoked_at.has_value());
}

BOOST_AUTO_TEST_CASE(what_waits_in_an_outbox_is_seen_over_what_the_hub_concluded) {
    CaseScenario scene(delegated_item());
    scene.missing_material = "id";
    scene.to_received();
    const auto notice = scene.event(notify_supplement, handler());
    const auto wrong = scene.event(decide_grant, approver());
    scene.now = moment("2026-03-10T09:00:00+08:00");
    conclude(scene);
    const std::vector pending{notice, wrong};
    const auto view = replay_with_pending(scene.events, pending, scene.rules());
    BOOST_REQUIRE(view.ok());
    BOOST_TEST((view->state.life == LifeCycle::supplement));
    BOOST_REQUIRE_EQUAL(view->refused.size(), 1u);
    BOOST_TEST(view->refused[0].first == wrong.id);
    BOOST_TEST(view->refused[0].second.code == "case.not_allowed");
}

BOOST_AUTO_TEST_SUITE_END()
