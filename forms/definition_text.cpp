#include "forms/definition_text.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "forms/empty_members.h"
#include "forms/form_json.h"

namespace yc::forms {

using nlohmann::json;
using nlohmann::ordered_json;

namespace {

/// These stand before all other members, in this order.
constexpr std::string_view first_members[] = {"id", "code", "version", "name", "title",
                                              "zh", "en",   "label",   "type", "fully_defined"};

/// Indented as editors do.
constexpr int indent = 2;

ordered_json arranged(const json& value) {
    if (value.is_array()) {
        auto list = ordered_json::array();
        for (const auto& element : value) list.push_back(arranged(element));
        return list;
    }
    if (!value.is_object()) return value;
    auto object = ordered_json::object();
    for (const auto name : first_members)
        if (const auto member = value.find(name); member != value.end())
            object[std::string(name)] = arranged(*member);
    for (const auto& [name, member] : value.items())
        if (!object.contains(name)) object[name] = arranged(member);
    return object;
}

/// A field that says nothing of itself.
const json& usual_field() {
    static const json usual = [] {
        Form form;
        form.sections.emplace_back().fields.emplace_back().type = FieldType::table;
        return form_to_json(form)["sections"][0]["fields"][0];
    }();
    return usual;
}

void drop_usual(json& fields) {
    for (auto& field : fields) {
        if (field.contains("columns")) drop_usual(field["columns"]);
        for (const auto& [name, value] : usual_field().items())
            if (name != "type" && field.contains(name) && field[name] == value) field.erase(name);
    }
}

}  // namespace

std::string readable_text(json value) {
    drop_empty(value);
    return arranged(value).dump(indent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string definition_text(const Form& form) {
    auto definition = form_to_json(form);
    for (auto& section : definition["sections"]) drop_usual(section["fields"]);
    for (auto& rule : definition["rules"])
        if (!rule["advice"].get<bool>()) rule.erase("advice");
    return readable_text(std::move(definition));
}

}  // namespace yc::forms
