#include <algorithm>

#include "core/domain/effect_parts.h"
#include "core/domain/flow.h"

namespace yc::domain::effects {
namespace {

SubmittedMaterial* material(CaseState& state, const std::string& code) {
    const auto found = std::find_if(state.materials.begin(), state.materials.end(),
                                    [&](const SubmittedMaterial& each) { return each.code == code; });
    return found == state.materials.end() ? nullptr : &*found;
}

void mark(CaseState& state, const std::vector<std::string>& codes, MaterialState how) {
    for (const std::string& code : codes)
        if (auto* found = material(state, code)) found->state = how;
}

}  // namespace

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

void begin_handling(CaseState& state, base::Instant at) {
    state.accepted_at = state.received_at ? std::max(at, *state.received_at) : at;
    state.clock = ClockState::running;
}

void accept(CaseState& state, const CaseEvent& event) {
    begin_handling(state, event.at);
}

void defer_materials(CaseState& state, const CaseEvent& event) {
    state.deferred_codes = event.body.material_codes;
    state.tolerant_deadline = event.body.deadline;
    state.owed_filled_at.reset();
    mark(state, event.body.material_codes, MaterialState::deferred);
}

void accept_tolerantly(CaseState& state, const CaseEvent& event) {
    defer_materials(state, event);
    begin_handling(state, event.at);
}

void begin_supplement(CaseState& state, const CaseEvent& event) {
    state.supplement_codes = event.body.material_codes;
    state.supplement_deadline = event.body.deadline;
    state.notified_at = event.at;
    state.notified_since_receipt = true;
}

void end_supplement(CaseState& state, const CaseEvent& event) {
    state.supplement_codes.clear();
    state.supplement_deadline.reset();
    state.supplied_at = event.at;
    begin_reply(state, event);
    CaseState received = state;  // the acceptance is judged in the state it is done from
    received.life = LifeCycle::received;
    const bool offline_barred =
        event.offline && !check_offline(received, EventKind::accept, event.actor, event.at).ok();
    const bool accepts =
        may_accept(state, event.actor) && missing_codes(state.materials).empty() && !offline_barred;
    if (accepts) begin_handling(state, event.at);
    move_to(state, event, accepts ? LifeCycle::accepted : LifeCycle::received);
}

void fill_owed(CaseState& state, const CaseEvent& event) {
    if (event.body.materials.empty()) mark(state, event.body.material_codes, MaterialState::provided);
    for (const std::string& code : event.body.material_codes) std::erase(state.deferred_codes, code);
    state.supplied_at = event.at;
    if (state.deferred_codes.empty()) state.owed_filled_at = event.at;
}

void reuse(CaseState& state, const CaseEvent& event) {
    const EventBody& body = event.body;
    for (const std::string& code : body.material_codes)
        if (auto* found = material(state, code)) {
            found->state = MaterialState::reused;
            found->reused_document = body.document;
            if (!body.pages.empty()) found->pages = body.pages;
            found->turned = body.turned;
        }
}

void forward_papers(CaseState& state, const CaseEvent& event) {
    state.custody = Custody::in_transit;
    if (!state.sent_back) return;
    state.sent_back = false;
    state.registration.department = event.body.department;
    if (!event.body.department_name.empty()) state.registration.department_name = event.body.department_name;
}

void sign_for_papers(CaseState& state, const CaseEvent&) {
    state.custody = Custody::department;
}

void send_papers_back(CaseState& state, const CaseEvent& event) {
    state.custody = Custody::counter;
    state.sent_back = true;
    note_opinion(state, event);
}

}  // namespace yc::domain::effects
