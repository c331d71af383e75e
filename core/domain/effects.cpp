#include "core/domain/effects.h"

#include <algorithm>

#include "core/domain/flow.h"

namespace yc::domain {
namespace {

using base::Instant;

void take_content(CaseState& state, const EventBody& body) {
    for (const auto& [field, value] : body.form) state.form[field] = value;
    if (!body.materials.empty()) state.materials = body.materials;
    if (!body.notice_no.empty()) state.notice_no = body.notice_no;
}

void take_reason(CaseState& state, const EventBody& body) {
    state.reason = body.reason;
    state.legal_basis = body.legal_basis;
    state.right_organ = body.right_organ;
}

void note_opinion(CaseState& state, const CaseEvent& event) {
    const std::string& text = event.body.opinion.empty() ? event.body.reason : event.body.opinion;
    state.opinions.push_back({event.kind, event.actor, event.at, text});
}

void move_to(CaseState& state, const CaseEvent& event, LifeCycle life) {
    if (life == state.life) return;
    state.steps.push_back({event.id, event.kind, event.at, state.life, life});
    state.life = life;
}

SubmittedMaterial* material(CaseState& state, const std::string& code) {
    const auto found = std::find_if(state.materials.begin(), state.materials.end(),
                                    [&](const SubmittedMaterial& each) { return each.code == code; });
    return found == state.materials.end() ? nullptr : &*found;
}

void mark(CaseState& state, const std::vector<std::string>& codes, MaterialState how) {
    for (const std::string& code : codes)
        if (auto* found = material(state, code)) found->state = how;
}

void register_new(CaseState& state, const CaseEvent& event) {
    state.id = event.case_id;
    state.registration = event.body.registration.value_or(Registration{});
    state.registered_at = event.at;
    state.custody = Custody::counter;
}

void begin_reply(CaseState& state, const CaseEvent& event) {
    if (!event.body.query_code.empty()) state.query_code = event.body.query_code;
    state.received_at = event.at;
    if (!state.first_received_at) state.first_received_at = event.at;
    state.notified_since_receipt = false;
}

void begin_handling(CaseState& state, Instant at) {
    state.accepted_at = state.received_at ? std::max(at, *state.received_at) : at;
    state.clock = ClockState::running;
}

void begin_supplement(CaseState& state, const CaseEvent& event) {
    state.supplement_codes = event.body.material_codes;
    state.supplement_deadline = event.body.deadline;
    state.notified_at = event.at;
    state.notified_since_receipt = true;
}

/// The receipt begins anew on the day the supplements were complete; who may accept has accepted with it,
/// §32(5).
void end_supplement(CaseState& state, const CaseEvent& event) {
    state.supplement_codes.clear();
    state.supplement_deadline.reset();
    begin_reply(state, event);
    const bool offline_barred =
        event.offline && !check_offline(state, EventKind::accept, event.actor, event.at).ok();
    const bool accepts =
        may_accept(state, event.actor) && missing_codes(state.materials).empty() && !offline_barred;
    if (accepts) begin_handling(state, event.at);
    move_to(state, event, accepts ? LifeCycle::accepted : LifeCycle::received);
}

void accept_tolerantly(CaseState& state, const CaseEvent& event) {
    state.deferred_codes = event.body.material_codes;
    state.tolerant_deadline = event.body.deadline;
    state.owed_filled_at.reset();
    mark(state, event.body.material_codes, MaterialState::deferred);
}

void fill_owed(CaseState& state, const CaseEvent& event) {
    if (event.body.materials.empty()) mark(state, event.body.material_codes, MaterialState::provided);
    for (const std::string& code : event.body.material_codes) std::erase(state.deferred_codes, code);
    if (state.deferred_codes.empty()) state.owed_filled_at = event.at;
}

void conclude(CaseState& state, const CaseEvent& event) {
    state.conclusions.push_back({event.id, event.kind, event.at, state.life, state.clock, false});
}

void close(CaseState& state, const CaseEvent& event, const TransitionRow& row) {
    if (row.results.size() == 1)
        state.result = row.results.front();
    else if (const auto named = base::from_name<CaseResult>(event.body.reason_code))
        state.result = named;
    take_reason(state, event.body);
    state.closed_at = event.at;
    if (state.clock != ClockState::idle) state.clock = ClockState::stopped;
    if (!state.pauses.empty() && !state.pauses.back().to)
        state.pauses.back().to = std::max(event.at, state.pauses.back().from);
}

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

void decide_at_once(CaseState& state, const CaseEvent& event) {
    if (!state.received_at) begin_reply(state, event);
    if (!event.body.query_code.empty()) state.query_code = event.body.query_code;
    begin_handling(state, event.at);
    state.decided_on_spot = true;
    decide(state, event, CaseResult::granted);
}

/// Where a draft goes back to: the nearest handler before the step it is at.
const FlowStep& handling_step_before(const FlowPlace& place) {
    for (size_t i = place.index; i > 0; --i)
        if (place.flow[i - 1].role == Role::handler) return place.flow[i - 1];
    return place.flow.front();
}

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

void ask_in_review(CaseState& state, const CaseEvent& event) {
    state.supplement_codes = event.body.material_codes;
    state.supplement_deadline = event.body.deadline;
    state.notified_at = event.at;
    if (event.body.reason_code == "paused") pause(state, event);
    note_opinion(state, event);
}

void end_asking_in_review(CaseState& state, const CaseEvent& event) {
    resume(state, event);
    state.supplement_codes.clear();
    state.supplement_deadline.reset();
}

void forward_papers(CaseState& state, const CaseEvent& event) {
    state.custody = Custody::in_transit;
    if (!state.sent_back) return;
    state.sent_back = false;
    state.registration.department = event.body.department;
    if (!event.body.department_name.empty()) state.registration.department_name = event.body.department_name;
}

void serve(CaseState& state, const CaseEvent& event) {
    state.delivery = Delivery::served;
    state.proof = event.body.proof;
    state.closed_at = event.at;
}

void issue_card(CaseState& state, const CaseEvent& event) {
    state.cards.push_back({event.id,
                           event.kind,
                           base::from_name<ClockKind>(event.body.reason_code).value_or(ClockKind::promise),
                           event.body.deadline,
                           event.at,
                           {}});
}

void revoke_card(CaseState& state, const std::string& id, Instant at) {
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

void compensate(CaseState& state, const CaseEvent& event) {
    const auto effect = base::from_name<LateEffect>(event.body.reason_code).value_or(LateEffect::record);
    revoke_card(state, event.body.concerns, event.at);
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

void reuse(CaseState& state, const EventBody& body) {
    for (const std::string& code : body.material_codes)
        if (auto* found = material(state, code)) {
            found->state = MaterialState::reused;
            found->reused_document = body.document;
            if (!body.pages.empty()) found->pages = body.pages;
        }
}

/// What the event does besides moving the case to the only state of its row.
void act(CaseState& state, const CaseEvent& event, const TransitionRow& row) {
    using enum EventKind;
    switch (event.kind) {
        case register_case:
            return register_new(state, event);
        case submit_online:
        case pre_return:
        case correct_on_spot:
            return;
        case pre_pass:
        case receive:
            return begin_reply(state, event);
        case reuse_document:
            return reuse(state, event.body);
        case notify_supplement:
            return begin_supplement(state, event);
        case supplement_done:
            return end_supplement(state, event);
        case accept:
            return begin_handling(state, event.at);
        case accept_tolerant:
            accept_tolerantly(state, event);
            return begin_handling(state, event.at);
        case deem_accepted:
            conclude(state, event);
            state.deemed_accepted = true;
            return begin_handling(state, state.received_at.value_or(event.at));
        case tolerant_filled:
            return fill_owed(state, event);
        case supplement_overdue:
        case tolerant_overdue:
            conclude(state, event);
            return close(state, event, row);
        case decline:
        case not_required:
        case withdraw:
        case escalate:
        case void_case:
        case abort_case:
            return close(state, event, row);
        case forward:
            return forward_papers(state, event);
        case sign_for:
            state.custody = Custody::department;
            return;
        case send_back:
            state.custody = Custody::counter;
            state.sent_back = true;
            return note_opinion(state, event);
        case start_review:
        case submit_to_review:
        case approve_step:
        case return_step:
            return walk_flow(state, event);
        case begin_special:
            return domain::begin_special(state, event);
        case end_special:
            return domain::end_special(state, event);
        case ask_extension:
            state.extension_asked = true;
            state.extension_wanted = event.body.days;
            return note_opinion(state, event);
        case grant_extension:
            state.extension_days += event.body.days;
            return note_opinion(state, event);
        case deny_extension:
            return note_opinion(state, event);
        case notify_in_review:
            return ask_in_review(state, event);
        case in_review_supplied:
            return end_asking_in_review(state, event);
        case decide_grant:
            return decide(state, event, CaseResult::granted);
        case decide_refuse:
            return decide(state, event, CaseResult::refused);
        case decide_on_spot:
            return decide_at_once(state, event);
        case issue_out:
            if (!event.body.licence_no.empty()) state.licence_no = event.body.licence_no;
            if (event.body.valid_until) state.valid_until = event.body.valid_until;
            if (!event.body.pages.empty()) state.result_pages = event.body.pages;
            state.delivery = Delivery::awaiting_pickup;
            return;
        case deliver:
            return serve(state, event);
        case post:
            state.delivery = Delivery::posted;
            state.proof = event.body.proof;
            return;
        case serve_failed:
            state.delivery = Delivery::failed;
            return note_opinion(state, event);
        case rate:
            state.rating = event.body.grade;
            return;
        case prewarn:
        case yellow_card:
        case red_card:
            return issue_card(state, event);
        case revoke_card:
            return domain::revoke_card(state, event.body.concerns, event.at);
        case compensate:
            return domain::compensate(state, event);
        case archive:
            state.custody = Custody::archived;
            return;
    }
}

}  // namespace

void take_effect(CaseState& state, const CaseEvent& event, const TransitionRow& row) {
    take_content(state, event.body);
    act(state, event, row);
    if (row.to.size() == 1) move_to(state, event, row.to.front());
}

void take_late_effect(CaseState& state, const CaseEvent& event, LateEffect effect) {
    if (effect == LateEffect::replace) {
        if (!event.body.notice_no.empty()) state.notice_no = event.body.notice_no;
        if (event.kind == EventKind::accept_tolerant) accept_tolerantly(state, event);
        state.accepted_at = state.received_at ? std::max(event.at, *state.received_at) : event.at;
        if (state.decided_at) state.accepted_at = std::min(*state.accepted_at, *state.decided_at);
    } else if (event.kind == EventKind::correct_on_spot || event.kind == EventKind::reuse_document) {
        take_content(state, event.body);
        if (event.kind == EventKind::reuse_document) reuse(state, event.body);
    }
    note_opinion(state, event);
}

LifeCycle life_at(const CaseState& state, Instant at) {
    LifeCycle life = LifeCycle::none;
    for (const LifeStep& step : state.steps)
        if (step.at <= at) life = step.to;
    return life;
}

}  // namespace yc::domain
