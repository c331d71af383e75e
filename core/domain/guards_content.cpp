#include <algorithm>
#include <set>

#include "core/domain/flow.h"
#include "core/domain/guards.h"

namespace yc::domain::guards {
namespace {

using base::fail;
using Verdict = base::Result<void>;
constexpr auto content = Guard::About::content;

/// The list of materials that the event leaves behind: its own, else the case's.
const std::vector<SubmittedMaterial>& materials_after(const CaseState& state, const CaseEvent& event) {
    return event.body.materials.empty() ? state.materials : event.body.materials;
}

bool contains(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool all_known(const CaseState& state, const std::vector<std::string>& codes) {
    return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) {
        return std::any_of(state.materials.begin(), state.materials.end(),
                           [&](const SubmittedMaterial& material) { return material.code == code; });
    });
}

std::vector<std::string> difference(const std::vector<std::string>& all,
                                    const std::vector<std::string>& without) {
    std::vector<std::string> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out),
                 [&](const std::string& code) { return !contains(without, code); });
    return out;
}

Verdict still_missing(const std::vector<SubmittedMaterial>& materials,
                      const std::vector<std::string>& codes) {
    return fail("case.guard.still_missing", std::to_string(codes.size()) + " materials are missing",
                {{"materials", names_of_codes(materials, codes)}});
}

Verdict check_registration_complete(const CaseState&, const CaseEvent& event, const Rules&) {
    const auto& registration = event.body.registration;
    if (!registration || registration->case_no.empty() || registration->item.code.empty() ||
        registration->hall.empty() || registration->department.empty())
        return fail("case.guard.registration_incomplete", "case number, item, hall or department is missing");
    if (event.actor.has(Role::applicant) || registration->hall == event.actor.hall) return {};
    return fail("case.guard.other_hall", "registered for another hall than the actor's");
}

Verdict check_identity_read(const CaseState& state, const CaseEvent&, const Rules&) {
    const Party& applicant = state.registration.applicant;
    if (!applicant.name.empty() && !applicant.key.number.empty()) return {};
    return fail("case.guard.identity_missing", "the applicant has no name or number");
}

Verdict check_materials_listed(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& materials = materials_after(state, event);
    std::set<std::string> codes;
    for (const SubmittedMaterial& material : materials)
        if (material.code.empty() || !codes.insert(material.code).second)
            return fail("case.guard.materials_unlisted", "a material without code or listed twice");
    return {};
}

Verdict check_query_code_made(const CaseState&, const CaseEvent& event, const Rules&) {
    if (event.body.query_code.size() >= 6) return {};
    return fail("case.guard.query_code_missing", "a receipt needs a query code of six characters or more");
}

Verdict check_materials_complete(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& materials = materials_after(state, event);
    const auto missing = missing_codes(materials);
    return missing.empty() ? Verdict{} : still_missing(materials, missing);
}

Verdict check_list_complete(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& asked = event.body.material_codes;
    if (asked.empty() || !all_known(state, asked))
        return fail("case.guard.list_missing", "the notice names no material of the case");
    const auto forgotten = difference(missing_codes(state.materials), asked);
    if (forgotten.empty()) return {};
    return fail("case.guard.list_incomplete", "everything that is missing must be asked for at once",
                {{"materials", names_of_codes(state.materials, forgotten)}});
}

Verdict check_supplements_complete(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& materials = materials_after(state, event);
    std::vector<std::string> missing = missing_codes(materials);
    for (const SubmittedMaterial& material : materials)
        if (material.state == MaterialState::missing && contains(state.supplement_codes, material.code) &&
            !contains(missing, material.code))
            missing.push_back(material.code);
    return missing.empty() ? Verdict{} : still_missing(materials, missing);
}

Verdict check_only_deferrable_missing(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& materials = materials_after(state, event);
    const auto required = missing_codes(materials, false);
    if (!required.empty())
        return fail("case.guard.not_deferrable", "a required material is missing",
                    {{"materials", names_of_codes(materials, required)}});
    auto missing = missing_codes(materials);
    auto deferred = event.body.material_codes;
    std::sort(missing.begin(), missing.end());
    std::sort(deferred.begin(), deferred.end());
    if (!missing.empty() && missing == deferred) return {};
    return fail("case.guard.deferred_list", "the deferred materials are not exactly the missing ones",
                {{"materials", names_of_codes(materials, missing)}});
}

Verdict check_commitment_signed(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.commitment.empty()) return {};
    return fail("case.guard.commitment_missing", "tolerant acceptance needs the applicant's commitment");
}

Verdict check_owed_handed_in(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto& codes = event.body.material_codes;
    if (!codes.empty() && difference(codes, state.deferred_codes).empty()) return {};
    return fail("case.guard.not_owed", "names no deferred material",
                {{"materials", names_of_codes(state.materials, state.deferred_codes)}});
}

Verdict check_document_named(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (!event.body.document.empty() && event.body.material_codes.size() == 1 &&
        all_known(state, event.body.material_codes))
        return {};
    return fail("case.guard.document_missing", "needs one document and one material of the case");
}

Verdict check_reason_given(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.reason.empty()) return {};
    return fail("case.guard.reason_missing", "no reason is given");
}

Verdict check_right_organ_named(const CaseState&, const CaseEvent& event, const Rules&) {
    if (event.body.reason_code != "not_competent" || !event.body.right_organ.empty()) return {};
    return fail("case.guard.right_organ_missing", "Licensing Law 32(2): tell where to apply");
}

Verdict check_legal_basis_named(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.legal_basis.empty()) return {};
    return fail("case.guard.legal_basis_missing", "a refusal needs its legal basis");
}

Verdict check_opinion_given(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.opinion.empty()) return {};
    return fail("case.guard.opinion_missing", "no opinion or result is entered");
}

Verdict check_known_department(const CaseState& state, const CaseEvent& event, const Rules&) {
    const auto departments = departments_of(state);
    if (state.sent_back ? !event.body.department.empty() : contains(departments, event.body.department))
        return {};
    return fail("case.guard.unknown_department", "the department has no part in the case");
}

Verdict check_two_officers(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (!state.registration.item.site_check) return {};
    const auto& officers = event.body.officers.empty() ? state.officers : event.body.officers;
    const std::set<std::string> people(officers.begin(), officers.end());
    if (people.size() >= 2 && !people.contains("")) return {};
    return fail("case.guard.two_officers", "Licensing Law 34: a site check is done by two officers");
}

Verdict check_special_described(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.special_kind.empty() && event.body.days > 0) return {};
    return fail("case.guard.special_incomplete", "kind or planned time is missing");
}

Verdict check_head_approved(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.second_person.empty() && event.body.second_person != event.actor.user) return {};
    return fail("case.guard.head_approval_missing", "somebody else must have approved");
}

Verdict check_pause_as_policy(const CaseState&, const CaseEvent& event, const Rules& rules) {
    if ((event.body.reason_code == "paused") == rules.policy.in_review_supplement_pauses) return {};
    return fail("case.guard.pause_not_as_policy", "reason_code must be 'paused' exactly when policy pauses");
}

Verdict check_materials_asked(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.material_codes.empty()) return {};
    return fail("case.guard.list_missing", "no material is asked for");
}

Verdict check_licence_numbered(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (state.result != CaseResult::granted || !event.body.licence_no.empty()) return {};
    return fail("case.guard.licence_no_missing", "a granted result needs its number");
}

Verdict check_proof_given(const CaseState&, const CaseEvent& event, const Rules&) {
    const auto& proof = event.body.proof;
    if (proof && !proof->receiver_name.empty() && proof->signed_at != base::Instant{}) return {};
    return fail("case.guard.proof_missing", "no proof of service: receiver or time is missing");
}

Verdict check_waybill_given(const CaseState&, const CaseEvent& event, const Rules&) {
    const auto& proof = event.body.proof;
    if (proof && proof->way == ServiceWay::mail && !proof->waybill.empty()) return {};
    return fail("case.guard.waybill_missing", "posting needs the waybill number");
}

Verdict check_request_signed(const CaseState&, const CaseEvent& event, const Rules&) {
    const auto& proof = event.body.proof;
    if (!event.body.pages.empty() || (proof && !proof->receiver_name.empty())) return {};
    return fail("case.guard.request_unsigned",
                "withdrawal needs the signed request: pages, or who signed and when");
}

Verdict check_second_person(const CaseState&, const CaseEvent& event, const Rules&) {
    if (!event.body.second_person.empty() && event.body.second_person != event.actor.user) return {};
    return fail("case.guard.second_person_missing", "a second person must confirm");
}

Verdict check_grade_valid(const CaseState&, const CaseEvent& event, const Rules&) {
    if (event.body.grade >= 1 && event.body.grade <= 5) return {};
    return fail("case.guard.grade_invalid", "grades are 1 to 5");
}

Verdict check_card_described(const CaseState&, const CaseEvent& event, const Rules&) {
    if (base::from_name<ClockKind>(event.body.reason_code) && event.body.deadline) return {};
    return fail("case.guard.card_incomplete", "a card names its limit and the day it ends");
}

Verdict check_card_exists(const CaseState& state, const CaseEvent& event, const Rules&) {
    const bool found = std::any_of(state.cards.begin(), state.cards.end(), [&](const Card& card) {
        return card.event == event.body.concerns && !card.revoked_at;
    });
    if (found) return {};
    return fail("case.guard.no_such_card", "no such card, or it is revoked already");
}

Verdict check_compensates_something(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    const auto effect = base::from_name<LateEffect>(event.body.reason_code);
    const std::string& concerns = event.body.concerns;
    if (effect && !event.body.document.empty()) {
        const bool conclusion =
            std::any_of(state.conclusions.begin(), state.conclusions.end(),
                        [&](const Conclusion& made) { return made.event == concerns && !made.compensated; });
        if (conclusion || concerns.empty() || check_card_exists(state, event, rules)) return {};
    }
    return fail("case.guard.nothing_to_compensate", "names no conclusion or card, or no late act");
}

}  // namespace

const Guard registration_complete{"registration_complete", content, check_registration_complete};
const Guard identity_read{"identity_read", Guard::About::state_and_person, check_identity_read};
const Guard materials_listed{"materials_listed", content, check_materials_listed};
const Guard query_code_made{"query_code_made", content, check_query_code_made};
const Guard materials_complete{"materials_complete", content, check_materials_complete};
const Guard list_complete{"list_complete", content, check_list_complete};
const Guard supplements_complete{"supplements_complete", content, check_supplements_complete};
const Guard only_deferrable_missing{"only_deferrable_missing", content, check_only_deferrable_missing};
const Guard commitment_signed{"commitment_signed", content, check_commitment_signed};
const Guard owed_handed_in{"owed_handed_in", content, check_owed_handed_in};
const Guard document_named{"document_named", content, check_document_named};
const Guard reason_given{"reason_given", content, check_reason_given};
const Guard right_organ_named{"right_organ_named", content, check_right_organ_named};
const Guard legal_basis_named{"legal_basis_named", content, check_legal_basis_named};
const Guard opinion_given{"opinion_given", content, check_opinion_given};
const Guard known_department{"known_department", content, check_known_department};
const Guard two_officers{"two_officers", content, check_two_officers};
const Guard special_described{"special_described", content, check_special_described};
const Guard head_approved{"head_approved", content, check_head_approved};
const Guard pause_as_policy{"pause_as_policy", content, check_pause_as_policy};
const Guard materials_asked{"materials_asked", content, check_materials_asked};
const Guard licence_numbered{"licence_numbered", content, check_licence_numbered};
const Guard proof_given{"proof_given", content, check_proof_given};
const Guard waybill_given{"waybill_given", content, check_waybill_given};
const Guard request_signed{"request_signed", content, check_request_signed};
const Guard second_person{"second_person", content, check_second_person};
const Guard grade_valid{"grade_valid", content, check_grade_valid};
const Guard card_described{"card_described", content, check_card_described};
const Guard card_exists{"card_exists", content, check_card_exists};
const Guard compensates_something{"compensates_something", content, check_compensates_something};

}  // namespace yc::domain::guards
