#include "hub/jobs/jobs.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "core/domain/clocks.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using domain::EventKind;
using tests::moment;

namespace {

struct Fixture : tests::HubPlace {
    Fixture() : errand(*this), counter(sign_in("clerk1", "device-1", "qx-1")) {
        push(counter, {errand.next(EventKind::register_case, tests::clerk()),
                       errand.next(EventKind::receive, tests::clerk())});
    }
    hub::jobs::Round run() {
        hub::jobs::Jobs jobs(*store, clock, rules, api->fields_of());
        const auto round = jobs.run();
        BOOST_REQUIRE(round);
        BOOST_TEST(round->failed == 0);
        return *round;
    }
    int count(EventKind kind) {
        const auto events = store->events_of(errand.id).value();
        return static_cast<int>(std::count_if(events.begin(), events.end(),
                                              [&](const auto& event) { return event.kind == kind; }));
    }
    domain::CaseState state() { return domain::replay(store->events_of(errand.id).value(), rules).value(); }

    tests::CaseOfDevices errand;
    std::string counter;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(jobs_tests, Fixture)

BOOST_AUTO_TEST_CASE(silence_for_five_working_days_is_acceptance_from_the_receipt) {
    clock.set(moment("2026-03-09T16:59:59+08:00"));
    run();
    BOOST_TEST(count(EventKind::deem_accepted) == 0);
    clock.set(moment("2026-03-09T17:00:01+08:00"));
    BOOST_TEST(run().conclusions == 1);
    BOOST_TEST(count(EventKind::deem_accepted) == 1);
    BOOST_TEST((state().accepted_at == moment("2026-03-02T09:30:00+08:00")));
    BOOST_TEST(state().deemed_accepted);
}

BOOST_AUTO_TEST_CASE(running_twice_does_nothing_more_than_once) {
    clock.set(moment("2026-03-10T08:00:00+08:00"));
    const auto first = run();
    BOOST_TEST(first.conclusions + first.cards > 1);
    const int64_t seq = store->last_seq().value();
    const auto second = run();
    BOOST_TEST(second.conclusions + second.cards == 0);
    reopen();
    run();
    BOOST_TEST(store->last_seq().value() == seq);
}

BOOST_AUTO_TEST_CASE(cards_come_one_after_the_other_as_time_passes) {
    push(sign_in("h1", "device-2"), {errand.next(EventKind::accept, tests::handler(), "device-2")});
    run();
    BOOST_TEST(count(EventKind::prewarn) + count(EventKind::yellow_card) == 0);
    clock.set(moment("2026-03-17T09:00:00+08:00"));
    run();
    BOOST_TEST(count(EventKind::yellow_card) == 1);
    clock.set(moment("2026-04-30T09:00:00+08:00"));
    run();
    BOOST_TEST(count(EventKind::red_card) >= 1);
}

BOOST_AUTO_TEST_CASE(an_act_in_time_that_arrives_late_takes_back_the_conclusion) {
    const auto accepted = errand.next(EventKind::accept, tests::handler(), "device-2");
    clock.set(moment("2026-03-10T08:00:00+08:00"));
    run();
    BOOST_TEST(count(EventKind::deem_accepted) == 1);
    const auto result = push(sign_in("h1", "device-2"), {accepted}).front();
    BOOST_TEST((result.status == wire::PushStatus::accepted), (result.error ? result.error->code : ""));
    BOOST_TEST(count(EventKind::compensate) >= 1);
    BOOST_TEST(!state().deemed_accepted);
    BOOST_TEST((state().life == domain::LifeCycle::accepted));
    run();
    BOOST_TEST(count(EventKind::deem_accepted) == 1);
}

BOOST_AUTO_TEST_CASE(what_the_hub_concludes_reaches_those_who_see_the_case) {
    const auto office = sign_in("h1", "device-2");
    const int64_t before = changes(office).next;
    clock.set(moment("2026-03-10T08:00:00+08:00"));
    run();
    const auto page = changes(sign_in("h1", "device-2"), before);
    BOOST_REQUIRE(!page.events.empty());
    BOOST_TEST((page.events.front().actor.roles == std::vector{domain::Role::hub}));
}

BOOST_AUTO_TEST_CASE(a_supplement_that_never_came_lapses_and_everybody_is_told) {
    const auto notice = errand.next(EventKind::notify_supplement, tests::handler(), "device-2");
    const auto told = push(sign_in("h1", "device-2"), {notice}).front();
    BOOST_TEST((told.status == wire::PushStatus::accepted), (told.error ? told.error->code : ""));
    BOOST_REQUIRE((state().life == domain::LifeCycle::supplement));
    const auto clock_now = domain::clock_of(state(), domain::ClockKind::supplement, clock.now(), rules);
    BOOST_REQUIRE(clock_now.has_value());
    clock.set(clock_now->due);
    run();
    BOOST_TEST(count(EventKind::supplement_overdue) == 0);  // the last moment still counts
    const int64_t before = changes(sign_in("clerk1", "device-1", "qx-1")).next;
    clock.set(clock_now->due + std::chrono::seconds{1});
    BOOST_TEST(run().conclusions == 1);
    reopen();
    BOOST_TEST((state().life == domain::LifeCycle::closed));
    BOOST_TEST((state().result == domain::CaseResult::lapsed));
    const auto page = changes(sign_in("clerk1", "device-1", "qx-1"), before);
    BOOST_REQUIRE(page.events.size() == 1U);
    BOOST_TEST((page.events[0].kind == EventKind::supplement_overdue));
    BOOST_TEST(page.events[0].body.reason_code == "lapsed");
    run();
    BOOST_TEST(count(EventKind::supplement_overdue) == 1);
}

BOOST_AUTO_TEST_CASE(a_place_may_decline_what_was_not_supplemented) {
    policy.supplement_overdue_outcome = domain::CaseResult::declined;
    push(sign_in("h1", "device-2"),
         {errand.next(EventKind::notify_supplement, tests::handler(), "device-2")});
    clock.advance(std::chrono::hours{24 * 60});
    run();
    BOOST_TEST((state().result == domain::CaseResult::declined));
}

BOOST_AUTO_TEST_CASE(ended_sessions_are_cleared_away) {
    BOOST_TEST(store->figures(base::Instant{})->sessions == 1);
    clock.advance(std::chrono::hours{13});
    run();
    BOOST_TEST(store->figures(base::Instant{})->sessions == 0);
}

BOOST_AUTO_TEST_SUITE_END()
