#include "tests/core/domain/case_scenario.h"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "core/domain/flow.h"

namespace yc::tests {

using namespace domain;

namespace {

Actor person(const char* user, Role role, const char* hall, const char* department) {
    Actor actor;
    actor.user = user;
    actor.name = user;
    actor.roles = {role};
    actor.hall = hall;
    actor.department = department;
    return actor;
}

std::vector<SubmittedMaterial> materials(const std::string& missing) {
    std::vector<SubmittedMaterial> out(3);
    const char* codes[] = {"id", "lease", "photo"};
    const Necessity needs[] = {Necessity::required, Necessity::deferrable, Necessity::optional};
    for (size_t i = 0; i < out.size(); ++i) {
        out[i].code = codes[i];
        out[i].name = codes[i];
        out[i].necessity = needs[i];
        out[i].state = out[i].code == missing ? MaterialState::missing : MaterialState::provided;
    }
    return out;
}

std::vector<SubmittedMaterial> all_provided(std::vector<SubmittedMaterial> list) {
    for (SubmittedMaterial& each : list) each.state = MaterialState::provided;
    return list;
}

ProofOfService proof_at(base::Instant at) {
    ProofOfService proof;
    proof.receiver_name = "张三";
    proof.relation = "self";
    proof.waybill = "EMS1234567890";
    proof.signed_at = at;
    return proof;
}

std::string last_card(const CaseState& state) {
    for (auto card = state.cards.rbegin(); card != state.cards.rend(); ++card)
        if (!card->revoked_at) return card->event;
    return {};
}

void fill_handling(EventBody& body, EventKind kind, const CaseState& state) {
    using enum EventKind;
    body.opinion = "材料属实";
    body.reason = "理由";
    body.officers = {"h1", "h2"};
    body.second_person = "somebody";
    body.legal_basis = "行政许可法第四十五条";
    if (kind == begin_special) body.special_kind = "expert_review";
    if (kind == begin_special) body.days = 5;
    if (kind == ask_extension) body.days = 10;
    if (kind == grant_extension) body.days = state.extension_wanted;
    if (kind == decide_grant || kind == issue_out) body.licence_no = "桂A0001";
}

}  // namespace

Actor clerk() {
    return person("clerk1", Role::clerk, "qx", "");
}
Actor clerk_with_authority(base::Instant until) {
    Actor actor = clerk();
    actor.authority_until = until;
    return actor;
}
Actor handler() {
    return person("h1", Role::handler, "", "market");
}
Actor reviewer() {
    return person("r1", Role::reviewer, "", "market");
}
Actor approver() {
    return person("a1", Role::approver, "", "market");
}
Actor head() {
    return person("head1", Role::head_of_organ, "", "market");
}
Actor chief() {
    return person("chief1", Role::chief_representative, "qx", "market");
}
Actor supervisor() {
    return person("s1", Role::supervisor, "qx", "");
}
Actor archivist() {
    return person("arch1", Role::archivist, "qx", "");
}
Actor hub() {
    return person("hub", Role::hub, "", "");
}
Actor applicant() {
    return person("citizen", Role::applicant, "", "");
}

base::Instant moment(const char* text) {
    return base::parse_instant(text).value();
}

ItemTerms promised_item() {
    ItemTerms item;
    item.code = "450103-001";
    item.name = "食品经营许可";
    item.statutory = {20, LimitUnit::working_day};
    item.promised = {10, LimitUnit::working_day};
    return item;
}

ItemTerms immediate_item() {
    ItemTerms item = promised_item();
    item.case_kind = CaseKind::immediate;
    item.promised = {0, LimitUnit::working_day};
    item.counter_accepts = true;
    item.counter_decides = true;
    return item;
}

EventBody fitting_body(EventKind kind, const CaseState& state, base::Instant at) {
    using enum EventKind;
    EventBody body;
    body.query_code = kind == receive || kind == pre_pass || kind == decide_on_spot ? "Q7K2M9" : "";
    fill_handling(body, kind, state);
    body.grade = 2;
    body.commitment = "承诺书";
    body.department = state.registration.department;
    body.deadline = base::add_days(base::date_of(at), 3);
    body.proof = proof_at(at);
    if (kind == post) body.proof->way = ServiceWay::mail;
    body.material_codes = missing_codes(state.materials);
    if (kind == tolerant_filled) body.material_codes = state.deferred_codes;
    if (kind == reuse_document) body.document = "doc-1";
    if (body.material_codes.empty() || kind == reuse_document) body.material_codes = {"id"};
    if (kind == supplement_done || kind == in_review_supplied) body.materials = all_provided(state.materials);
    if (kind == prewarn || kind == yellow_card || kind == red_card) body.reason_code = "promise";
    if (kind == revoke_card) body.concerns = last_card(state);
    if (kind == supplement_overdue) body.reason_code = "lapsed";
    if (kind == tolerant_overdue) body.reason_code = "acceptance_revoked";
    if (kind == compensate) {
        body.concerns = last_card(state);
        body.document = "late-event";
        body.reason_code = "undo";
    }
    return body;
}

CaseScenario::CaseScenario(ItemTerms terms, Policy rules_of_place)
    : policy(std::move(rules_of_place)), item(std::move(terms)) {}

CaseEvent CaseScenario::event(EventKind kind, const Actor& actor) {
    CaseEvent event;
    event.id = fmt::format("event-{}", ++made_);
    event.case_id = "case-1";
    event.device = "device-1";
    event.device_seq = made_;
    event.kind = kind;
    event.at = now;
    event.actor = actor;
    event.body = fitting_body(kind, state, now);
    if (kind != EventKind::register_case) return event;
    Registration registration;
    registration.case_no = "45010320260302001000017";
    registration.item = item;
    registration.applicant.name = "张三";
    registration.applicant.key.number = "11010519491231002X";
    registration.hall = "qx";
    registration.counter = "qx-1";
    registration.department = "market";
    registration.department_name = "市场监管局";
    event.body = {};
    event.body.registration = registration;
    event.body.materials = materials(missing_material);
    return event;
}

void CaseScenario::act(const CaseEvent& event) {
    auto next = apply(state, event, rules());
    BOOST_REQUIRE_MESSAGE(next.ok(), base::to_name(event.kind)
                                         << " in " << base::to_name(state.life) << ": "
                                         << (next.ok() ? "" : next.error().code + " " + next.error().detail));
    state = *std::move(next);
    events.push_back(event);
}

void CaseScenario::act(EventKind kind, const Actor& actor) {
    act(event(kind, actor));
}

std::string CaseScenario::refusal(const CaseEvent& event) const {
    const auto next = apply(state, event, rules());
    return next ? "" : next.error().code;
}

std::string CaseScenario::refusal(EventKind kind, const Actor& actor) {
    return refusal(event(kind, actor));
}

void CaseScenario::to_received() {
    act(EventKind::register_case, clerk());
    act(EventKind::receive, clerk());
}

void CaseScenario::to_accepted() {
    to_received();
    act(EventKind::accept, handler());
}

void CaseScenario::to_review() {
    to_accepted();
    act(EventKind::start_review, handler());
}

void CaseScenario::to_decision() {
    to_review();
    act(EventKind::submit_to_review, handler());
    act(EventKind::approve_step, reviewer());
}

}  // namespace yc::tests
