#include "hub/store/case_ledger.h"

#include "core/domain/clocks.h"

namespace yc::hub::store {
namespace {

void add(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

CaseRow row_of(const domain::CaseState& state, int64_t seq, base::Instant now, const domain::Rules& rules) {
    CaseRow row;
    row.id = state.id;
    row.case_no = state.registration.case_no;
    row.person = state.registration.applicant.key;
    row.hall = state.registration.hall;
    row.counter = state.registration.counter;
    row.department = state.registration.department;
    row.item_code = state.registration.item.code;
    row.life = state.life;
    row.result = state.result;
    if (const auto clock = domain::pressing_clock(state, now, rules)) row.due = clock->due;
    row.last_seq = seq;
    return row;
}

/// A case is seen by its hall from the start, and by its department as soon as it is received.
std::vector<Scope> scopes_of(const domain::CaseState& state) {
    std::vector<Scope> scopes;
    if (!state.registration.hall.empty()) scopes.push_back({Scope::Kind::hall, state.registration.hall});
    if (!state.registration.department.empty() && state.life != domain::LifeCycle::draft)
        scopes.push_back({Scope::Kind::department, state.registration.department});
    return scopes;
}

}  // namespace

std::vector<std::string> pages_of(const domain::CaseEvent& event) {
    std::vector<std::string> pages = event.body.pages;
    for (const auto& material : event.body.materials) add(pages, material.pages);
    return pages;
}

std::vector<std::string> pages_of(const domain::CaseState& state) {
    std::vector<std::string> pages = state.result_pages;
    for (const auto& material : state.materials) add(pages, material.pages);
    return pages;
}

base::Result<domain::CaseState> CaseLedger::state_of(const std::string& case_id) {
    YC_TRY(const auto events, writer_.events_of(case_id));
    return domain::replay(events, rules_);
}

base::Result<void> CaseLedger::check_number(const domain::CaseState& state) {
    if (state.registration.case_no.empty()) return {};
    YC_TRY(const auto holder, writer_.case_of_number(state.registration.case_no));
    if (holder && *holder != state.id) return base::fail("case.number_taken", "another case has this number");
    return {};
}

base::Result<domain::CaseEvent> CaseLedger::commit(const domain::Admission& admission,
                                                   const domain::CaseEvent& event) {
    const auto& state = admission.state;
    YC_CHECK(check_number(state));
    const auto& person = state.registration.applicant.key;
    for (const auto& compensation : admission.compensations)
        YC_CHECK(writer_.append(compensation, person, now_));
    YC_TRY(auto numbered, writer_.append(event, person, now_));
    YC_CHECK(derive(state, numbered));
    YC_CHECK(settle_dossier(state, numbered));
    return numbered;
}

base::Result<void> CaseLedger::derive(const domain::CaseState& state, const domain::CaseEvent& event) {
    YC_CHECK(writer_.put_case(row_of(state, *event.seq, now_, rules_)));
    YC_CHECK(writer_.put_scopes(state.id, scopes_of(state), *event.seq));
    const auto& agent = state.registration.agent;
    if (agent && !agent->key.number.empty())
        YC_CHECK(writer_.add_agent(state.id, state.registration.applicant.key, agent->key));
    return writer_.add_page_uses(state.id, pages_of(event));
}

base::Result<void> CaseLedger::settle_dossier(const domain::CaseState& state,
                                              const domain::CaseEvent& event) {
    if (!settles(event.kind) || state.life == domain::LifeCycle::draft) return {};
    const auto& item = state.registration.item;
    YC_TRY(auto known, writer_.record(state.registration.applicant.key));
    return writer_.put_record(
        settle(known.value_or(domain::DossierRecord{}), state, event, fields_of_(item.code, item.version)));
}

}  // namespace yc::hub::store
