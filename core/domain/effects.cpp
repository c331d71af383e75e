#include "core/domain/effects.h"

#include <algorithm>
#include <array>

#include "core/domain/effect_parts.h"

namespace yc::domain {
namespace effects {

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

void close(CaseState& state, const CaseEvent& event) {
    const TransitionRow* row = find_row(state.life, event.kind);
    if (row && row->results.size() == 1)
        state.result = row->results.front();
    else if (const auto named = base::from_name<CaseResult>(event.body.reason_code))
        state.result = named;
    take_reason(state, event.body);
    state.closed_at = event.at;
    if (state.clock != ClockState::idle) state.clock = ClockState::stopped;
    if (!state.pauses.empty() && !state.pauses.back().to)
        state.pauses.back().to = std::max(event.at, state.pauses.back().from);
}

}  // namespace effects

namespace {

using namespace effects;

void nothing(CaseState&, const CaseEvent&) {}
void take_rating(CaseState& state, const CaseEvent& event) {
    state.rating = event.body.grade;
}
void put_in_archive(CaseState& state, const CaseEvent&) {
    state.custody = Custody::archived;
}

/// What each event does besides moving the case to the only state of its row.
Effect effect_of(EventKind kind) {
    using enum EventKind;
    // clang-format off
    switch (kind) {
        case register_case: return register_new;
        case submit_online: case pre_return: case correct_on_spot: return nothing;
        case pre_pass: case receive: return begin_reply;
        case reuse_document: return reuse;
        case notify_supplement: return begin_supplement;
        case supplement_done: return end_supplement;
        case EventKind::accept: return effects::accept;
        case accept_tolerant: return accept_tolerantly;
        case EventKind::deem_accepted: return effects::deem_accepted;
        case tolerant_filled: return fill_owed;
        case supplement_overdue: case tolerant_overdue: return lapse;
        case decline: case not_required: case withdraw: case escalate: case void_case: case abort_case: return close;
        case forward: return forward_papers;
        case sign_for: return sign_for_papers;
        case send_back: return send_papers_back;
        case start_review: case submit_to_review: case approve_step: case return_step: return walk_flow;
        case EventKind::begin_special: return effects::begin_special;
        case EventKind::end_special: return effects::end_special;
        case EventKind::ask_extension: return effects::ask_extension;
        case EventKind::grant_extension: return effects::grant_extension;
        case deny_extension: return note_opinion;
        case notify_in_review: return ask_in_review;
        case in_review_supplied: return end_asking_in_review;
        case decide_grant: return grant;
        case decide_refuse: return refuse;
        case decide_on_spot: return decide_at_once;
        case EventKind::issue_out: return effects::issue_out;
        case deliver: return serve;
        case EventKind::post: return effects::post;
        case serve_failed: return fail_service;
        case rate: return take_rating;
        case prewarn: case yellow_card: case red_card: return issue_card;
        case EventKind::revoke_card: return effects::revoke_card;
        case EventKind::compensate: return effects::compensate;
        case archive: return put_in_archive;
    }
    // clang-format on
    return nothing;
}

}  // namespace

void take_effect(CaseState& state, const CaseEvent& event, const TransitionRow& row) {
    take_content(state, event.body);
    effect_of(event.kind)(state, event);
    if (row.to.size() == 1) move_to(state, event, row.to.front());
}

void take_late_effect(CaseState& state, const CaseEvent& event, LateEffect effect) {
    if (effect == LateEffect::replace) {
        if (!event.body.notice_no.empty()) state.notice_no = event.body.notice_no;
        if (event.kind == EventKind::accept_tolerant) defer_materials(state, event);
        state.accepted_at = state.received_at ? std::max(event.at, *state.received_at) : event.at;
        if (state.decided_at) state.accepted_at = std::min(*state.accepted_at, *state.decided_at);
    } else if (event.kind == EventKind::correct_on_spot || event.kind == EventKind::reuse_document) {
        take_content(state, event.body);
        if (event.kind == EventKind::reuse_document) reuse(state, event);
    }
    note_opinion(state, event);
}

LifeCycle life_at(const CaseState& state, base::Instant at) {
    LifeCycle life = LifeCycle::none;
    for (const LifeStep& step : state.steps)
        if (step.at <= at) life = step.to;
    return life;
}

}  // namespace yc::domain
