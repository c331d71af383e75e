#include "client/desk/intake_form.h"

#include <algorithm>

#include "client/desk/circumstance_words.h"
#include "client/desk/intake_rules.h"
#include "client/desk/open_facts.h"
#include "core/domain/identity_number.h"
#include "forms/field_check.h"
#include "forms/form_rules.h"

namespace yc::client::desk {

namespace {

FieldInput input_of(forms::FieldType type) {
    switch (type) {
        case forms::FieldType::text:
            return FieldInput::text;
        case forms::FieldType::number:
            return FieldInput::number;
        case forms::FieldType::date:
            return FieldInput::date;
        case forms::FieldType::choice:
            return FieldInput::choice;
        case forms::FieldType::phone:
            return FieldInput::phone;
        case forms::FieldType::id_number:
            return FieldInput::identity;
        case forms::FieldType::credit_code:
            return FieldInput::identity;
        case forms::FieldType::money:
            return FieldInput::money;
        case forms::FieldType::choices:
            return FieldInput::choices;
        case forms::FieldType::division:
            return FieldInput::division;
        case forms::FieldType::table:
            return FieldInput::rows;
        case forms::FieldType::address:
        case forms::FieldType::person:
        case forms::FieldType::organisation:
        case forms::FieldType::signature:

        case forms::FieldType::attachment:
            return FieldInput::text;
        case forms::FieldType::textarea:
            return FieldInput::lines;
        case forms::FieldType::checkbox:
            return FieldInput::yes_no;
    }
    return FieldInput::text;
}

std::string value_of(const Errand& errand, const std::string& field) {
    const auto it = errand.form.find(field);
    return it == errand.form.end() ? std::string() : it->second;
}

/// Sixths of a row: what the definition wants, and whole rows for what needs them.
int width_of(const forms::Field& field) {
    using enum forms::FieldType;
    if (field.type == textarea || field.type == choices || field.type == checkbox || field.type == address ||
        field.type == table)
        return 6;
    switch (field.width) {
        case forms::WidthHint::full:
            return 6;
        case forms::WidthHint::half:
            return 3;
        case forms::WidthHint::third:
            return 2;
    }
    return 3;
}

/// Where a field stands: under a person or an organisation, or in a row of a table.
void set_place(FieldView& view, const forms::FieldState& state, std::string_view language) {
    view.section = state.section->title.in(language);
    view.short_label = view.label;
    if (state.table == nullptr) return;
    const std::string& whole = state.table->label.in(language);
    if (state.row >= 0) {
        view.row_of = {state.table->id, state.row, whole};
        return;
    }
    view.group = whole;
    if (!view.label.starts_with(whole)) return;
    view.short_label = view.label.substr(whole.size());
    if (view.short_label.starts_with(": ")) view.short_label.erase(0, 2);
}

std::string hint_of(const forms::Field& field, localization::Language language) {
    if (!field.foreign_type.empty())
        return localization::tr_in(language, "desk.field.foreign", {{"type", field.foreign_type}});
    if (!field.computed.empty()) return localization::tr_in(language, "desk.field.computed");
    return field.pattern_hint.in(base::to_name(language));
}

FieldView view_of(const forms::FieldState& state, const Errand& errand, localization::Language language) {
    const forms::Field& field = *state.field;
    const std::string_view name = base::to_name(language);
    FieldView view;
    view.id = state.path;
    view.label = field.label.in(name);
    set_place(view, state, name);
    view.hint = hint_of(field, language);
    view.input = input_of(field.type);
    for (const forms::FieldOption& option : field.options)
        view.options.emplace_back(option.id, option.label.in(name));
    view.read_only = !field.computed.empty();
    const bool worked_out = view.read_only || field.type == forms::FieldType::table;
    view.value = worked_out ? state.value : value_of(errand, state.path);
    if (!view.value.empty()) view.words = forms::words_of_value(field, state.value, name);
    view.width = width_of(field);
    view.least_rows = field.least_rows;
    view.most_rows = std::min(field.most_rows, forms::most_table_rows);
    view.required = state.required;
    if (const auto it = errand.prefills.find(state.path); it != errand.prefills.end()) {
        const auto words = [&](const std::string& value) {
            return forms::words_of_value(field, value, name);
        };
        view.provenance = provenance_of(it->second, words);
        view.open_values = open_values(it->second, words);
        view.changed = view.open_values.empty() && it->second.value != view.value;
    }
    return view;
}

/// A box is ticked, not filled in.
Problem problem_of(const forms::FieldProblem& problem, FieldInput input) {
    if (input == FieldInput::yes_no && problem.code == "form.required") return {{"desk.problem.tick", {}}};
    return {{"error." + problem.code, problem.args}, problem.advice};
}

/// The fact of a party field, and the field's place in the party.
struct PartyFact {
    PartyField field;
    const char* fact;
    std::string domain::Party::*member;
};
constexpr PartyFact party_facts[] = {
    {PartyField::name, "name", &domain::Party::name},
    {PartyField::phone, "phone", &domain::Party::phone},
    {PartyField::address, "address", &domain::Party::address},
    {PartyField::legal_representative, "legal_representative", &domain::Party::legal_representative},
    {PartyField::contact_name, "contact_name", &domain::Party::contact_name},
};

Prefill prefill_from(const domain::Dossier& dossier, const char* fact, const std::string& value) {
    for (const domain::Fact& known : dossier.facts)
        if (known.field == fact && known.value == value) return prefill_of(known);
    return {value, "registry", {}, false, {}};
}

Text limit_words(const char* which, const domain::Limit& limit) {
    if (limit.amount == 0) return {std::string("desk.limit.") + which + "_on_spot", {}};
    return {std::string("desk.limit.") + which + "_" + std::string(base::to_name(limit.unit)),
            {{"amount", std::to_string(limit.amount)}}};
}

}  // namespace

std::vector<FieldView> field_views(const forms::Form& form, const forms::FormState& state,
                                   const Errand& errand, base::Date today, localization::Language language) {
    std::map<std::string, forms::FieldProblem> problems;
    for (forms::FieldProblem& problem : forms::check_state(form, state, errand.answers, today)) {
        const auto [there, is_new] = problems.try_emplace(problem.field, problem);
        if (!is_new && there->second.advice) there->second = problem;  // what stops comes before advice
    }
    std::vector<FieldView> views;
    for (const forms::FieldState& one : state.fields()) {
        if (!forms::holds_value(one.field->type)) continue;
        FieldView view = view_of(one, errand, language);
        const auto it = problems.find(one.path);
        if (it != problems.end()) view.problem = problem_of(it->second, view.input);
        views.push_back(std::move(view));
    }
    return views;
}

namespace {

const forms::FieldState* table_at(const forms::FormState& state, const std::string& id) {
    const forms::FieldState* table = state.find(id);
    return table != nullptr && table->field->type == forms::FieldType::table ? table : nullptr;
}

/// Takes the row's entries out of what is kept by path and moves those of later rows up.
template <class Entries, class PathOf, class WithPath>
Entries without_row(const Entries& entries, const std::string& table, int row, PathOf path_of,
                    WithPath with_path) {
    Entries out;
    for (const auto& entry : entries) {
        const std::string& path = path_of(entry);
        const auto second = path.find('.', table.size() + 1);
        if (!path.starts_with(table + ".") || second == std::string::npos) {
            out.insert(entry);
            continue;
        }
        const int at = std::stoi(path.substr(table.size() + 1));
        if (at == row) continue;
        out.insert(at < row ? entry
                            : with_path(entry, table + "." + std::to_string(at - 1) + path.substr(second)));
    }
    return out;
}

template <class Value>
std::map<std::string, Value> without_row(const std::map<std::string, Value>& entries,
                                         const std::string& table, int row) {
    using Entry = typename std::map<std::string, Value>::value_type;
    return without_row(
        entries, table, row, [](const Entry& entry) -> const std::string& { return entry.first; },
        [](const Entry& entry, std::string path) { return Entry(std::move(path), entry.second); });
}

}  // namespace

int add_row(Errand& errand, const forms::Form& form, const std::string& table, base::Date today) {
    const forms::FormState state = forms::state_of(form, errand.form, errand.answers, today);
    const forms::FieldState* found = table_at(state, table);
    if (found == nullptr) return -1;
    const int rows = std::stoi(found->value);
    if (rows >= std::min(found->field->most_rows, forms::most_table_rows)) return -1;
    errand.form[table] = std::to_string(rows + 1);
    errand.left.insert(table);
    return rows;
}

bool remove_row(Errand& errand, const forms::Form& form, const std::string& table, int row,
                base::Date today) {
    const forms::FormState state = forms::state_of(form, errand.form, errand.answers, today);
    const forms::FieldState* found = table_at(state, table);
    if (found == nullptr) return false;
    const int rows = std::stoi(found->value);
    if (row < 0 || row >= rows || rows <= found->field->least_rows) return false;
    errand.form = without_row(errand.form, table, row);
    errand.prefills = without_row(errand.prefills, table, row);
    errand.left = without_row(
        errand.left, table, row, [](const std::string& path) -> const std::string& { return path; },
        [](const std::string&, std::string path) { return path; });
    errand.form[table] = std::to_string(rows - 1);
    return true;
}

domain::Circumstances usual_answers(const domain::ServiceItem& item) {
    return domain::settled_answers(item.definition().questions, {});
}

void fill_form(Errand& errand, const forms::Form& form, const domain::Dossier& dossier, base::Date today) {
    for (const auto& [field, value] : forms::defaults(form)) errand.form.try_emplace(field, value);
    const forms::FormValues starts = forms::defaults(form);
    for (const auto& [field, known] : forms::prefill(form, dossier, today)) {
        const std::string current = value_of(errand, field);
        const auto start = starts.find(field);
        const auto before = errand.prefills.find(field);
        const bool untouched = current.empty() || (start != starts.end() && start->second == current) ||
                               (before != errand.prefills.end() && before->second.value == current);
        if (!untouched) continue;
        errand.form[field] = known.value;
        errand.prefills[field] = prefill_of(known.source);
    }
    leave_open_fields(errand, form, dossier);
}

std::map<std::string, std::string> facts_of_party(const domain::Party& party, base::Date today) {
    std::map<std::string, std::string> facts{{"name", party.name},
                                             {"phone", party.phone},
                                             {"address", party.address},
                                             {"legal_representative", party.legal_representative},
                                             {"contact_name", party.contact_name}};
    if (party.is_organisation()) facts["business_name"] = party.name;
    const auto identity = domain::parse_identity(party.key.number, today);
    if (identity && identity->birth) facts["birth_date"] = base::to_string(*identity->birth);
    return facts;
}

void fill_from_party(Errand& errand, const forms::Form& form,
                     const std::map<std::string, std::string>& facts) {
    for (const forms::Section& section : form.sections)
        for (const forms::Field& field : section.fields) {
            const auto known = facts.find(field.fact);
            if (known == facts.end() || known->second.empty()) continue;
            const std::string current = value_of(errand, field.id);
            const auto before = errand.prefills.find(field.id);
            const bool ours = before != errand.prefills.end() &&
                              before->second.source_case == applicant_source &&
                              before->second.value == current;
            if (!current.empty() && !ours) continue;
            errand.form[field.id] = known->second;
            errand.prefills[field.id] = {known->second, applicant_source, {}, false, {}};
        }
}

void fill_party(IntakeDraft& draft, const domain::Dossier& dossier) {
    for (const PartyFact& known : party_facts) {
        const std::string& value = dossier.party.*known.member;
        const domain::OpenFact* open = domain::open_fact(dossier, known.fact);
        if (value.empty() && open == nullptr) continue;
        std::string& current = draft.party.*known.member;
        const auto before = draft.party_prefills.find(known.field);
        const bool untouched =
            current.empty() || (before != draft.party_prefills.end() && before->second.value == current);
        if (!untouched) continue;
        if (open != nullptr) {
            current.clear();
            draft.party_prefills[known.field] = prefill_of(*open);
            continue;
        }
        current = value;
        draft.party_prefills[known.field] = prefill_from(dossier, known.fact, value);
    }
}

DossierSummary summary_of(const domain::Dossier& dossier, bool from_cache, base::Date today) {
    DossierSummary summary;
    summary.state = from_cache ? DossierSummary::State::from_cache : DossierSummary::State::found;
    for (const domain::DossierDocument& document : dossier.documents) {
        if (document.superseded) continue;
        ++summary.documents;
        if (!document.valid_until) continue;
        const int days = base::days_between(today, *document.valid_until);
        if (days < 0)
            ++summary.expired;
        else if (days <= 30)
            ++summary.expiring_soon;
    }
    summary.cases = dossier.case_count;
    summary.text = {std::string("desk.dossier.") + (from_cache ? "from_cache" : "found"),
                    {{"documents", std::to_string(summary.documents)},
                     {"expiring", std::to_string(summary.expiring_soon)},
                     {"expired", std::to_string(summary.expired)},
                     {"cases", std::to_string(summary.cases)}}};
    return summary;
}

namespace {

/// Every adjustment that holds, with the answers it rests on and what it says.
std::vector<Text> changes_of(const domain::ServiceItem& item, const domain::Circumstances& given,
                             const domain::Directory& directory) {
    const auto& definition = item.definition();
    const auto answers = domain::settled_answers(definition.questions, given);
    std::vector<Text> changes;
    const auto add = [&](const domain::Adjustment& adjustment, const char* what, std::string value) {
        changes.push_back({std::string("desk.change.") + what,
                           {{"reasons", reasons_in_words(adjustment.when, definition.questions, answers)},
                            {"value", std::move(value)}}});
    };
    const auto limit = [](const Text& text) { return localization::tr(text.key, text.args); };
    for (const domain::Adjustment& adjustment : definition.adjustments) {
        if (!adjustment.when.holds(answers)) continue;
        if (adjustment.promised)
            add(adjustment, "limit", limit(limit_words("promised", *adjustment.promised)));
        if (adjustment.statutory)
            add(adjustment, "limit", limit(limit_words("statutory", *adjustment.statutory)));
        if (adjustment.fee) add(adjustment, adjustment.fee->empty() ? "free" : "fee", *adjustment.fee);
        if (adjustment.department)
            add(adjustment, "department",
                directory.department_name(*adjustment.department, *adjustment.department));
    }
    return changes;
}

}  // namespace

ItemHead head_of(const domain::ServiceItem& usual, const domain::Circumstances& answers,
                 const domain::Directory& directory) {
    const domain::ServiceItem item = domain::item_for(usual, answers);
    return {.changes = changes_of(usual, answers, directory),
            .code = item.code,
            .name = item.name,
            .department = directory.department_name(item.department, item.department_name),
            .case_kind = item.case_kind,
            .kind = {"desk.case_kind." + std::string(base::to_name(item.case_kind)), {}},
            .statutory_limit = limit_words("statutory", item.definition().statutory),
            .promised_limit = limit_words("promised", item.definition().promised),
            .fee = item.definition().fee,
            .scope = {"desk.scope." + std::string(base::to_name(item.definition().scope)), {}},
            .conditions = item.definition().acceptance_conditions,
            .legal_basis = domain::legal_basis_text(item.definition().legal_basis)};
}

}  // namespace yc::client::desk
