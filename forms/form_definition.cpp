#include "forms/form_definition.h"

namespace yc::forms {

const Field* Form::find(const std::string& field_id) const {
    for (const auto& section : sections)
        for (const auto& field : section.fields)
            if (field.id == field_id) return &field;
    return nullptr;
}

}  // namespace yc::forms
