#include "forms/form_definition.h"

#include <algorithm>

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
