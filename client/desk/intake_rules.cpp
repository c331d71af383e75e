#include "client/desk/intake_rules.h"

#include <algorithm>

#include "client/desk/intake_materials.h"
#include "client/desk/open_facts.h"
#include "forms/form_rules.h"

namespace yc::client::desk {

namespace {

/// The question of the catalogue's items that asks who stands at the counter, and its answers.
constexpr const char* agent_question = "agent";
constexpr const char* agent_acts = "yes";
constexpr const char* in_person = "no";

struct FieldRule {
    PartyField field;
    const char* label;
    bool organisations_only;
    bool required;
};
constexpr FieldRule field_rules[] = {
    {PartyField::name, "desk.party.name", false, true},
    {PartyField::legal_representative, "desk.party.legal_representative", true, false},
    {PartyField::contact_name, "desk.party.contact_name", true, true},
    {PartyField::phone, "desk.party.phone", false, true},
    {PartyField::address, "desk.party.address", false, false},
};

std::string value_of(const domain::Party& party, PartyField field) {
    switch (field) {
        case PartyField::name:
            return party.name;
        case PartyField::phone:
            return party.phone;
        case PartyField::address:
            return party.address;
        case PartyField::legal_representative:
            return party.legal_representative;
        case PartyField::contact_name:
            return party.contact_name;
    }
    return {};
}

std::optional<Problem> problem_of(PartyField field, const std::string& value, bool required) {
    if (value.empty()) return required ? std::optional<Problem>({{"desk.problem.empty", {}}}) : std::nullopt;
    if (field == PartyField::phone && !forms::is_phone(value)) return Problem{{"desk.problem.phone", {}}};
    return std::nullopt;
}

bool every(const IntakeFacts& facts, auto predicate) {
    return !facts.errands.empty() && std::all_of(facts.errands.begin(), facts.errands.end(), predicate);
}

bool missing_any(const ErrandFacts& errand) {
    return std::any_of(errand.materials.begin(), errand.materials.end(), is_missing);
}

bool deferred_any(const ErrandFacts& errand) {
    return std::any_of(errand.materials.begin(), errand.materials.end(),
                       [](const MaterialRow& row) { return row.state == domain::MaterialState::deferred; });
}

/// Why the counter may not do what belongs to the department unless it was delegated; empty when it may.
Text no_delegation(const IntakeFacts& facts) {
    for (const ErrandFacts& errand : facts.errands)
        if (!errand.item->definition().counter_accepts)
            return {"desk.why_not.department_accepts", {{"department", errand.item->department_name}}};
    if (!facts.authority) return {"desk.why_not.authority_ended", {}};
    return {};
}

Text why_not_accept(const IntakeFacts& facts) {
    if (Text text = no_delegation(facts); !text.empty()) return text;
    for (const ErrandFacts& errand : facts.errands) {
        if (missing_any(errand))
            return {"desk.why_not.papers_missing", {{"names", join_names(missing_papers(facts))}}};
        if (errand.item->definition().number_limited && !facts.online)
            return {"desk.why_not.number_limited", {{"item", errand.item->name}}};
    }
    return {};
}

Text why_not_on_spot(const IntakeFacts& facts) {
    for (const ErrandFacts& errand : facts.errands)
        if (!errand.item->definition().counter_decides ||
            errand.item->case_kind != domain::CaseKind::immediate)
            return {"desk.why_not.not_immediate", {{"item", errand.item->name}}};
    if (!facts.authority) return {"desk.why_not.authority_ended", {}};
    for (const ErrandFacts& errand : facts.errands) {
        if (missing_any(errand))
            return {"desk.why_not.papers_missing", {{"names", join_names(missing_papers(facts))}}};
        if (deferred_any(errand)) return {"desk.why_not.papers_deferred", {}};
    }
    return {};
}

Text first_obstacle(const IntakeFacts& facts) {
    if (!facts.may_receive) return {"desk.why_not.role", {}};
    const std::vector<Problem> found = obstacles(facts);
    return found.empty() ? Text{} : found.front().text;
}

/// A one-time notice or a refusal needs to know whom and what it is about, but not a finished form.
Text why_not_letter(const IntakeFacts& facts) {
    if (!facts.may_receive) return {"desk.why_not.role", {}};
    if (!facts.number.complete) return {"desk.why_not.number", {}};
    if (facts.party.empty() || facts.party.front().value.empty()) return {"desk.why_not.name", {}};
    if (facts.errands.empty()) return {"desk.why_not.item", {}};
    return no_delegation(facts);
}

IntakeAction primary_of(const IntakeFacts& facts) {
    if (every(facts,
              [](const ErrandFacts& errand) {
                  return errand.item->definition().counter_decides &&
                         errand.item->case_kind == domain::CaseKind::immediate;
              }) &&
        why_not_on_spot(facts).empty())
        return IntakeAction::decide_on_spot;
    if (!facts.errands.empty() && why_not_accept(facts).empty()) return IntakeAction::accept;
    return IntakeAction::receive;
}

IntakeActionView view_of(IntakeAction action, const char* name, const char* key, Text why_not) {
    const bool enabled = why_not.empty();
    return {.action = action,
            .label = {std::string("desk.action.") + name, {}},
            .key = key,
            .enabled = enabled,
            .why_not = std::move(why_not)};
}

}  // namespace

bool is_agent_question(const domain::Question& question) {
    return question.id == agent_question &&
           std::any_of(question.answers.begin(), question.answers.end(),
                       [](const domain::Question::Answer& answer) { return answer.id == agent_acts; });
}

bool agent_answered(const Errand& errand) {
    const auto answer = errand.answers.find(agent_question);
    return answer != errand.answers.end() && answer->second == agent_acts;
}

void answer_for_agent(Errand& errand, const domain::ServiceItem& item, bool has_agent) {
    for (const domain::Question& question : item.definition().questions)
        if (is_agent_question(question)) errand.answers[question.id] = has_agent ? agent_acts : in_person;
    errand.answers = domain::settled_answers(item.definition().questions, errand.answers);
}

std::vector<PartyFieldView> party_views(const IntakeDraft& draft, bool show_problems) {
    std::vector<PartyFieldView> views;
    for (const FieldRule& rule : field_rules) {
        if (rule.organisations_only && !draft.organisation) continue;
        PartyFieldView view{
            .field = rule.field, .label = {rule.label, {}}, .value = value_of(draft.party, rule.field)};
        view.required = rule.required;
        view.problem = problem_of(rule.field, view.value, rule.required);
        if (!show_problems && view.value.empty()) view.problem.reset();
        if (const auto it = draft.party_prefills.find(rule.field); it != draft.party_prefills.end()) {
            const Prefill& prefill = it->second;
            view.provenance = provenance_of(prefill);
            view.open_values = open_values(prefill);
            view.changed = view.open_values.empty() && prefill.value != view.value;
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<IntakeActionView> actions_for(const IntakeFacts& facts) {
    const Text stop = first_obstacle(facts);
    const auto after = [&](Text why_not) { return stop.empty() ? std::move(why_not) : stop; };
    const Text letter = why_not_letter(facts);
    std::vector<IntakeActionView> views{
        view_of(IntakeAction::park, "park", "F8",
                facts.empty ? Text{"desk.why_not.nothing_to_park", {}} : Text{}),
        view_of(IntakeAction::notify, "notify", "F7", letter),
        view_of(IntakeAction::decline, "decline", "", letter),
        view_of(IntakeAction::receive, "receive", "F9", stop),
        view_of(IntakeAction::accept, "accept", "F10", after(why_not_accept(facts))),
        view_of(IntakeAction::decide_on_spot, "decide_on_spot", "F12", after(why_not_on_spot(facts))),
    };
    const IntakeAction primary = primary_of(facts);
    for (IntakeActionView& view : views) view.primary = view.action == primary;
    return views;
}

}  // namespace yc::client::desk
