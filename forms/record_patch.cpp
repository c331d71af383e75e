#include "forms/record_patch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/utf8.h"

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

/// The columns that name a row. Where a row has several of them, all count.
constexpr std::array<const char*, 5> row_names{"materialid", "materialcode", "condition_id", "special_id",
                                               "rowguid"};

/// A name as it compares: publishers write numbers, or white space around.
std::string name_in(const json& row, const char* column) {
    const auto found = row.find(column);
    if (found == row.end()) return {};
    return found->is_string() ? base::trim(found->get_ref<const std::string&>()) : found->dump();
}

bool is_named(const json& row) {
    return row.is_object() && std::any_of(row_names.begin(), row_names.end(),
                                          [&](const char* column) { return row.contains(column); });
}

bool has_name_of(const json& row, const json& other) {
    return is_named(row) && std::all_of(row_names.begin(), row_names.end(), [&](const char* column) {
               return !other.contains(column) || name_in(row, column) == name_in(other, column);
           });
}

/// The row that goes by the same name; by place where rows have no names.
const json* row_like(const json& rows, const json& row, size_t place) {
    if (is_named(row) && std::any_of(rows.begin(), rows.end(), is_named)) {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const json& one) { return has_name_of(one, row); });
        return found == rows.end() ? nullptr : &*found;
    }
    return place < rows.size() ? &rows[place] : nullptr;
}

json patch_rows(const json& published, const json& then, const json& now) {
    json out = json::array();
    for (size_t i = 0; i < now.size(); ++i) {
        const auto* was = row_like(then, now[i], i);
        if (!was) {
            out.push_back(now[i]);
            continue;
        }
        // Without a name, a row stands in the published list where it was read from, if all rows were read.
        const auto place = static_cast<size_t>(was - &then.front());
        const auto* row =
            row_like(published, now[i], then.size() == published.size() ? place : published.size());
        out.push_back(row ? patch_record(*row, *was, now[i]) : now[i]);
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
