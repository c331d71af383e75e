// What is still missing on the intake page: one by one, and in one sentence.
#include <algorithm>

#include "client/desk/intake_materials.h"
#include "client/desk/intake_rules.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

using Names = std::vector<std::string>;

bool stops(const std::optional<Problem>& problem) {
    return problem && !problem->warning;
}

/// The name of an input goes to what is empty or to what is wrong.
void sort_in(MissingNames& names, bool empty, std::string name) {
    (empty ? names.inputs : names.wrong).push_back(std::move(name));
}

void add_party(MissingNames& names, const IntakeFacts& facts) {
    using localization::tr;
    if (!facts.number.complete) sort_in(names, facts.number.problems.empty(), tr("desk.missing.number"));
    for (const PartyFieldView& field : facts.party)
        if (stops(field.problem)) sort_in(names, field.value.empty(), tr(field.label.key, field.label.args));
    if (!facts.has_agent) return;
    if (!facts.agent_number.complete)
        sort_in(names, facts.agent_number.text.empty(), tr("desk.missing.agent_number"));
    if (facts.agent_name.empty()) names.inputs.push_back(tr("desk.missing.agent_name"));
}

std::string words_of(const char* key, const Names& names, size_t at_most) {
    return localization::tr(key, {{"names", join_names(names, at_most)}});
}

}  // namespace

std::string join_names(const Names& names, size_t at_most) {
    const std::string comma = localization::tr("desk.list.comma");
    std::string joined;
    for (size_t i = 0; i < std::min(names.size(), at_most); ++i) joined += (i ? comma : "") + names[i];
    if (names.size() <= at_most) return joined;
    return localization::tr("desk.list.more", {{"names", joined}, {"count", std::to_string(names.size())}});
}

std::vector<Problem> obstacles(const IntakeFacts& facts) {
    std::vector<Problem> found;
    if (!facts.number.complete) {
        const bool typed = !facts.number.text.empty() && !facts.number.problems.empty();
        found.push_back(typed ? facts.number.problems.front() : Problem{{"desk.why_not.number", {}}});
    }
    for (const PartyFieldView& field : facts.party)
        if (stops(field.problem))
            found.push_back({{"desk.missing.party",
                              {{"label", field.label.key.substr(std::string_view("desk.party.").size())}}}});
    if (facts.has_agent && (!facts.agent_number.complete || facts.agent_name.empty()))
        found.push_back({{"desk.missing.agent", {}}});
    if (facts.errands.empty()) found.push_back({{"desk.why_not.item", {}}});
    for (const ErrandFacts& errand : facts.errands)
        for (const FieldView& field : errand.fields)
            if (stops(field.problem)) {
                const bool tick = field.input == FieldInput::yes_no;
                found.push_back(
                    {{tick ? "desk.missing.tick" : "desk.missing.field", {{"label", field.label}}}});
            }
    return found;
}

Names missing_papers(const IntakeFacts& facts) {
    Names names;
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

MissingNames missing_names(const IntakeFacts& facts) {
    MissingNames names;
    add_party(names, facts);
    for (const ErrandFacts& errand : facts.errands)
        for (const FieldView& field : errand.fields)
            if (stops(field.problem))
                sort_in(names, field.value.empty() || field.input == FieldInput::yes_no, field.label);
    names.papers = missing_papers(facts);
    names.item = facts.errands.empty();
    return names;
}

Text missing_sentence(const IntakeFacts& facts, size_t at_most) {
    if (facts.empty) return {"desk.missing.begin", {}};
    const MissingNames names = missing_names(facts);
    Names parts;
    if (!names.wrong.empty()) parts.push_back(words_of("desk.missing.wrong", names.wrong, at_most));
    if (!names.inputs.empty()) parts.push_back(words_of("desk.missing.inputs", names.inputs, at_most));
    if (names.papers.size() > 0 && parts.empty())
        parts.push_back(words_of("desk.missing.papers", names.papers, at_most));
    else if (names.papers.size() > 0)
        parts.push_back(
            localization::tr("desk.missing.paper_count", {{"count", std::to_string(names.papers.size())}}));
    if (names.item) parts.push_back(localization::tr("desk.missing.item"));
    if (parts.empty()) return {"desk.missing.nothing", {}};
    std::string sentence;
    for (const std::string& part : parts)
        sentence += (sentence.empty() ? "" : localization::tr("desk.list.semicolon")) + part;
    return {"desk.missing.sentence", {{"sentence", sentence}}};
}

}  // namespace yc::client::desk
