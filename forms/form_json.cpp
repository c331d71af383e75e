#include "forms/form_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"

namespace yc::forms {

using nlohmann::json;
using wire::ObjectReader;

namespace {

json label_to_json(const Label& label) {
    return {{"zh", label.zh}, {"en", label.en}};
}

json field_to_json(const Field& field) {
    json options = json::array();
    for (const auto& option : field.options)
        options.push_back({{"id", option.id}, {"label", label_to_json(option.label)}});
    json out{{"id", field.id},
             {"label", label_to_json(field.label)},
             {"type", base::to_name(field.type)},
             {"required", field.required},
             {"pattern", field.pattern},
             {"pattern_hint", label_to_json(field.pattern_hint)},
             {"max_length", field.max_length},
             {"past_only", field.past_only},
             {"options", std::move(options)},
             {"default_value", field.default_value},
             {"when", wire::condition_to_json(field.when)},
             {"when_fields", wire::condition_to_json(field.when_fields)},
             {"fact", field.fact},
             {"settles", field.settles},
             {"width", base::to_name(field.width)}};
    if (field.least) out["least"] = *field.least;
    if (field.most) out["most"] = *field.most;
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

void read_field(ObjectReader& reader, Field& field) {
    reader.need_text("id", field.id);
    reader.need_object("label", field.label, read_title);
    reader.named("type", field.type);
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
    wire::read_condition(reader, "when_fields", field.when_fields);
    reader.text("fact", field.fact);
    reader.flag("settles", field.settles);
    reader.named("width", field.width);
    if (field.max_length < 1 || field.max_length > 10000) reader.wrong("max_length");
    if ((field.type == FieldType::choice) == field.options.empty()) reader.wrong("options");
}

void read_section(ObjectReader& reader, Section& section) {
    reader.need_text("id", section.id);
    reader.need_object("title", section.title, read_title);
    reader.objects("fields", section.fields, read_field);
}

}  // namespace

json form_to_json(const Form& form) {
    json sections = json::array();
    for (const auto& section : form.sections) {
        json fields = json::array();
        for (const auto& field : section.fields) fields.push_back(field_to_json(field));
        sections.push_back(
            {{"id", section.id}, {"title", label_to_json(section.title)}, {"fields", std::move(fields)}});
    }
    return {{"id", form.id}, {"title", label_to_json(form.title)}, {"sections", std::move(sections)}};
}

void read_form(ObjectReader& reader, Form& form) {
    reader.need_text("id", form.id);
    reader.need_object("title", form.title, read_title);
    reader.objects("sections", form.sections, read_section);
}

base::Result<Form> form_from_json(const json& source) {
    Form form;
    ObjectReader reader(source);
    read_form(reader, form);
    YC_CHECK(reader.finish());
    return form;
}

}  // namespace yc::forms
