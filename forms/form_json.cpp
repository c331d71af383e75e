#include "forms/form_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"
#include "forms/field_check.h"
#include "forms/party_fields.h"
#include "forms/unknown_member.h"

namespace yc::forms {

using nlohmann::json;
using wire::ObjectReader;

namespace {

json label_to_json(const Label& label) {
    return {{"zh", label.zh}, {"en", label.en}};
}

void put_expression(json& out, const char* name, const Expression& expression) {
    if (!expression.empty()) out[name] = expression.text();
}

json options_to_json(const std::vector<FieldOption>& options) {
    json out = json::array();
    for (const auto& option : options)
        out.push_back({{"id", option.id}, {"label", label_to_json(option.label)}});
    return out;
}

json fields_to_json(const std::vector<Field>& fields);

json field_to_json(const Field& field) {
    json out{
        {"id", field.id},
        {"label", label_to_json(field.label)},
        {"type", field.foreign_type.empty() ? std::string(base::to_name(field.type)) : field.foreign_type},
        {"required", field.required},
        {"pattern", field.pattern},
        {"pattern_hint", label_to_json(field.pattern_hint)},
        {"max_length", field.max_length},
        {"past_only", field.past_only},
        {"options", options_to_json(field.options)},
        {"default_value", field.default_value},
        {"when", wire::condition_to_json(field.when)},
        {"fact", field.fact},
        {"settles", field.settles},
        {"width", base::to_name(field.width)},
        {"material", field.material}};
    if (field.least) out["least"] = *field.least;
    if (field.most) out["most"] = *field.most;
    put_expression(out, "show_if", field.show_if);
    put_expression(out, "required_if", field.required_if);
    put_expression(out, "computed", field.computed);
    if (field.type != FieldType::table) return out;
    out["columns"] = fields_to_json(field.columns);
    out["least_rows"] = field.least_rows;
    out["most_rows"] = field.most_rows;
    return out;
}

json fields_to_json(const std::vector<Field>& fields) {
    json out = json::array();
    for (const auto& field : fields) out.push_back(field_to_json(field));
    return out;
}

void read_label(ObjectReader& reader, Label& label) {
    reader.text("zh", label.zh);
    reader.text("en", label.en);
}

void read_title(ObjectReader& reader, Label& label) {
    reader.need_text("zh", label.zh);
    reader.need_text("en", label.en);
}

void read_option(ObjectReader& reader, FieldOption& option) {
    reader.need_text("id", option.id);
    reader.need_object("label", option.label, read_title);
}

void read_expression(ObjectReader& reader, const char* name, Expression& out) {
    std::string text;
    reader.text(name, text);
    auto parsed = Expression::parse(text);
    if (parsed)
        out = *std::move(parsed);
    else
        reader.wrong(name);
}

bool has_options(FieldType type) {
    return type == FieldType::choice || type == FieldType::choices;
}

void read_columns(ObjectReader& reader, Field& field);

/// All members but id, label and type.
void read_rest(ObjectReader& reader, Field& field) {
    reader.flag("required", field.required);
    reader.text("pattern", field.pattern);
    reader.object("pattern_hint", field.pattern_hint, read_label);
    reader.integer("max_length", field.max_length);
    reader.integer("least", field.least);
    reader.integer("most", field.most);
    reader.flag("past_only", field.past_only);
    reader.objects("options", field.options, read_option);
    reader.text("default_value", field.default_value);
    wire::read_condition(reader, "when", field.when);
    read_expression(reader, "show_if", field.show_if);
    read_expression(reader, "required_if", field.required_if);
    read_expression(reader, "computed", field.computed);
    reader.text("fact", field.fact);
    reader.flag("settles", field.settles);
    reader.named("width", field.width);
    reader.text("material", field.material);
    if (!field.pattern.empty() && !is_pattern(field.pattern)) reader.wrong("pattern");
    if (field.max_length < 1 || field.max_length > 10000) reader.wrong("max_length");
    if (field.foreign_type.empty() && has_options(field.type) == field.options.empty())
        reader.wrong("options");
    read_columns(reader, field);
}

/// A type that is not known yet is a text: what a newer program publishes still opens here.
void read_type(ObjectReader& reader, Field& field) {
    std::string name;
    reader.text("type", name);
    if (name.empty()) return;
    if (const auto type = base::from_name<FieldType>(name))
        field.type = *type;
    else
        field.foreign_type = name;
}

void read_field(ObjectReader& reader, Field& field) {
    reader.need_text("id", field.id);
    reader.need_object("label", field.label, read_title);
    read_type(reader, field);
    read_rest(reader, field);
    if (has_parts(field.type)) field.columns = parts_of_party(field);
}

void read_columns(ObjectReader& reader, Field& field) {
    reader.objects("columns", field.columns, read_field);
    reader.integer("least_rows", field.least_rows);
    reader.integer("most_rows", field.most_rows);
    const bool is_table = field.type == FieldType::table;
    if (!field.foreign_type.empty()) return;
    if (is_table == field.columns.empty()) reader.wrong("columns");
    for (const auto& column : field.columns)
        if (column.type == FieldType::table || has_parts(column.type)) reader.wrong("columns");
    if (field.least_rows < 0 || field.most_rows < field.least_rows || field.most_rows > most_table_rows)
        reader.wrong("most_rows");
}

void read_section(ObjectReader& reader, Section& section) {
    reader.need_text("id", section.id);
    reader.need_object("title", section.title, read_title);
    wire::read_condition(reader, "when", section.when);
    reader.objects("fields", section.fields, read_field);
}

void read_rule(ObjectReader& reader, FormRule& rule) {
    read_expression(reader, "check", rule.check);
    if (rule.check.empty()) reader.wrong("check");
    reader.need_object("message", rule.message, read_title);
    reader.texts("fields", rule.fields);
    reader.flag("advice", rule.advice);
}

}  // namespace

json form_to_json(const Form& form) {
    json sections = json::array();
    for (const auto& section : form.sections)
        sections.push_back({{"id", section.id},
                            {"title", label_to_json(section.title)},
                            {"when", wire::condition_to_json(section.when)},
                            {"fields", fields_to_json(section.fields)}});
    json rules = json::array();
    for (const auto& rule : form.rules)
        rules.push_back({{"check", rule.check.text()},
                         {"advice", rule.advice},
                         {"message", label_to_json(rule.message)},
                         {"fields", rule.fields}});
    return {{"id", form.id},
            {"version", form.version},
            {"title", label_to_json(form.title)},
            {"sections", std::move(sections)},
            {"rules", std::move(rules)}};
}

void read_form(ObjectReader& reader, Form& form) {
    reader.need_text("id", form.id);
    reader.integer("version", form.version);
    if (form.version < 1) reader.wrong("version");
    reader.need_object("title", form.title, read_title);
    reader.objects("sections", form.sections, read_section);
    reader.objects("rules", form.rules, read_rule);
}

base::Result<Form> form_from_json(const json& source) {
    Form form;
    ObjectReader reader(source);
    read_form(reader, form);
    YC_CHECK(reader.finish());
    if (const auto member = unknown_member(source, form_to_json(form)))
        return base::fail("form.unknown_member", {}, {{"form", form.id}, {"field", *member}});
    return form;
}

}  // namespace yc::forms
