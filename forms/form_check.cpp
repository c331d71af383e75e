#include "forms/form_check.h"

#include <nlohmann/json.hpp>
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

/// What a form has for expressions and rules to name. A table is also a value: how many rows it has.
struct FormNames {
    std::set<std::string> values;  ///< fields and parts of persons
    std::set<std::string> tables;
    std::set<std::string> columns;  ///< as "table.column"

    [[nodiscard]] const std::set<std::string>& of(NameUse use) const {
        if (use == NameUse::column) return columns;
        return use == NameUse::rows ? tables : values;
    }
    [[nodiscard]] bool any(const std::string& name) const {
        return values.contains(name) || columns.contains(name);
    }
};

FormNames names_of(const Form& form) {
    FormNames names;
    for (const auto& section : form.sections)
        for (const auto& field : section.fields) {
            names.values.insert(field.id);
            const bool is_table = field.type == FieldType::table;
            if (is_table) names.tables.insert(field.id);
            for (const auto& column : field.columns)
                (is_table ? names.columns : names.values).insert(field.id + "." + column.id);
        }
    return names;
}

void check_name(const std::string& path, const std::string& name, NameUse use, const FormNames& names,
                Faults& faults) {
    if (names.of(use).contains(name)) return;
    add(faults, path,
        names.any(name) ? fail("form.misplaced_name", {}, {{"name", name}})
                        : fail("form.unknown_name", {}, {{"name", name}}));
}

void check_expression(const std::string& path, const std::string& text, const FormNames& names,
                      Faults& faults) {
    auto parsed = Expression::parse(text);
    if (!parsed) return add(faults, path, parsed.error());
    for (const auto& [name, use] : parsed->names()) check_name(path, name, use, names, faults);
}

/// Expressions as they were written, since a definition with a broken one is never read.
void check_expressions(const json& field, const std::string& path, FormNames names, Faults& faults) {
    for (const char* member : expression_members)
        if (field.contains(member))
            check_expression(path + "." + member, field[member].get<std::string>(), names, faults);
    if (!field.contains("columns")) return;
    for (const auto& column : field["columns"]) names.values.insert(column["id"].get<std::string>());
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
            check_name(path + ".fields", field.get<std::string>(), NameUse::value, names, faults);
    }
    return faults;
}

void check_field_itself(const Field& field, const std::string& path, base::Date today, Faults& faults) {
    const bool upside_down = field.least && field.most && *field.least > *field.most;
    const bool refused =
        !field.default_value.empty() && !check_field(field, field.default_value, today, false).empty();
    if (upside_down || refused) add(faults, path, fail("form.bad_default", {}, {{"name", field.label.zh}}));
}

void check_when(const domain::Condition& condition, const std::string& path, const domain::ServiceItem& item,
                Faults& faults) {
    for (const auto& id : domain::unknown_questions(condition, item.definition().questions))
        add(faults, path, fail("form.unknown_question", {}, {{"name", id}, {"item", item.name}}));
}

void check_questions(const Expression& expression, const std::string& path, const domain::ServiceItem& item,
                     Faults& faults) {
    for (const auto& id : expression.questions())
        if (!domain::find_question(item.definition().questions, id))
            add(faults, path, fail("form.unknown_question", {}, {{"name", id}, {"item", item.name}}));
}

void check_field_against(const Field& field, const std::string& path, const domain::ServiceItem& item,
                         Faults& faults) {
    check_when(field.when, path, item, faults);
    for (const auto* expression : {&field.show_if, &field.required_if, &field.computed})
        check_questions(*expression, path, item, faults);
    if (field.type == FieldType::attachment && !item.definition().material(field.material))
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
    if (!checked.faults.empty()) return checked;
    const auto& where = form.error().args.at("field");
    add(checked.faults, where,
        where.ends_with(".pattern") ? fail("form.bad_pattern") : fail("form.schema_value"));
    return checked;
}

}  // namespace yc::forms
