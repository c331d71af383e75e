#include <algorithm>

#include "core/base/id.h"
#include "core/domain/effects.h"
#include "core/domain/transition_table.h"

namespace yc::domain {
namespace {

bool accepts(EventKind kind) {
    return kind == EventKind::accept || kind == EventKind::accept_tolerant;
}

EventBody body_of(const std::string& concerns, const CaseEvent& late, LateEffect effect) {
    EventBody body;
    body.concerns = concerns;
    body.document = late.id;
    body.reason_code = base::to_name(effect);
    return body;
}

/// Whether the table and the guards on state and person let the act be done where the case stood at its time.
bool was_lawful(CaseState then, const CaseEvent& late, LifeCycle life, const Rules& rules) {
    const TransitionRow* row = find_row(life, late.kind);
    if (!row || row->offline == OfflineRight::never) return false;
    if (std::none_of(row->actors.begin(), row->actors.end(), [&](Role role) { return late.actor.has(role); }))
        return false;
    then.life = life;
    if (life == LifeCycle::received || life == LifeCycle::draft) then.accepted_at.reset();
    if (late.offline && !check_offline(then, late.kind, late.actor, late.at)) return false;
    return std::all_of(row->guards.begin(), row->guards.end(), [&](const Guard* guard) {
        return guard->about == Guard::About::content || guard->check(then, late, rules).ok();
    });
}

/// A decision, an archive or a closing by people stands above what the hub concluded.
bool decided_by_people(const CaseState& state, const Conclusion& made) {
    if (made.kind == EventKind::deem_accepted)
        return state.decided_at.has_value() || state.life == LifeCycle::closed ||
               state.life == LifeCycle::archived;
    return state.life != LifeCycle::closed || state.steps.empty() || state.steps.back().event != made.event;
}

bool ends(ClockEffect effect, ClockKind clock) {
    switch (effect) {
        case ClockEffect::reply_to_supplement:
        case ClockEffect::accept:
        case ClockEffect::accept_tolerantly:
            return clock == ClockKind::reply;
        case ClockEffect::decide:
        case ClockEffect::on_the_spot:
            return clock == ClockKind::promise || clock == ClockKind::statutory || clock == ClockKind::reply;
        case ClockEffect::restart_reply:
            return clock == ClockKind::supplement;
        case ClockEffect::stop_tolerant:
            return clock == ClockKind::tolerant;
        case ClockEffect::stop_delivery:
            return clock == ClockKind::delivery;
        case ClockEffect::stop:
            return clock != ClockKind::delivery;
        default:
            return false;
    }
}

/// The limit from whose end the hub has concluded.
ClockKind limit_of(const Conclusion& made) {
    if (made.kind == EventKind::deem_accepted) return ClockKind::reply;
    return made.kind == EventKind::supplement_overdue ? ClockKind::supplement : ClockKind::tolerant;
}

/// The compensation for an act that met the limit in time, or that only the conclusion bars.
std::optional<EventBody> for_conclusion(const CaseState& state, const CaseEvent& late, const Rules& rules) {
    for (auto made = state.conclusions.rbegin(); made != state.conclusions.rend(); ++made) {
        if (made->compensated || late.at >= made->at) continue;
        if (!was_lawful(state, late, made->life_before, rules)) continue;
        if (made->kind == EventKind::deem_accepted && accepts(late.kind))
            return body_of(made->event, late, LateEffect::replace);
        if (!ends(find_row(made->life_before, late.kind)->clocks, limit_of(*made))) continue;
        if (decided_by_people(state, *made)) return body_of("", late, LateEffect::record);
        return body_of(made->event, late, LateEffect::undo);
    }
    return std::nullopt;
}

/// Others have moved the case on before the act arrived.
std::optional<EventBody> for_overtaken(const CaseState& state, const CaseEvent& late, const Rules& rules) {
    const LifeCycle then = life_at(state, late.at);
    if (then == state.life || !was_lawful(state, late, then, rules)) return std::nullopt;
    return body_of("", late, LateEffect::record);
}

/// Cards issued for a limit that the act had met before they were due.
void add_cards(const CaseState& state, const CaseEvent& late, LifeCycle life, std::vector<EventBody>& out) {
    const TransitionRow* row = find_row(life, late.kind);
    if (!row) return;
    for (const Card& card : state.cards)
        if (!card.revoked_at && late.at < card.issued_at && ends(row->clocks, card.clock))
            out.push_back(body_of(card.event, late, LateEffect::undo));
}

CaseEvent compensation_event(const CaseEvent& late, EventBody body, base::Instant now) {
    CaseEvent event;
    event.id = base::new_uuid(now);
    event.case_id = late.case_id;
    event.device = "hub";
    event.kind = EventKind::compensate;
    event.at = now;
    event.actor.user = "hub";
    event.actor.roles = {Role::hub};
    event.body = std::move(body);
    return event;
}

}  // namespace

std::vector<EventBody> compensation_for(const CaseState& state, const CaseEvent& late, const Rules& rules) {
    std::vector<EventBody> out;
    LifeCycle life = state.life;
    auto first = for_conclusion(state, late, rules);
    if (!first && !find_row(state.life, late.kind)) {
        first = for_overtaken(state, late, rules);
        if (!first) return out;
    }
    if (first) {
        out.push_back(*first);
        life = life_at(state, late.at);
        if (first->reason_code == base::to_name(LateEffect::record)) return out;
    }
    add_cards(state, late, life, out);
    return out;
}

base::Result<Admission> admit(const CaseState& state, const CaseEvent& event, const Rules& rules,
                              base::Instant now) {
    Admission admission{{}, state};
    for (EventBody& body : compensation_for(state, event, rules)) {
        CaseEvent compensation = compensation_event(event, std::move(body), now);
        YC_TRY(admission.state, apply(admission.state, compensation, rules));
        admission.compensations.push_back(std::move(compensation));
    }
    YC_TRY(admission.state, apply(admission.state, event, rules));
    return admission;
}

}  // namespace yc::domain
