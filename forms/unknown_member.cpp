#include "forms/unknown_member.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "forms/empty_members.h"

namespace yc::forms {

using nlohmann::json;

namespace {

std::optional<std::string> unknown_below(const json& source, const json& known, const std::string& path) {
    if (source.is_object()) {
        for (const auto& [name, value] : source.items()) {
            if (says_nothing(value)) continue;
            const auto here = path.empty() ? name : path + "." + name;
            if (!known.is_object() || !known.contains(name)) return here;
            if (auto inner = unknown_below(value, known[name], here)) return inner;
        }
    } else if (source.is_array() && known.is_array()) {
        for (size_t i = 0; i < std::min(source.size(), known.size()); ++i)
            if (auto inner = unknown_below(source[i], known[i], path + "." + std::to_string(i))) return inner;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> unknown_member(const json& source, const json& known) {
    return unknown_below(source, known, {});
}

}  // namespace yc::forms
