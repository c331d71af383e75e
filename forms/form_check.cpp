#include "forms/form_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "core/wire/json_text.h"
#include "forms/field_check.h"
#include "forms/form_json.h"

namespace yc::forms {

using base::fail;
using nlohmann::json;
using Faults = std::vector<FormFault>;

namespace {

constexpr const char* expression_members[] = {"show_if", "required_if", "computed"};

void add(Faults& faults, const std::string& path, base::Error error) {
    error.args.emplace("path", path);
    faults.push_back({path, std::move(error)});
}

/// Names that may stand in expressions: fields, parts of persons, columns as "table.column".
std::set<std::string> names_of(const Form& form) {
    std::set<std::string> names;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            names.insert(field.id);
            for (const auto& column : field.columns) names.insert(field.id + "." + column.id);
        }
    return names;
}

void check_expression(const std::string& path, const std::string& text, const std::set<std::string>& names,
                      Faults& faults) {
    auto parsed = Expression::parse(text);
    if (!parsed) return add(faults, path, parsed.error());
    for (const auto& name : parsed->names())
        if (!names.contains(name)) add(faults, path, fail("form.unknown_name", {}, {{"name", name}}));
}

/// Expressions as they were written, since a definition with a broken one is never read.
void check_expressions(const json& field, const std::string& path, std::set<std::string> names,
                       Faults& faults) {
    for (const char* member : expression_members)
        if (field.contains(member))
            check_expression(path + "." + member, field[member].get<std::string>(), names, faults);
    if (!field.contains("columns")) return;
    for (const auto& column : field["columns"]) names.insert(column["id"].get<std::string>());
    for (size_t i = 0; i < field["columns"].size(); ++i)
        check_expressions(field["columns"][i], path + ".columns." + std::to_string(i), names, faults);
}

/// The definition without its expressions, to know its fields even when an expression is broken.
json without_expressions(json value) {
    if (value.is_object())
        for (const char* member : expression_members) value.erase(member);
    if (value.is_structured())
        for (auto& inner : value) inner = without_expressions(std::move(inner));
    return value;
}

Faults check_all_expressions(const json& definition) {
    Faults faults;
    auto plain = without_expressions(definition);
    plain.erase("rules");
    const auto form = form_from_json(plain);
    if (!form) return faults;
    const auto names = names_of(*form);
    for (size_t s = 0; s < definition["sections"].size(); ++s) {
        const auto& fields = definition["sections"][s]["fields"];
        for (size_t f = 0; f < fields.size(); ++f)
            check_expressions(fields[f], "sections." + std::to_string(s) + ".fields." + std::to_string(f),
                              names, faults);
    }
    if (!definition.contains("rules")) return faults;
    for (size_t r = 0; r < definition["rules"].size(); ++r) {
        const auto& rule = definition["rules"][r];
        const auto path = "rules." + std::to_string(r);
        check_expression(path + ".check", rule["check"].get<std::string>(), names, faults);
        for (const auto& field : rule["fields"])
            if (!names.contains(field.get<std::string>()))
                add(faults, path + ".fields",
                    fail("form.unknown_name", {}, {{"name", field.get<std::string>()}}));
    }
    return faults;
}

void check_field_itself(const Field& field, const std::string& path, base::Date today, Faults& faults) {
    const bool upside_down = field.least && field.most && *field.least > *field.most;
    const bool refused =
        !field.default_value.empty() && !check_field(field, field.default_value, today, false).empty();
    if (upside_down || refused) add(faults, path, fail("form.bad_default", {}, {{"name", field.label.zh}}));
    try {
        const std::regex pattern(field.pattern);
    } catch (const std::regex_error&) {
        add(faults, path + ".pattern", fail("form.bad_pattern"));
    }
}

void check_when(const domain::Condition& condition, const std::string& path, const domain::ServiceItem& item,
                Faults& faults) {
    for (const auto& [id, answers] : condition.any_of) {
        const auto& questions = item.definition().questions;
        const auto found = std::find_if(questions.begin(), questions.end(),
                                        [&, name = id](const auto& question) { return question.id == name; });
        const bool known = found != questions.end() &&
                           std::all_of(answers.begin(), answers.end(), [&](const std::string& answer) {
                               return found->find(answer) != nullptr;
                           });
        if (!known) add(faults, path, fail("form.unknown_question", {}, {{"name", id}, {"item", item.name}}));
    }
}

void check_questions(const Expression& expression, const std::string& path, const domain::ServiceItem& item,
                     Faults& faults) {
    for (const auto& id : expression.questions()) {
        const auto& questions = item.definition().questions;
        if (std::none_of(questions.begin(), questions.end(),
                         [&](const auto& question) { return question.id == id; }))
            add(faults, path, fail("form.unknown_question", {}, {{"name", id}, {"item", item.name}}));
    }
}

void check_field_against(const Field& field, const std::string& path, const domain::ServiceItem& item,
                         Faults& faults) {
    check_when(field.when, path, item, faults);
    for (const auto* expression : {&field.show_if, &field.required_if, &field.computed})
        check_questions(*expression, path, item, faults);
    const auto& materials = item.definition().materials;
    if (field.type == FieldType::attachment &&
        std::none_of(materials.begin(), materials.end(),
                     [&](const domain::Material& material) { return material.code == field.material; }))
        add(faults, path, fail("form.unknown_material", {}, {{"name", field.material}, {"item", item.name}}));
    if (field.type != FieldType::table) return;
    for (const auto& column : field.columns)
        check_field_against(column, path + "." + column.id, item, faults);
}

}  // namespace

Faults check_meaning(const json& definition, const Form& form, base::Date today) {
    auto faults = check_all_expressions(definition);
    std::set<std::string> ids;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            if (!ids.insert(field.id).second)
                add(faults, field.id, fail("form.duplicate_id", {}, {{"name", field.id}}));
            check_field_itself(field, field.id, today, faults);
            for (const auto& column : field.columns)
                check_field_itself(column, field.id + "." + column.id, today, faults);
        }
    return faults;
}

Faults check_against(const Form& form, const domain::ServiceItem& item) {
    Faults faults;
    for (const auto& section : form.sections) {
        check_when(section.when, section.id, item, faults);
        for (const auto& field : section.fields) check_field_against(field, field.id, item, faults);
    }
    for (const auto& rule : form.rules) check_questions(rule.check, "rules", item, faults);
    return faults;
}

CheckedForm check_definition(std::string_view text, base::Date today) {
    CheckedForm checked;
    const auto source = wire::parse_text(text);
    if (!source) {
        checked.faults.push_back({"/", fail("form.not_json", source.error().detail, {{"path", "/"}})});
        return checked;
    }
    checked.faults = check_schema(*source);
    if (!checked.faults.empty()) return checked;
    auto form = form_from_json(*source);
    if (form) {
        checked.faults = check_meaning(*source, *form, today);
        checked.form = *std::move(form);
        return checked;
    }
    checked.faults = check_all_expressions(*source);
    if (checked.faults.empty()) add(checked.faults, form.error().args.at("field"), fail("form.schema_value"));
    return checked;
}

}  // namespace yc::forms
