#include "client/desk/open_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "forms/field_check.h"

namespace yc::client::desk {

namespace {

std::string in_words(const std::string& value, const Words& words) {
    return words ? words(value) : value;
}

Provenance of_open(const Prefill& prefill, const Words& words) {
    std::vector<std::string> values;
    for (const Prefill& one : prefill.open) values.push_back(in_words(one.value, words));
    return {.text = {"desk.provenance.open", {{"values", fmt::format("{}", fmt::join(values, " / "))}}}};
}

}  // namespace

Prefill prefill_of(const domain::Fact& fact) {
    return {fact.value, fact.source_case, fact.at, !fact.verified_by.empty(), {}};
}

Prefill prefill_of(const domain::OpenFact& open) {
    Prefill prefill;
    for (const domain::Fact& fact : open.values) prefill.open.push_back(prefill_of(fact));
    return prefill;
}

Provenance provenance_of(const Prefill& prefill, const Words& words) {
    if (!prefill.open.empty()) return of_open(prefill, words);
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

std::vector<OpenValue> open_values(const Prefill& prefill, const Words& words) {
    std::vector<OpenValue> values;
    for (const Prefill& one : prefill.open)
        values.push_back({one.value, in_words(one.value, words), provenance_of(one)});
    return values;
}

void leave_open_fields(Errand& errand, const forms::Form& form, const domain::Dossier& dossier) {
    forms::each_field(form, [&](const std::string& path, const forms::Field& field) {
        const domain::OpenFact* open = field.fact.empty() ? nullptr : domain::open_fact(dossier, field.fact);
        if (open == nullptr || !field.computed.empty() || !forms::holds_value(field.type)) return;
        std::string& current = errand.form[path];
        const auto before = errand.prefills.find(path);
        const bool filled = before != errand.prefills.end() && before->second.value == current;
        if (!current.empty() && !filled) return;
        current.clear();
        errand.prefills[path] = prefill_of(*open);
    });
}

}  // namespace yc::client::desk
