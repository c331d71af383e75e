#include <algorithm>

#include "core/domain/effect_parts.h"

namespace yc::domain::effects {
namespace {

void conclude(CaseState& state, const CaseEvent& event) {
    state.conclusions.push_back({event.id, event.kind, event.at, state.life, state.clock, false});
}

void end_card(CaseState& state, const std::string& id, base::Instant at) {
    for (Card& card : state.cards)
        if (card.event == id && !card.revoked_at) card.revoked_at = std::max(at, card.issued_at);
}

void take_back(CaseState& state, const CaseEvent& event, Conclusion& made) {
    made.compensated = true;
    if (made.kind == EventKind::deem_accepted) {
        state.deemed_accepted = false;
        state.accepted_at.reset();
        state.pauses.clear();
        state.step.clear();
    } else {
        state.result.reset();
        state.closed_at.reset();
        take_reason(state, {});
    }
    state.clock = made.clock_before;
    move_to(state, event, made.life_before);
}

}  // namespace

void deem_accepted(CaseState& state, const CaseEvent& event) {
    conclude(state, event);
    state.deemed_accepted = true;
    begin_handling(state, state.received_at.value_or(event.at));
}

void lapse(CaseState& state, const CaseEvent& event) {
    conclude(state, event);
    close(state, event);
}

void issue_card(CaseState& state, const CaseEvent& event) {
    state.cards.push_back({event.id,
                           event.kind,
                           base::from_name<ClockKind>(event.body.reason_code).value_or(ClockKind::promise),
                           event.body.deadline,
                           event.at,
                           {}});
}

void revoke_card(CaseState& state, const CaseEvent& event) {
    end_card(state, event.body.concerns, event.at);
}

void compensate(CaseState& state, const CaseEvent& event) {
    const auto effect = base::from_name<LateEffect>(event.body.reason_code).value_or(LateEffect::record);
    end_card(state, event.body.concerns, event.at);
    for (Conclusion& made : state.conclusions) {
        if (made.event != event.body.concerns || made.compensated) continue;
        if (effect == LateEffect::undo) take_back(state, event, made);
        if (effect == LateEffect::replace) {
            made.compensated = true;
            state.deemed_accepted = false;
        }
    }
    state.late_acts.push_back({event.body.document, effect});
}

}  // namespace yc::domain::effects
