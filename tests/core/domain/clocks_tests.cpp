#include "core/domain/clocks.h"

#include <boost/test/unit_test.hpp>

#include "core/domain/cards.h"
#include "tests/core/domain/case_scenario.h"

using namespace yc;
using namespace yc::domain;
using namespace yc::tests;
using enum EventKind;

namespace {

CaseClock clock(CaseScenario& scene, ClockKind kind) {
    const auto found = clock_of(scene.state, kind, scene.now, scene.rules());
    BOOST_REQUIRE_MESSAGE(found.has_value(), base::to_name(kind));
    return *found;
}

std::string due(CaseScenario& scene, ClockKind kind) {
    return base::to_minute_string(clock(scene, kind).due);
}

bool has_card(CaseScenario& scene, EventKind kind, ClockKind clock) {
    const auto cards = cards_due(scene.state, scene.now, scene.rules());
    return std::any_of(cards.begin(), cards.end(),
                       [&](const CardDue& card) { return card.kind == kind && card.clock == clock; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clocks_tests)

BOOST_AUTO_TEST_CASE(the_reply_ends_at_office_close_of_the_fifth_working_day) {
    CaseScenario scene;
    scene.now = moment("2024-09-13T11:00:00+08:00");
    scene.to_received();
    BOOST_TEST(due(scene, ClockKind::reply) == "2024-09-23 17:00");
    BOOST_TEST(clock(scene, ClockKind::reply).remaining_working_days == 5);
    const auto days = explain(clock(scene, ClockKind::reply), scene.state, scene.now, scene.rules());
    BOOST_TEST(days.size() == 11u);
    BOOST_TEST(std::count_if(days.begin(), days.end(), [](const ClockDay& day) { return day.counts; }) == 5);
    BOOST_TEST(!days.front().counts);
    BOOST_TEST(days.back().number == 5);
}

BOOST_AUTO_TEST_CASE(promise_and_statutory_limit_run_from_acceptance) {
    CaseScenario scene;
    scene.to_accepted();
    BOOST_TEST(due(scene, ClockKind::promise) == "2026-03-16 17:00");
    BOOST_TEST(due(scene, ClockKind::statutory) == "2026-03-30 17:00");
    BOOST_TEST((clock(scene, ClockKind::reply).state == ClockState::stopped));
    BOOST_TEST((pressing_clock(scene.state, scene.now, scene.rules())->kind == ClockKind::promise));
}

BOOST_AUTO_TEST_CASE(days_inside_a_pause_do_not_count) {
    CaseScenario scene;
    scene.to_review();
    scene.act(begin_special, handler());
    scene.now = moment("2026-03-05T10:00:00+08:00");
    BOOST_TEST((clock(scene, ClockKind::promise).state == ClockState::paused));
    BOOST_TEST(due(scene, ClockKind::special) == "2026-03-09 17:00");
    scene.act(end_special, handler());
    const auto promise = clock(scene, ClockKind::promise);
    BOOST_TEST(promise.paused_days == 3);
    BOOST_TEST(base::to_minute_string(promise.due) == "2026-03-19 17:00");
    BOOST_TEST(promise.remaining_working_days == 10);
    scene.now = moment("2027-01-01T00:00:00+08:00");
    BOOST_TEST(due(scene, ClockKind::promise) == "2026-03-19 17:00");
}

BOOST_AUTO_TEST_CASE(a_granted_extension_moves_both_limits) {
    CaseScenario scene;
    scene.to_review();
    scene.act(ask_extension, handler());
    BOOST_TEST(due(scene, ClockKind::statutory) == "2026-03-30 17:00");
    scene.act(grant_extension, head());
    BOOST_TEST(due(scene, ClockKind::promise) == "2026-03-30 17:00");
    BOOST_TEST(due(scene, ClockKind::statutory) == "2026-04-14 17:00");
}

BOOST_AUTO_TEST_CASE(a_limit_in_calendar_days_is_extended_in_working_days) {
    auto item = promised_item();
    item.statutory = {30, LimitUnit::calendar_day};
    CaseScenario scene(item);
    scene.to_review();
    BOOST_TEST(due(scene, ClockKind::statutory) == "2026-04-01 17:00");
    auto ask = scene.event(ask_extension, handler());
    ask.body.days = 2;
    scene.act(ask);
    scene.act(grant_extension, head());
    BOOST_TEST(due(scene, ClockKind::statutory) == "2026-04-03 17:00");
    const auto days = explain(clock(scene, ClockKind::statutory), scene.state, scene.now, scene.rules());
    BOOST_TEST((days.back().date == base::make_date(2026, 4, 3)));
    BOOST_TEST(days.size() == 33u);
}

BOOST_AUTO_TEST_CASE(the_decision_stops_the_limits_and_starts_the_delivery) {
    CaseScenario scene;
    scene.to_decision();
    scene.act(decide_grant, approver());
    scene.now = moment("2026-03-03T09:00:00+08:00");
    BOOST_TEST((clock(scene, ClockKind::promise).state == ClockState::stopped));
    BOOST_TEST(due(scene, ClockKind::delivery) == "2026-03-16 17:00");
    scene.act(issue_out, handler());
    scene.act(deliver, clerk());
    BOOST_TEST((clock(scene, ClockKind::delivery).stopped == scene.now));
    CaseScenario refused;
    refused.to_decision();
    refused.act(decide_refuse, approver());
    BOOST_TEST(!clock_of(refused.state, ClockKind::delivery, refused.now, refused.rules()).has_value());
}

BOOST_AUTO_TEST_CASE(supplement_and_tolerant_limits_end_on_the_day_of_the_notice) {
    CaseScenario scene;
    scene.missing_material = "lease";
    scene.to_received();
    scene.act(accept_tolerant, handler());
    BOOST_TEST(due(scene, ClockKind::tolerant) == "2026-03-05 17:00");
    BOOST_TEST(clock(scene, ClockKind::tolerant).remaining_working_days == 3);
    scene.act(tolerant_filled, clerk());
    BOOST_TEST((clock(scene, ClockKind::tolerant).stopped == scene.now));
}

BOOST_AUTO_TEST_CASE(an_unpublished_year_makes_the_due_day_provisional) {
    CaseScenario scene;
    const int last = WorkCalendar::national().last_notice_year();
    scene.now = base::at(base::make_date(last, 12, 28), base::TimeOfDay{9 * 60});
    scene.to_accepted();
    BOOST_TEST(clock(scene, ClockKind::statutory).provisional);
}

BOOST_AUTO_TEST_CASE(cards_warn_turn_yellow_and_red_once_each) {
    CaseScenario scene;
    scene.to_review();
    scene.now = moment("2026-03-12T23:00:00+08:00");
    BOOST_TEST(!has_card(scene, prewarn, ClockKind::promise));
    scene.now = moment("2026-03-13T08:00:00+08:00");
    BOOST_TEST(has_card(scene, prewarn, ClockKind::promise));
    scene.now = moment("2026-03-16T17:00:00+08:00");
    BOOST_TEST(!has_card(scene, yellow_card, ClockKind::promise));
    scene.now = moment("2026-03-16T17:00:01+08:00");
    BOOST_TEST(has_card(scene, yellow_card, ClockKind::promise));
    BOOST_TEST(!has_card(scene, prewarn, ClockKind::promise));
    auto card = scene.event(yellow_card, hub());
    card.body = card_body(cards_due(scene.state, scene.now, scene.rules()).front());
    scene.act(card);
    BOOST_TEST(!has_card(scene, yellow_card, ClockKind::promise));
    scene.now = moment("2026-03-19T17:00:00+08:00");
    BOOST_TEST(!has_card(scene, red_card, ClockKind::promise));
    scene.now = moment("2026-03-19T17:00:01+08:00");
    BOOST_TEST(has_card(scene, red_card, ClockKind::promise));
    auto revoke = scene.event(revoke_card, supervisor());
    scene.act(revoke);
    BOOST_TEST(scene.state.cards[0].revoked_at.has_value());
    BOOST_TEST(!has_card(scene, yellow_card, ClockKind::promise));
}

BOOST_AUTO_TEST_SUITE_END()
