#include "core/domain/apply.h"

#include <algorithm>

#include "core/domain/effects.h"
#include "core/domain/transition_table.h"

namespace yc::domain {
namespace {

using base::fail;

base::Error not_allowed(LifeCycle life, EventKind event) {
    const std::string name(base::to_name(event));
    const std::string state(base::to_name(life));
    return fail("case.not_allowed", name + " in " + state, {{"event", name}, {"state", state}});
}

bool has_a_role_of(const TransitionRow& row, const Actor& actor) {
    return std::any_of(row.actors.begin(), row.actors.end(), [&](Role role) { return actor.has(role); });
}

/// What compensations have ordained for an act: nothing, or what it may still do.
std::optional<LateEffect> ordained(const CaseState& state, const std::string& event) {
    std::optional<LateEffect> out;
    for (const LateAct& act : state.late_acts)
        if (act.event == event && act.effect != LateEffect::undo) out = act.effect;
    return out;
}

base::Result<void> judge(const CaseState& state, const CaseEvent& event, const TransitionRow& row,
                         const Rules& rules) {
    if (!has_a_role_of(row, event.actor)) {
        const std::string name(base::to_name(event.kind));
        return fail("case.wrong_actor", name + " is not done by these roles", {{"event", name}});
    }
    if (event.offline) YC_CHECK(check_offline(state, event.kind, event.actor, event.at));
    for (const Guard* guard : row.guards) YC_CHECK(guard->check(state, event, rules));
    return {};
}

bool is_skewed(const CaseEvent& event, const Policy& policy) {
    return event.arrived_at && event.at > *event.arrived_at + policy.skew_tolerance;
}

CaseState settled(CaseState state, const CaseEvent& event, const Rules& rules) {
    if (event.seq) state.last_seq = std::max(state.last_seq, *event.seq);
    state.skewed = state.skewed || is_skewed(event, rules.policy);
    ++state.event_count;
    return state;
}

}  // namespace

base::Result<CaseState> apply_recorded(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    CaseState next = state;
    if (const auto effect = ordained(state, event.id)) {
        take_late_effect(next, event, *effect);
        return settled(std::move(next), event, rules);
    }
    const TransitionRow* row = find_row(state.life, event.kind);
    if (!row) return not_allowed(state.life, event.kind);
    take_effect(next, event, *row);
    return settled(std::move(next), event, rules);
}

base::Result<CaseState> apply(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    if (!ordained(state, event.id)) {
        const TransitionRow* row = find_row(state.life, event.kind);
        if (!row) return not_allowed(state.life, event.kind);
        YC_CHECK(judge(state, event, *row, rules));
    }
    return apply_recorded(state, event, rules);
}

base::Result<CaseState> replay(std::span<const CaseEvent> events, const Rules& rules) {
    CaseState state;
    for (const CaseEvent& event : events) {
        YC_TRY(state, apply_recorded(state, event, rules));
    }
    return state;
}

base::Result<LocalView> replay_with_pending(std::span<const CaseEvent> confirmed,
                                            std::span<const CaseEvent> pending, const Rules& rules) {
    LocalView view;
    YC_TRY(view.state, replay(confirmed, rules));
    for (const CaseEvent& event : pending) {
        auto admitted = admit(view.state, event, rules, event.at);
        if (admitted)
            view.state = std::move(admitted->state);
        else
            view.refused.emplace_back(event.id, admitted.error());
    }
    return view;
}

std::vector<EventKind> allowed_events(const CaseState& state, const Actor& actor, bool offline,
                                      base::Instant now, const Rules& rules) {
    std::vector<EventKind> out;
    CaseEvent probe;
    probe.case_id = state.id;
    probe.at = now;
    probe.actor = actor;
    probe.offline = offline;
    for (const TransitionRow& row : transition_table()) {
        if (find_row(state.life, row.event) != &row || !has_a_role_of(row, actor)) continue;
        if (offline && !check_offline(state, row.event, actor, now)) continue;
        probe.kind = row.event;
        const bool open = std::all_of(row.guards.begin(), row.guards.end(), [&](const Guard* guard) {
            return guard->about == Guard::About::content || guard->check(state, probe, rules).ok();
        });
        if (open) out.push_back(row.event);
    }
    return out;
}

base::Result<void> check_offline(const CaseState& state, EventKind kind, const Actor& actor,
                                 base::Instant at) {
    const TransitionRow* row = find_row(state.life, kind);
    if (!row) return not_allowed(state.life, kind);
    if (row->offline == OfflineRight::always) return {};
    if (row->offline == OfflineRight::never) return fail("case.offline.never", "needs the hub");
    const bool on_spot = state.decided_on_spot || kind == EventKind::decide_on_spot;
    if (row->offline == OfflineRight::on_the_spot && !on_spot)
        return fail("case.offline.on_spot_only", "offline only for cases decided on the spot");
    if (state.registration.item.number_limited)
        return fail("case.offline.number_limited", "the order of acceptance decides, Licensing Law 57");
    if (!actor.authority_until) return fail("case.offline.no_authority", "no delegated authority");
    if (at > *actor.authority_until)
        return fail("case.offline.authority_expired", "the delegated authority has ended",
                    {{"date", base::to_minute_string(*actor.authority_until)}});
    return {};
}

}  // namespace yc::domain
