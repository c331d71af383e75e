#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>

#include "core/domain/cards.h"
#include "core/domain/transition_table.h"
#include "tests/core/domain/case_scenario.h"

using namespace yc;
using namespace yc::domain;
using namespace yc::tests;
using enum EventKind;

namespace {

using Life = LifeCycle;

/// Domain facts §10 once more, written down apart from the table: where the life cycle may go by an event.
const std::map<EventKind, std::set<std::pair<Life, Life>>> moves{
    {register_case, {{Life::none, Life::draft}}},
    {submit_online, {{Life::draft, Life::pre_review}}},
    {pre_pass, {{Life::pre_review, Life::received}}},
    {pre_return, {{Life::pre_review, Life::draft}}},
    {receive, {{Life::draft, Life::received}}},
    {notify_supplement, {{Life::received, Life::supplement}}},
    {supplement_done, {{Life::supplement, Life::received}, {Life::supplement, Life::accepted}}},
    {supplement_overdue, {{Life::supplement, Life::closed}}},
    {accept, {{Life::received, Life::accepted}}},
    {deem_accepted, {{Life::received, Life::accepted}}},
    {accept_tolerant, {{Life::received, Life::accepted}}},
    {decline, {{Life::received, Life::closed}, {Life::supplement, Life::closed}}},
    {not_required, {{Life::received, Life::closed}, {Life::supplement, Life::closed}}},
    {start_review, {{Life::accepted, Life::in_review}}},
    {begin_special, {{Life::in_review, Life::special}}},
    {end_special, {{Life::special, Life::in_review}}},
    {ask_extension, {{Life::in_review, Life::ext_pending}}},
    {grant_extension, {{Life::ext_pending, Life::in_review}}},
    {deny_extension, {{Life::ext_pending, Life::in_review}}},
    {notify_in_review, {{Life::in_review, Life::supplement_in_review}}},
    {in_review_supplied, {{Life::supplement_in_review, Life::in_review}}},
    {escalate, {{Life::in_review, Life::closed}}},
    {decide_grant, {{Life::in_review, Life::decided}}},
    {decide_refuse, {{Life::in_review, Life::decided}}},
    {decide_on_spot, {{Life::draft, Life::decided}, {Life::received, Life::decided}}},
    {issue_out, {{Life::decided, Life::ready}}},
    {deliver, {{Life::ready, Life::closed}}},
    {archive, {{Life::closed, Life::archived}}},
};
/// Those that close a case from wherever it is.
const std::set<EventKind> closing{withdraw, void_case, abort_case, tolerant_overdue};

bool may_move(EventKind kind, Life from, Life to) {
    if (from == to) return true;
    if (closing.contains(kind)) return to == Life::closed && from != Life::archived;
    const auto found = moves.find(kind);
    return found != moves.end() && found->second.contains({from, to});
}

const std::vector<Actor>& everybody() {
    static const std::vector<Actor> people{clerk(), handler(), reviewer(),   approver(),  head(),
                                           chief(), hub(),     supervisor(), archivist(), applicant()};
    return people;
}

struct Walk {
    explicit Walk(uint32_t seed) : random(seed) {}

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); }

    template <class List>
    auto one_of(const List& list) {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }

    /// A walk is to be long: what ends a case is taken less often.
    bool ends(EventKind kind) {
        return (closing.contains(kind) || kind == decline || kind == not_required) && below(20) != 0;
    }

    ItemTerms some_item() {
        ItemTerms item = below(3) == 0 ? immediate_item() : promised_item();
        if (below(4) == 0) item.case_kind = CaseKind::escalated;
        item.counter_accepts = below(2) == 0;
        item.counter_decides = below(2) == 0;
        return item;
    }

    /// Mostly what the windows would offer, sometimes anything at all.
    CaseEvent some_event(CaseScenario& scene) {
        const auto conclusions = conclusions_due(scene.state, scene.now, scene.rules());
        if (!conclusions.empty() && below(2) == 0) {
            auto event = scene.event(conclusions.front().kind, hub());
            event.at = conclusions.front().since;
            event.body = conclusions.front().body;
            return event;
        }
        EventKind kind = void_case;
        Actor actor;
        for (int tries = 0; tries < 6 && ends(kind); ++tries) {
            actor = one_of(everybody());
            const auto offered = allowed_events(scene.state, actor, false, scene.now, scene.rules());
            const bool wild = offered.empty() || below(5) == 0;
            kind = wild ? one_of(names_of(EventKind{})).value : one_of(offered);
        }
        CaseEvent event = scene.event(kind, actor);
        event.offline = below(8) == 0;
        return event;
    }

    std::mt19937 random;
};

void check_instants(const CaseState& state) {
    if (state.accepted_at && state.received_at) BOOST_TEST((*state.received_at <= *state.accepted_at));
    if (state.decided_at && state.accepted_at) BOOST_TEST((*state.accepted_at <= *state.decided_at));
    for (size_t i = 0; i < state.pauses.size(); ++i) {
        const Pause& pause = state.pauses[i];
        if (pause.to)
            BOOST_TEST((pause.from <= *pause.to));
        else
            BOOST_TEST((i + 1 == state.pauses.size() && state.clock == ClockState::paused));
    }
    BOOST_TEST((state.life == Life::closed || state.life == Life::archived) == state.closed_at.has_value());
}

void check_clocks(const CaseState& state, base::Instant now, const Rules& rules) {
    for (const CaseClock& clock : clocks_of(state, now, rules)) {
        BOOST_TEST((clock.due >= clock.started || clock.kind == ClockKind::tolerant ||
                    clock.kind == ClockKind::supplement || clock.limit.amount == 0));
        if (clock.stopped) BOOST_TEST((*clock.stopped >= clock.started));
        BOOST_TEST((clock.stopped.has_value() == (clock.state == ClockState::stopped)));
        BOOST_TEST((clock.overdue == (clock.stopped.value_or(now) > clock.due)));
        BOOST_TEST(clock.paused_days >= 0);
        const bool ended = state.life == Life::closed || state.life == Life::archived;
        if (ended) BOOST_TEST((clock.state == ClockState::stopped), base::to_name(clock.kind));
    }
}

/// Whatever the table lets pass is a lawful step by a lawful person, and the row says the same as apply().
void check_step(const CaseState& before, const CaseEvent& event, const CaseState& after) {
    const TransitionRow* row = find_row(before.life, event.kind);
    BOOST_REQUIRE(row);
    BOOST_TEST(
        std::any_of(row->actors.begin(), row->actors.end(), [&](Role r) { return event.actor.has(r); }));
    if (event.kind != compensate)
        BOOST_TEST(may_move(event.kind, before.life, after.life), base::to_name(event.kind));
    const bool to_listed = row->to.empty()
                               ? after.life == before.life
                               : std::find(row->to.begin(), row->to.end(), after.life) != row->to.end();
    BOOST_TEST((to_listed || event.kind == compensate));
    if (event.offline) BOOST_TEST((row->offline != OfflineRight::never));
    const bool paused_or_asked = event.kind == begin_special || event.kind == ask_extension;
    if (paused_or_asked) BOOST_TEST((before.registration.item.case_kind != CaseKind::immediate));
    if (event.kind == decide_grant || event.kind == decide_refuse) {
        BOOST_TEST(event.actor.user != before.handler);
        BOOST_TEST(event.actor.user != before.reviewer);
        BOOST_TEST(before.deferred_codes.empty());
    }
    if (event.kind == notify_supplement) BOOST_TEST(!before.notified_since_receipt);
}

void walk_one(Walk& walk, std::set<std::pair<Life, EventKind>>& seen) {
    CaseScenario scene(walk.some_item());
    const char* missing[] = {"", "", "lease", "id"};
    scene.missing_material = missing[walk.below(4)];
    for (int step = 0; step < 60 && scene.state.life != Life::archived; ++step) {
        if (walk.below(3) == 0) scene.now += std::chrono::hours(walk.below(60));
        const CaseEvent event = walk.some_event(scene);
        const auto next = apply(scene.state, event, scene.rules());
        if (!next) continue;
        seen.insert({scene.state.life, event.kind});
        check_step(scene.state, event, *next);
        scene.state = *next;
        scene.events.push_back(event);
        check_instants(scene.state);
        check_clocks(scene.state, scene.now, scene.rules());
    }
    BOOST_TEST((replay(scene.events, scene.rules()).value() == scene.state));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(case_walk_tests)

BOOST_AUTO_TEST_CASE(random_walks_take_no_forbidden_step_and_replay_alike) {
    const uint32_t seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    Walk walk(seed);
    std::set<std::pair<Life, EventKind>> seen;
    for (int i = 0; i < 400; ++i) walk_one(walk, seen);
    BOOST_TEST_MESSAGE(seen.size() << " pairs of state and event taken");
    BOOST_TEST(seen.size() > 80u);
}

BOOST_AUTO_TEST_CASE(every_row_is_taken_by_some_walk) {
    Walk walk(20260302);
    std::set<std::pair<Life, EventKind>> seen;
    for (int i = 0; i < 900; ++i) walk_one(walk, seen);
    for (const TransitionRow& row : transition_table()) {
        const bool taken = std::any_of(row.from.begin(), row.from.end(), [&](Life from) {
            return seen.contains({from, row.event});
        });
        BOOST_TEST(taken, base::to_name(row.event));
    }
}

BOOST_AUTO_TEST_SUITE_END()
