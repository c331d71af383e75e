#include "core/domain/apply.h"

#include <boost/test/unit_test.hpp>

#include "core/domain/flow.h"
#include "tests/core/domain/case_scenario.h"

using namespace yc;
using namespace yc::domain;
using namespace yc::tests;
using enum EventKind;

BOOST_AUTO_TEST_SUITE(apply_tests)

BOOST_AUTO_TEST_CASE(a_case_goes_from_the_counter_to_the_archive) {
    CaseScenario scene;
    scene.to_decision();
    BOOST_TEST(scene.state.step == "approve");
    scene.act(decide_grant, approver());
    BOOST_TEST((scene.state.result == CaseResult::granted));
    scene.act(issue_out, handler());
    scene.now += std::chrono::hours(24);
    scene.act(deliver, clerk());
    BOOST_TEST((scene.state.life == LifeCycle::closed));
    BOOST_TEST((scene.state.decided_at < scene.state.closed_at));
    BOOST_TEST(scene.state.licence_no == "桂A0001");
    scene.act(rate, applicant());
    BOOST_TEST(scene.refusal(rate, applicant()) == "case.guard.rated_already");
    scene.act(archive, hub());
    BOOST_TEST((scene.state.custody == Custody::archived));
    BOOST_TEST((replay(scene.events, scene.rules()).value() == scene.state));
}

BOOST_AUTO_TEST_CASE(the_state_and_the_event_stand_in_the_refusal) {
    CaseScenario scene;
    scene.to_received();
    const auto refused = apply(scene.state, scene.event(decide_grant, approver()), scene.rules());
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "case.not_allowed");
    BOOST_TEST(refused.error().args.at("event") == "decide_grant");
    BOOST_TEST(refused.error().args.at("state") == "RECEIVED");
}

BOOST_AUTO_TEST_CASE(roles_halls_and_departments_are_kept) {
    CaseScenario scene;
    scene.to_received();
    BOOST_TEST(scene.refusal(start_review, clerk()) == "case.not_allowed");
    BOOST_TEST(scene.refusal(forward, handler()) == "case.wrong_actor");
    Actor elsewhere = clerk();
    elsewhere.hall = "xz";
    BOOST_TEST(scene.refusal(forward, elsewhere) == "case.guard.other_hall");
    Actor other = handler();
    other.department = "fire";
    BOOST_TEST(scene.refusal(accept, other) == "case.guard.no_acceptance_authority");
    BOOST_TEST(scene.refusal(accept, clerk()) == "case.guard.no_acceptance_authority");
    scene.act(accept, handler());
    BOOST_TEST(scene.refusal(start_review, other) == "case.guard.not_your_step");
}

BOOST_AUTO_TEST_CASE(a_clerk_accepts_by_delegation) {
    auto item = promised_item();
    item.counter_accepts = true;
    CaseScenario scene(item);
    scene.to_received();
    scene.act(accept, clerk());
    BOOST_TEST((scene.state.life == LifeCycle::accepted));
}

BOOST_AUTO_TEST_CASE(acceptance_needs_the_materials) {
    CaseScenario scene;
    scene.missing_material = "id";
    scene.to_received();
    BOOST_TEST(scene.refusal(accept, handler()) == "case.guard.still_missing");
    BOOST_TEST(scene.refusal(accept_tolerant, handler()) == "case.guard.not_deferrable");
}

BOOST_AUTO_TEST_CASE(one_notice_per_receipt_and_everything_at_once) {
    CaseScenario scene;
    scene.missing_material = "id";
    scene.to_received();
    auto notice = scene.event(notify_supplement, handler());
    notice.body.material_codes = {"photo"};
    BOOST_TEST(scene.refusal(notice) == "case.guard.list_incomplete");
    notice.body.material_codes = {"id", "photo"};
    scene.act(notice);
    BOOST_TEST((scene.state.life == LifeCycle::supplement));
    auto done = scene.event(supplement_done, clerk());
    done.body.materials[0].state = MaterialState::missing;
    BOOST_TEST(scene.refusal(done) == "case.guard.still_missing");
    scene.now += std::chrono::hours(24);
    scene.act(supplement_done, clerk());
    BOOST_TEST((scene.state.life == LifeCycle::received));
    BOOST_TEST((scene.state.received_at == scene.now));
    BOOST_TEST((scene.state.first_received_at < scene.state.received_at));
    BOOST_TEST(!scene.state.notified_since_receipt);
}

BOOST_AUTO_TEST_CASE(complete_supplements_are_accepted_by_who_may) {
    auto item = promised_item();
    item.counter_accepts = true;
    item.number_limited = true;
    CaseScenario scene(item);
    scene.missing_material = "id";
    scene.to_received();
    scene.act(notify_supplement, clerk());
    auto offline = scene.event(supplement_done, clerk_with_authority(scene.now + std::chrono::hours(8)));
    offline.offline = true;
    BOOST_TEST((apply(scene.state, offline, scene.rules())->life == LifeCycle::received));
    scene.act(supplement_done, clerk());
    BOOST_TEST((scene.state.life == LifeCycle::accepted));
    BOOST_TEST((scene.state.accepted_at == scene.now));
}

BOOST_AUTO_TEST_CASE(who_handled_or_reviewed_does_not_decide) {
    CaseScenario scene;
    scene.to_decision();
    Actor same = approver();
    same.user = "r1";
    BOOST_TEST(scene.refusal(decide_grant, same) == "case.guard.same_person");
    same.user = "h1";
    BOOST_TEST(scene.refusal(decide_refuse, same) == "case.guard.same_person");
}

BOOST_AUTO_TEST_CASE(no_decision_before_the_last_step) {
    CaseScenario scene;
    scene.to_review();
    BOOST_TEST(scene.refusal(decide_grant, approver()) == "case.guard.not_your_step");
    BOOST_TEST(scene.refusal(approve_step, reviewer()) == "case.guard.not_your_step");
    scene.act(submit_to_review, handler());
    scene.act(return_step, reviewer());
    BOOST_TEST(scene.state.step == "handle");
}

BOOST_AUTO_TEST_CASE(a_flow_through_two_departments) {
    auto item = promised_item();
    item.flow = {{"m1", "承办", "market", Role::handler},
                 {"f1", "消防意见", "fire", Role::handler},
                 {"m2", "批准", "market", Role::approver}};
    CaseScenario scene(item);
    scene.to_review();
    scene.act(submit_to_review, handler());
    BOOST_TEST(scene.refusal(submit_to_review, handler()) == "case.guard.not_your_step");
    Actor fire = handler();
    fire.user = "fire1";
    fire.department = "fire";
    scene.act(submit_to_review, fire);
    scene.act(decide_grant, approver());
    BOOST_TEST((scene.state.life == LifeCycle::decided));
}

BOOST_AUTO_TEST_CASE(a_site_check_takes_two_officers) {
    auto item = promised_item();
    item.site_check = true;
    CaseScenario scene(item);
    scene.to_review();
    auto submit = scene.event(submit_to_review, handler());
    submit.body.officers = {"h1", "h1"};
    BOOST_TEST(scene.refusal(submit) == "case.guard.two_officers");
    submit.body.officers = {"h1", "h2"};
    scene.act(submit);
}

BOOST_AUTO_TEST_CASE(immediate_cases_are_neither_paused_nor_extended) {
    CaseScenario scene(immediate_item());
    scene.to_review();
    BOOST_TEST(scene.refusal(begin_special, handler()) == "case.guard.immediate_case");
    BOOST_TEST(scene.refusal(ask_extension, handler()) == "case.guard.immediate_case");
}

BOOST_AUTO_TEST_CASE(decided_on_the_spot_at_the_counter) {
    CaseScenario scene(immediate_item());
    scene.act(register_case, clerk());
    scene.act(decide_on_spot, clerk());
    BOOST_TEST((scene.state.accepted_at == scene.now));
    BOOST_TEST((scene.state.decided_at == scene.now));
    scene.act(issue_out, clerk());
    scene.act(deliver, clerk());
    BOOST_TEST((scene.state.result == CaseResult::granted));
    CaseScenario promised;
    promised.to_received();
    BOOST_TEST(promised.refusal(decide_on_spot, chief()) == "case.guard.not_immediate");
    BOOST_TEST(promised.refusal(decide_on_spot, clerk()) == "case.guard.no_decision_authority");
}

BOOST_AUTO_TEST_CASE(a_pause_needs_a_legal_basis) {
    CaseScenario scene;
    scene.to_review();
    auto special = scene.event(begin_special, handler());
    special.body.legal_basis.clear();
    scene.act(special);
    BOOST_TEST((scene.state.clock == ClockState::running));
    BOOST_TEST(scene.state.pauses.empty());
    scene.act(end_special, handler());
    scene.act(begin_special, handler());
    BOOST_TEST((scene.state.clock == ClockState::paused));
    BOOST_TEST(scene.refusal(submit_to_review, handler()) == "case.not_allowed");
    scene.act(end_special, handler());
    BOOST_TEST((scene.state.clock == ClockState::running));
}

BOOST_AUTO_TEST_CASE(extension_once_and_within_the_law) {
    CaseScenario scene;
    scene.to_review();
    auto ask = scene.event(ask_extension, handler());
    ask.body.days = 11;
    BOOST_TEST(scene.refusal(ask) == "case.guard.extension_days");
    ask.body.days = 8;
    scene.act(ask);
    auto grant = scene.event(grant_extension, head());
    grant.body.days = 9;
    BOOST_TEST(scene.refusal(grant) == "case.guard.extension_days");
    scene.act(grant_extension, head());
    BOOST_TEST(scene.state.extension_days == 8);
    BOOST_TEST(scene.refusal(ask_extension, handler()) == "case.guard.extension_once");
}

BOOST_AUTO_TEST_CASE(tolerant_acceptance_holds_the_decision_until_filled) {
    CaseScenario scene;
    scene.missing_material = "lease";
    scene.to_received();
    auto tolerant = scene.event(accept_tolerant, handler());
    tolerant.body.deadline = base::make_date(2026, 3, 17);
    BOOST_TEST(scene.refusal(tolerant) == "case.guard.deadline_beyond_promise");
    scene.act(accept_tolerant, handler());
    scene.act(start_review, handler());
    scene.act(submit_to_review, handler());
    scene.act(approve_step, reviewer());
    BOOST_TEST(scene.refusal(decide_grant, approver()) == "case.guard.materials_owed");
    scene.act(tolerant_filled, clerk());
    scene.act(decide_grant, approver());
}

BOOST_AUTO_TEST_CASE(papers_change_hands) {
    CaseScenario scene;
    scene.to_received();
    BOOST_TEST(scene.refusal(sign_for, handler()) == "case.guard.papers_elsewhere");
    scene.act(forward, clerk());
    BOOST_TEST((scene.state.custody == Custody::in_transit));
    BOOST_TEST(scene.refusal(forward, clerk()) == "case.guard.papers_elsewhere");
    scene.act(send_back, handler());
    auto again = scene.event(forward, clerk());
    again.body.department = "housing";
    again.body.department_name = "住建局";
    scene.act(again);
    BOOST_TEST(scene.state.registration.department == "housing");
    BOOST_TEST(scene.refusal(sign_for, handler()) == "case.guard.other_department");
}

BOOST_AUTO_TEST_CASE(refusals_name_reason_basis_and_organ) {
    CaseScenario scene;
    scene.to_received();
    auto declined = scene.event(decline, handler());
    declined.body.reason_code = "not_competent";
    BOOST_TEST(scene.refusal(declined) == "case.guard.right_organ_missing");
    declined.body.right_organ = "住建局";
    scene.act(declined);
    BOOST_TEST((scene.state.result == CaseResult::declined));
    BOOST_TEST(scene.state.right_organ == "住建局");
}

BOOST_AUTO_TEST_CASE(the_offline_column_holds) {
    auto item = promised_item();
    item.counter_accepts = true;
    CaseScenario scene(item);
    scene.to_received();
    auto offline = scene.event(accept, clerk());
    offline.offline = true;
    BOOST_TEST(scene.refusal(offline) == "case.offline.no_authority");
    offline.actor.authority_until = scene.now - std::chrono::minutes(1);
    BOOST_TEST(scene.refusal(offline) == "case.offline.authority_expired");
    offline.actor.authority_until = scene.now + std::chrono::minutes(1);
    BOOST_TEST(scene.refusal(offline) == "");
    scene.state.registration.item.number_limited = true;
    BOOST_TEST(scene.refusal(offline) == "case.offline.number_limited");
    scene.act(accept, handler());
    auto review = scene.event(start_review, handler());
    review.offline = true;
    BOOST_TEST(scene.refusal(review) == "case.offline.never");
}

BOOST_AUTO_TEST_CASE(what_may_be_done_is_told_for_windows) {
    CaseScenario scene;
    scene.to_received();
    const auto has = [&](const Actor& actor, EventKind kind, bool offline = false) {
        const auto kinds = allowed_events(scene.state, actor, offline, scene.now, scene.rules());
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    BOOST_TEST(has(handler(), accept));
    BOOST_TEST(!has(clerk(), accept));
    BOOST_TEST(has(clerk(), forward));
    BOOST_TEST(!has(clerk(), decide_on_spot));
    BOOST_TEST(has(clerk(), withdraw, true));
    BOOST_TEST(!has(handler(), accept, true));
    scene.now += std::chrono::hours(24 * 30);
    BOOST_TEST(!has(handler(), accept));
}

BOOST_AUTO_TEST_CASE(a_claimed_time_in_the_future_is_flagged_not_corrected) {
    CaseScenario scene;
    scene.act(register_case, clerk());
    auto event = scene.event(receive, clerk());
    event.arrived_at = event.at + std::chrono::hours(5);
    BOOST_TEST(!apply(scene.state, event, scene.rules())->skewed);
    event.arrived_at = event.at - std::chrono::minutes(6);
    const auto skewed = apply(scene.state, event, scene.rules());
    BOOST_TEST(skewed->skewed);
    BOOST_TEST((skewed->received_at == event.at));
}

BOOST_AUTO_TEST_SUITE_END()
