#include <algorithm>

#include "core/domain/effect_parts.h"
#include "core/domain/flow.h"

namespace yc::domain::effects {
namespace {

void decide(CaseState& state, const CaseEvent& event, CaseResult result) {
    state.result = result;
    state.decided_at = state.accepted_at ? std::max(event.at, *state.accepted_at) : event.at;
    state.clock = ClockState::stopped;
    state.approver = event.actor.user;
    take_reason(state, event.body);
    if (event.body.valid_until) state.valid_until = event.body.valid_until;
    if (!event.body.licence_no.empty()) state.licence_no = event.body.licence_no;
    if (!event.body.pages.empty()) state.result_pages = event.body.pages;
    note_opinion(state, event);
}

const FlowStep& handling_step_before(const FlowPlace& place) {
    for (size_t i = place.index; i > 0; --i)
        if (place.flow[i - 1].role == Role::handler) return place.flow[i - 1];
    return place.flow.front();
}

void pause(CaseState& state, const CaseEvent& event) {
    state.clock = ClockState::paused;
    state.pauses.push_back({event.at, {}});
}

void resume(CaseState& state, const CaseEvent& event) {
    if (state.clock != ClockState::paused) return;
    state.clock = ClockState::running;
    if (!state.pauses.empty() && !state.pauses.back().to)
        state.pauses.back().to = std::max(event.at, state.pauses.back().from);
}

}  // namespace

void walk_flow(CaseState& state, const CaseEvent& event) {
    const FlowPlace place = flow_place(state);
    const bool on = event.kind == EventKind::submit_to_review || event.kind == EventKind::approve_step;
    if (event.kind == EventKind::start_review) state.step = place.flow.front().id;
    if (event.kind == EventKind::return_step) state.step = handling_step_before(place).id;
    if (on && !place.is_last()) state.step = place.flow[place.index + 1].id;
    if (event.kind == EventKind::start_review || event.kind == EventKind::submit_to_review)
        state.handler = event.actor.user;
    if (event.kind == EventKind::approve_step) state.reviewer = event.actor.user;
    if (!event.body.officers.empty()) state.officers = event.body.officers;
    note_opinion(state, event);
}

void begin_special(CaseState& state, const CaseEvent& event) {
    state.special_kind = event.body.special_kind;
    state.special_days = event.body.days;
    state.special_since = event.at;
    if (!event.body.legal_basis.empty()) pause(state, event);
    note_opinion(state, event);
}

void end_special(CaseState& state, const CaseEvent& event) {
    resume(state, event);
    state.special_kind.clear();
    state.special_days = 0;
    state.special_since.reset();
    note_opinion(state, event);
}

void ask_extension(CaseState& state, const CaseEvent& event) {
    state.extension_asked = true;
    state.extension_wanted = event.body.days;
    note_opinion(state, event);
}

void grant_extension(CaseState& state, const CaseEvent& event) {
    state.extension_days += event.body.days;
    note_opinion(state, event);
}

void ask_in_review(CaseState& state, const CaseEvent& event) {
    state.supplement_codes = event.body.material_codes;
    state.supplement_deadline = event.body.deadline;
    state.notified_at = event.at;
    if (event.body.reason_code == "paused") pause(state, event);
    note_opinion(state, event);
}

void end_asking_in_review(CaseState& state, const CaseEvent& event) {
    resume(state, event);
    state.supplied_at = event.at;
    state.supplement_codes.clear();
    state.supplement_deadline.reset();
}

void grant(CaseState& state, const CaseEvent& event) {
    decide(state, event, CaseResult::granted);
}

void refuse(CaseState& state, const CaseEvent& event) {
    decide(state, event, CaseResult::refused);
}

void decide_at_once(CaseState& state, const CaseEvent& event) {
    if (!state.received_at) begin_reply(state, event);
    if (!event.body.query_code.empty()) state.query_code = event.body.query_code;
    begin_handling(state, event.at);
    state.decided_on_spot = true;
    decide(state, event, CaseResult::granted);
}

void issue_out(CaseState& state, const CaseEvent& event) {
    if (!event.body.licence_no.empty()) state.licence_no = event.body.licence_no;
    if (event.body.valid_until) state.valid_until = event.body.valid_until;
    if (!event.body.pages.empty()) state.result_pages = event.body.pages;
    state.delivery = Delivery::awaiting_pickup;
}

void serve(CaseState& state, const CaseEvent& event) {
    state.delivery = Delivery::served;
    state.proof = event.body.proof;
    state.closed_at = event.at;
}

void post(CaseState& state, const CaseEvent& event) {
    state.delivery = Delivery::posted;
    state.proof = event.body.proof;
}

void fail_service(CaseState& state, const CaseEvent& event) {
    state.delivery = Delivery::failed;
    note_opinion(state, event);
}

}  // namespace yc::domain::effects
