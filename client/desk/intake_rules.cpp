#include "client/desk/intake_rules.h"

#include <algorithm>

#include "client/desk/intake_materials.h"
#include "forms/form_rules.h"

namespace yc::client::desk {

namespace {

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
        if (!errand.item->definition().counter_decides || errand.item->case_kind != domain::CaseKind::immediate)
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

std::string join_names(const std::vector<std::string>& names, size_t at_most) {
    std::string joined;
    for (size_t i = 0; i < std::min(names.size(), at_most); ++i) joined += (i ? "、" : "") + names[i];
    return names.size() > at_most ? joined + "…" : joined;
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
            view.changed = prefill.value != view.value;
        }
        views.push_back(std::move(view));
    }
    return views;
}

Provenance provenance_of(const Prefill& prefill) {
    if (prefill.source_case == applicant_source)
        return {.source_case = applicant_source, .text = {"desk.provenance.applicant", {}}};
    const bool registry = prefill.source_case.empty() || prefill.source_case == "registry";
    const std::string key = std::string("desk.provenance.") + (registry ? "registry" : "case") +
                            (prefill.verified ? "_verified" : "");
    // The end of the case number is enough to tell cases of one person apart, and fits beside a label.
    const size_t tail = prefill.source_case.size() < 4 ? 0 : prefill.source_case.size() - 4;
    return {.source_case = registry ? "registry" : prefill.source_case,
            .at = prefill.at,
            .verified = prefill.verified,
            .text = {key,
                     {{"tail", prefill.source_case.substr(tail)},
                      {"date", base::to_string(base::date_of(prefill.at))}}}};
}

std::vector<Problem> obstacles(const IntakeFacts& facts) {
    std::vector<Problem> found;
    if (!facts.number.complete) {
        const bool typed = !facts.number.text.empty() && !facts.number.problems.empty();
        found.push_back(typed ? facts.number.problems.front() : Problem{{"desk.why_not.number", {}}});
    }
    for (const PartyFieldView& field : facts.party)
        if (field.problem && !field.problem->warning)
            found.push_back({{"desk.missing.party",
                              {{"label", field.label.key.substr(std::string_view("desk.party.").size())}}}});
    if (facts.has_agent && (!facts.agent_number.complete || facts.agent_name.empty()))
        found.push_back({{"desk.missing.agent", {}}});
    if (facts.errands.empty()) found.push_back({{"desk.why_not.item", {}}});
    for (const ErrandFacts& errand : facts.errands)
        for (const FieldView& field : errand.fields)
            if (field.problem && !field.problem->warning)
                found.push_back({{"desk.missing.field", {{"label", field.label}}}});
    return found;
}

std::vector<std::string> missing_papers(const IntakeFacts& facts) {
    std::vector<std::string> names;
    for (const ErrandFacts& errand : facts.errands)
        for (const MaterialRow& row : errand.materials)
            if (is_missing(row) && std::find(names.begin(), names.end(), row.name) == names.end())
                names.push_back(row.name);
    return names;
}

std::vector<Problem> missing_list(const IntakeFacts& facts) {
    std::vector<Problem> list = obstacles(facts);
    for (const std::string& name : missing_papers(facts))
        list.push_back({{"desk.missing.paper", {{"name", name}}}});
    return list;
}

Text missing_sentence(const IntakeFacts& facts) {
    const std::vector<Problem> stands = obstacles(facts);
    const std::vector<std::string> papers = missing_papers(facts);
    if (stands.size() == 1) return stands.front().text;
    const std::string inputs = std::to_string(stands.size());
    if (!stands.empty() && papers.empty()) return {"desk.missing.inputs", {{"count", inputs}}};
    if (!stands.empty())
        return {"desk.missing.inputs_and_papers",
                {{"count", inputs}, {"papers", std::to_string(papers.size())}}};
    if (!papers.empty())
        return {"desk.missing.papers",
                {{"papers", std::to_string(papers.size())}, {"names", join_names(papers)}}};
    return {"desk.missing.nothing", {}};
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
