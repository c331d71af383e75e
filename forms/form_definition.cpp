#include "forms/form_definition.h"

#include <algorithm>

#include "localization/localization.h"

namespace yc::forms {

namespace {

const Field* with_id(const std::vector<Field>& fields, std::string_view id) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

/// The column that "row.column" means.
const Field* column_of(const Field& table, std::string_view rest) {
    const auto dot = rest.find('.');
    const bool row =
        dot != std::string_view::npos && dot > 0 && dot <= 3 && rest.find_first_not_of("0123456789") == dot;
    return row ? with_id(table.columns, rest.substr(dot + 1)) : nullptr;
}

/// The words of one choice, or the value as it is.
std::string words_of_option(const Field& field, std::string_view value, std::string_view language) {
    for (const FieldOption& option : field.options)
        if (option.id == value) return option.label.in(language);
    return std::string(value);
}

}  // namespace

const Field* Form::find(const std::string& path) const {
    const auto dot = path.find('.');
    for (const auto& section : sections) {
        if (const auto* field = with_id(section.fields, path)) return field;
        if (dot == std::string::npos) continue;
        const auto* table = with_id(section.fields, std::string_view(path).substr(0, dot));
        if (!table) continue;
        const auto rest = std::string_view(path).substr(dot + 1);
        return has_parts(table->type) ? with_id(table->columns, rest) : column_of(*table, rest);
    }
    return nullptr;
}

std::string words_of_value(const Field& field, const std::string& value, std::string_view language) {
    const auto spoken =
        language.substr(0, 2) == "en" ? localization::Language::en : localization::Language::zh_CN;
    if (field.type == FieldType::checkbox)
        return localization::tr_in(spoken, value == "yes" ? "forms.yes" : "forms.no");
    if (field.type != FieldType::choices) return words_of_option(field, value, language);
    std::string words;
    for (const auto& one : ids_of_choices(value))
        words += (words.empty() ? "" : localization::tr_in(spoken, "forms.and")) +
                 words_of_option(field, one, language);
    return words;
}

bool has_parts(FieldType type) {
    return type == FieldType::person || type == FieldType::organisation;
}

std::vector<std::string> ids_of_choices(std::string_view value) {
    std::vector<std::string> ids;
    for (size_t begin = 0; begin < value.size();) {
        const auto end = std::min(value.find(',', begin), value.size());
        if (end > begin) ids.emplace_back(value.substr(begin, end - begin));
        begin = end + 1;
    }
    return ids;
}

}  // namespace yc::forms
