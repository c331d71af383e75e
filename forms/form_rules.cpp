#include "forms/form_rules.h"

#include <algorithm>

namespace yc::forms {

using base::fail;
using domain::Circumstances;
using Problems = std::vector<FieldProblem>;

namespace {

void check_fields(const FormState& state, base::Date today, Problems& problems) {
    for (const auto& one : state.fields())
        for (auto& problem : check_field(*one.field, one.value, today, one.required)) {
            problem.field = one.path;
            problems.push_back(std::move(problem));
        }
}

/// Whether a column is hidden: with its table, or in every row there is.
bool is_hidden_column(const std::string& name, const FormState& state, const Scope& scope) {
    const auto table = name.substr(0, name.find('.'));
    return !state.find(table) || (scope.rows(table) > 0 && scope.column(name).empty());
}

/// Whether a rule can be judged: nothing it looks at is hidden, and something of it is filled in.
bool is_judged(const FormRule& rule, const FormState& state, const Scope& scope) {
    bool filled = false;
    for (const auto& [name, use] : rule.check.names()) {
        const bool column = use == NameUse::column;
        if (column ? is_hidden_column(name, state, scope) : !state.find(name)) return false;
        filled |= column ? !scope.column(name).empty() : !is_empty(scope.field(name));
    }
    const bool shown = std::all_of(rule.fields.begin(), rule.fields.end(),
                                   [&](const std::string& name) { return state.find(name) != nullptr; });
    return shown && filled;
}

void check_rules(const Form& form, const FormState& state, const Circumstances& circumstances,
                 base::Date today, Problems& problems) {
    const auto scope = scope_of(state, circumstances, today);
    for (const auto& rule : form.rules) {
        if (!is_judged(rule, state, scope) || is_true(rule.check.evaluate(scope))) continue;
        auto error = fail("form.rule", {}, {{"message", rule.message.zh}, {"message_en", rule.message.en}});
        problems.push_back({rule.fields.empty() ? std::string() : rule.fields.front(), std::move(error.code),
                            std::move(error.args), rule.advice});
    }
}

const domain::Fact* newest_fact(const domain::Dossier& dossier, const std::string& name, base::Date today) {
    const domain::Fact* newest = nullptr;
    for (const auto& fact : dossier.facts)
        if (fact.field == name && !(fact.valid_until && *fact.valid_until < today) &&
            (!newest || newest->at <= fact.at))
            newest = &fact;
    return newest;
}

}  // namespace

Problems check_state(const Form& form, const FormState& state, const Circumstances& circumstances,
                     base::Date today) {
    Problems problems;
    check_fields(state, today, problems);
    check_rules(form, state, circumstances, today, problems);
    return problems;
}

Problems check_form(const Form& form, const FormValues& values, const Circumstances& circumstances,
                    base::Date today) {
    auto problems = check_state(form, state_of(form, values, circumstances, today), circumstances, today);
    for (const auto& [path, value] : values)
        if (!form.find(path)) {
            auto error = fail("form.unknown_field", {}, {{"field", path}});
            problems.push_back({path, std::move(error.code), std::move(error.args)});
        }
    return problems;
}

FormValues defaults(const Form& form) {
    FormValues values;
    each_field(form, [&](const std::string& path, const Field& field) {
        if (!field.default_value.empty()) values.emplace(path, field.default_value);
    });
    return values;
}

std::map<std::string, Prefill> prefill(const Form& form, const domain::Dossier& dossier, base::Date today) {
    std::map<std::string, Prefill> filled;
    each_field(form, [&](const std::string& path, const Field& field) {
        if (field.fact.empty() || !field.computed.empty() || !holds_value(field.type)) return;
        const auto* fact = newest_fact(dossier, field.fact, today);
        if (fact && !fact->value.empty() && check_field(field, fact->value, today, true).empty())
            filled.emplace(path, Prefill{fact->value, *fact});
    });
    return filled;
}

FormValues tidy_values(const Form& form, const FormValues& values, const Circumstances& circumstances,
                       base::Date today) {
    FormValues tidy;
    const auto state = state_of(form, values, circumstances, today);
    for (const auto& one : state.fields())
        if (!one.value.empty() && holds_value(one.field->type)) tidy.emplace(one.path, one.value);
    return tidy;
}

}  // namespace yc::forms
