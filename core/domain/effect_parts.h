#pragma once
#include "core/domain/transition_table.h"

/// What events do to a case besides moving it along its life cycle: parts of take_effect(). Internal to
/// core/domain.
namespace yc::domain::effects {

using Effect = void (*)(CaseState& state, const CaseEvent& event);

// Shared (effects.cpp).
void take_content(CaseState& state, const EventBody& body);
void take_reason(CaseState& state, const EventBody& body);
void note_opinion(CaseState& state, const CaseEvent& event);
void move_to(CaseState& state, const CaseEvent& event, LifeCycle life);
/// Closes with the result of the row, or the one that the event names where the row has several.
void close(CaseState& state, const CaseEvent& event);

// Before and at acceptance, papers (effects_intake.cpp).
/// P and L begin at `at`, never before the receipt.
void begin_handling(CaseState& state, base::Instant at);
/// Notes which materials may follow until when.
void defer_materials(CaseState& state, const CaseEvent& event);
void register_new(CaseState& state, const CaseEvent& event);
void begin_reply(CaseState& state, const CaseEvent& event);
void accept(CaseState& state, const CaseEvent& event);
void accept_tolerantly(CaseState& state, const CaseEvent& event);
void begin_supplement(CaseState& state, const CaseEvent& event);
void end_supplement(CaseState& state, const CaseEvent& event);
void fill_owed(CaseState& state, const CaseEvent& event);
void reuse(CaseState& state, const CaseEvent& event);
void forward_papers(CaseState& state, const CaseEvent& event);
void sign_for_papers(CaseState& state, const CaseEvent& event);
void send_papers_back(CaseState& state, const CaseEvent& event);

// Review, decision, service (effects_review.cpp).
void walk_flow(CaseState& state, const CaseEvent& event);
void begin_special(CaseState& state, const CaseEvent& event);
void end_special(CaseState& state, const CaseEvent& event);
void ask_extension(CaseState& state, const CaseEvent& event);
void grant_extension(CaseState& state, const CaseEvent& event);
void ask_in_review(CaseState& state, const CaseEvent& event);
void end_asking_in_review(CaseState& state, const CaseEvent& event);
void grant(CaseState& state, const CaseEvent& event);
void refuse(CaseState& state, const CaseEvent& event);
void decide_at_once(CaseState& state, const CaseEvent& event);
void issue_out(CaseState& state, const CaseEvent& event);
void serve(CaseState& state, const CaseEvent& event);
void post(CaseState& state, const CaseEvent& event);
void fail_service(CaseState& state, const CaseEvent& event);

// The hub's conclusions, cards, compensations (effects_hub.cpp).
void deem_accepted(CaseState& state, const CaseEvent& event);
void lapse(CaseState& state, const CaseEvent& event);
void issue_card(CaseState& state, const CaseEvent& event);
void revoke_card(CaseState& state, const CaseEvent& event);
void compensate(CaseState& state, const CaseEvent& event);

}  // namespace yc::domain::effects
