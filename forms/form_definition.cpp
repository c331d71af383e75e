#include "forms/form_definition.h"

#include "localization/localization.h"

namespace yc::forms {

const Field* Form::find(const std::string& field_id) const {
    for (const auto& section : sections)
        for (const auto& field : section.fields)
            if (field.id == field_id) return &field;
    return nullptr;
}

std::string words_of_value(const Field& field, const std::string& value, std::string_view language) {
    const auto spoken =
        language.substr(0, 2) == "en" ? localization::Language::en : localization::Language::zh_CN;
    if (field.type == FieldType::checkbox)
        return localization::tr_in(spoken, value == "yes" ? "forms.yes" : "forms.no");
    for (const FieldOption& option : field.options)
        if (option.id == value) return option.label.in(language);
    return value;
}

}  // namespace yc::forms
