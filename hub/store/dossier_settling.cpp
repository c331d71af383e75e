#include "hub/store/dossier_settling.h"

#include <algorithm>

namespace yc::hub::store {
namespace {

using domain::EventKind;

bool takes_papers(EventKind kind) {
    return kind == EventKind::receive || kind == EventKind::supplement_done ||
           kind == EventKind::tolerant_filled || kind == EventKind::in_review_supplied ||
           kind == EventKind::decide_on_spot;
}

bool gives_result(const domain::CaseState& state, EventKind kind) {
    const bool issued = kind == EventKind::issue_out || kind == EventKind::decide_on_spot;
    return issued && state.result == domain::CaseResult::granted &&
           !state.registration.item.result_document_type.empty();
}

/// Keeps the newest value of a fact; an older one that says the same only learns who verified it last.
void put_fact(domain::Dossier& dossier, domain::Fact fact) {
    if (fact.value.empty()) return;
    const auto known = std::find_if(dossier.facts.begin(), dossier.facts.end(),
                                    [&](const domain::Fact& other) { return other.field == fact.field; });
    if (known == dossier.facts.end())
        dossier.facts.push_back(std::move(fact));
    else if (known->at <= fact.at)
        *known = std::move(fact);
}

void put_document(domain::Dossier& dossier, domain::DossierDocument document) {
    for (auto& known : dossier.documents) {
        if (known.id == document.id) {
            document.superseded = known.superseded;
            known = std::move(document);
            return;
        }
    }
    for (auto& known : dossier.documents) {
        if (known.type != document.type) continue;
        if (known.at <= document.at && known.grade >= document.grade)
            known.superseded = true;
        else if (known.at > document.at)
            document.superseded = true;
    }
    dossier.documents.push_back(std::move(document));
}

void settle_party(domain::Dossier& dossier, const domain::CaseState& state, const domain::CaseEvent& event) {
    const domain::Party& party = state.registration.applicant;
    const domain::Fact from{
        .source_case = state.registration.case_no, .verified_by = event.actor.user, .at = event.at};
    const auto put = [&](const char* field, const std::string& value, std::string& kept) {
        if (value.empty()) return;
        kept = value;
        domain::Fact fact = from;
        fact.field = field;
        fact.value = value;
        put_fact(dossier, std::move(fact));
    };
    dossier.party.key = party.key;
    put("name", party.name, dossier.party.name);
    put("phone", party.phone, dossier.party.phone);
    put("address", party.address, dossier.party.address);
    put("legal_representative", party.legal_representative, dossier.party.legal_representative);
    put("contact_name", party.contact_name, dossier.party.contact_name);
}

void settle_form(domain::Dossier& dossier, const domain::CaseState& state, const domain::CaseEvent& event,
                 const SettlingFields& fields) {
    for (const auto& [id, value] : state.form) {
        const auto field = fields.find(id);
        if (field == fields.end()) continue;
        put_fact(dossier, {.field = field->second,
                           .value = value,
                           .source_case = state.registration.case_no,
                           .verified_by = event.actor.user,
                           .at = event.at});
    }
}

void settle_materials(domain::Dossier& dossier, const domain::CaseState& state,
                      const domain::CaseEvent& event) {
    for (const auto& material : state.materials) {
        if (material.state != domain::MaterialState::provided || material.document_type.empty() ||
            material.pages.empty())
            continue;
        put_document(dossier, {.id = state.id + ":" + material.code,
                               .type = material.document_type,
                               .name = material.name,
                               .grade = domain::TrustGrade::verified,
                               .pages = material.pages,
                               .source_case = state.registration.case_no,
                               .at = event.at,
                               .turned = material.turned});
    }
}

void settle_result(domain::Dossier& dossier, const domain::CaseState& state, const domain::CaseEvent& event) {
    const auto& item = state.registration.item;
    put_document(dossier, {.id = state.id + ":result",
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

domain::Dossier settle(domain::Dossier dossier, const domain::CaseState& state,
                       const domain::CaseEvent& event, const SettlingFields& fields) {
    if (event.seq && *event.seq <= dossier.version) return dossier;
    if (takes_papers(event.kind)) {
        settle_party(dossier, state, event);
        settle_form(dossier, state, event, fields);
        settle_materials(dossier, state, event);
    }
    if (gives_result(state, event.kind)) settle_result(dossier, state, event);
    if (event.kind == EventKind::receive) ++dossier.case_count;
    if (event.kind == EventKind::decide_on_spot && !state.first_received_at) ++dossier.case_count;
    dossier.version = event.seq.value_or(dossier.version);
    return dossier;
}

}  // namespace yc::hub::store
