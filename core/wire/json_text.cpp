#include "core/wire/json_text.h"

#include <nlohmann/json.hpp>

namespace yc::wire {
namespace {

constexpr int kDeepest = 64;

/// Whether the nesting stays within bounds, before the recursive parser sees the text.
bool shallow(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepest) return false;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

}  // namespace

std::string to_text(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

base::Result<nlohmann::json> parse_text(std::string_view text) {
    if (!shallow(text)) return base::fail("wire.not_json", "nested too deeply");
    auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::fail("wire.not_json", "cannot be parsed");
    return json;
}

}  // namespace yc::wire
