#include "hub/store/dossier_settling.h"

#include <algorithm>

namespace yc::hub::store {
namespace {

using domain::EventKind;

bool takes_papers(EventKind kind) {
    return kind == EventKind::receive || kind == EventKind::correct_on_spot ||
           kind == EventKind::supplement_done || kind == EventKind::tolerant_filled ||
           kind == EventKind::in_review_supplied || kind == EventKind::decide_on_spot;
}

/// Whether the case comes in with this event.
bool comes_in(const domain::CaseState& state, EventKind kind) {
    return kind == EventKind::receive || (kind == EventKind::decide_on_spot && !state.first_received_at);
}

/// Whether all that the form says is stated now: when the case comes in, and with the papers of one that came
/// online; else only what the event changes.
bool states_everything(const domain::CaseState& state, EventKind kind) {
    return comes_in(state, kind) ||
           std::none_of(state.steps.begin(), state.steps.end(),
                        [](const domain::LifeStep& step) { return step.kind == EventKind::receive; });
}

bool gives_result(const domain::CaseState& state, EventKind kind) {
    const bool issued = kind == EventKind::issue_out || kind == EventKind::decide_on_spot;
    return issued && state.result == domain::CaseResult::granted &&
           !state.registration.item.result_document_type.empty();
}

/// The version of the dossier that the form was filled from; one that the hub never gave counts as unseen.
std::optional<int64_t> base_of(const domain::CaseState& state, const domain::CaseEvent& event) {
    const auto base = state.registration.dossier_base;
    return base && event.seq && *base >= *event.seq ? std::nullopt : base;
}

/// What this event of the case says of `field`; `from` tells its places in the papers apart.
domain::FactStatement statement_of(const domain::CaseState& state, const domain::CaseEvent& event,
                                   const std::string& field, const std::string& value,
                                   const std::string& from) {
    return {.id = event.id + ":" + from,
            .field = field,
            .value = value,
            .source_case = state.registration.case_no,
            .case_id = state.id,
            .said_by = event.actor.user,
            .said_by_name = event.actor.name,
            .at = event.at,
            .device = event.device,
            .device_seq = event.device_seq,
            .base = base_of(state, event),
            .seq = event.seq.value_or(0)};
}

void settle_party(domain::DossierRecord& record, const domain::CaseState& state,
                  const domain::CaseEvent& event) {
    const domain::Party& party = state.registration.applicant;
    const auto put = [&](const char* field, const std::string& value) {
        domain::add_statement(record,
                              statement_of(state, event, field, value, std::string("applicant.") + field));
    };
    put("name", party.name);
    put("phone", party.phone);
    put("address", party.address);
    put("legal_representative", party.legal_representative);
    put("contact_name", party.contact_name);
}

void settle_form(domain::DossierRecord& record, const domain::CaseState& state,
                 const domain::CaseEvent& event, const SettlingFields& fields) {
    for (const auto& [id, value] : states_everything(state, event.kind) ? state.form : event.body.form) {
        const auto field = fields.find(id);
        if (field != fields.end())
            domain::add_statement(record, statement_of(state, event, field->second, value, id));
    }
}

void settle_materials(domain::DossierRecord& record, const domain::CaseState& state,
                      const domain::CaseEvent& event) {
    for (const auto& material : state.materials) {
        if (material.state != domain::MaterialState::provided || material.document_type.empty() ||
            material.pages.empty())
            continue;
        domain::add_document(record, {.id = state.id + ":" + material.code,
                                      .type = material.document_type,
                                      .name = material.name,
                                      .grade = domain::TrustGrade::verified,
                                      .pages = material.pages,
                                      .source_case = state.registration.case_no,
                                      .at = event.at,
                                      .turned = material.turned});
    }
}

void settle_result(domain::DossierRecord& record, const domain::CaseState& state,
                   const domain::CaseEvent& event) {
    const auto& item = state.registration.item;
    domain::add_document(record, {.id = state.id + ":result",
                                  .type = item.result_document_type,
                                  .name = item.result_name,
                                  .grade = domain::TrustGrade::issued,
                                  .issuer = state.registration.department_name,
                                  .number = state.licence_no,
                                  .valid_until = state.valid_until,
                                  .pages = state.result_pages,
                                  .source_case = state.registration.case_no,
                                  .at = event.at});
}

}  // namespace

bool settles(EventKind kind) {
    return takes_papers(kind) || kind == EventKind::issue_out;
}

domain::DossierRecord settle(domain::DossierRecord record, const domain::CaseState& state,
                             const domain::CaseEvent& event, const SettlingFields& fields) {
    if (event.seq && *event.seq <= record.version) return record;
    record.key = state.registration.applicant.key;
    if (takes_papers(event.kind)) {
        if (states_everything(state, event.kind)) settle_party(record, state, event);
        settle_form(record, state, event, fields);
        settle_materials(record, state, event);
    }
    if (gives_result(state, event.kind)) settle_result(record, state, event);
    if (comes_in(state, event.kind)) ++record.case_count;
    record.version = event.seq.value_or(record.version);
    return record;
}

}  // namespace yc::hub::store
