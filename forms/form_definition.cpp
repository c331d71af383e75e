#include "forms/form_definition.h"

namespace yc::forms {

const Field* Form::find(const std::string& field_id) const {
    for (const auto& section : sections)
        for (const auto& field : section.fields)
            if (field.id == field_id) return &field;
    return nullptr;
}

std::string words_of_value(const Field& field, const std::string& value, std::string_view language) {
    const bool chinese = language != "en";
    if (field.type == FieldType::checkbox) {
        if (value == "yes") return chinese ? "是" : "Yes";
        return chinese ? "否" : "No";
    }
    for (const FieldOption& option : field.options)
        if (option.id == value) return option.label.in(language);
    return value;
}

}  // namespace yc::forms
