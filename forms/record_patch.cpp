#include "forms/record_patch.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace yc::forms {

using nlohmann::json;

namespace {

/// The value written over, as a number where the publisher wrote a number.
json in_form_of(const json& published, const json& now) {
    if (!published.is_number() || !now.is_string()) return now;
    const auto& text = now.get_ref<const std::string&>();
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? json(number) : now;
}

/// The columns by which the rows of a list are told apart, in the order of their worth.
constexpr std::array<const char*, 5> row_names{"materialid", "materialcode", "condition_id", "special_id",
                                               "rowguid"};

const char* key_of(const json& rows) {
    for (const char* name : row_names)
        if (!rows.empty() && rows.front().is_object() && rows.front().contains(name)) return name;
    return nullptr;
}

const json* row_with(const json& rows, const char* key, const json& row, size_t place) {
    if (key && row.is_object() && row.contains(key)) {
        for (const auto& other : rows)
            if (other.is_object() && other.contains(key) && other[key] == row[key]) return &other;
        return nullptr;
    }
    return place < rows.size() ? &rows[place] : nullptr;
}

json patch_rows(const json& published, const json& then, const json& now) {
    json out = json::array();
    const auto* key = key_of(now);
    for (size_t i = 0; i < now.size(); ++i) {
        const auto* was = row_with(then, key, now[i], i);
        // A row read from the published list stands there at the same place.
        const auto place = was ? static_cast<size_t>(was - &then.front()) : now.size() + published.size();
        const bool known = was && place < published.size() && then.size() == published.size();
        out.push_back(known ? patch_record(published[place], *was, now[i]) : now[i]);
    }
    return out;
}

}  // namespace

json patch_record(const json& published, const json& then, const json& now) {
    if (then == now) return published;
    if (published.is_array() && then.is_array() && now.is_array()) return patch_rows(published, then, now);
    if (!published.is_object() || !then.is_object() || !now.is_object()) return in_form_of(published, now);
    json out = published;
    for (const auto& [name, value] : now.items()) {
        const auto was = then.find(name);
        if (was != then.end() && *was == value) continue;
        if (was == then.end() || !out.contains(name))
            out[name] = value;
        else
            out[name] = patch_record(out[name], *was, value);
    }
    return out;
}

}  // namespace yc::forms
