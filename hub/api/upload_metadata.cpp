#include "hub/api/upload_metadata.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/base/utf8.h"

namespace yc::hub::api {
namespace {

std::optional<uint32_t> sextet(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<uint32_t>(c - 'A');
    if (c >= 'a' && c <= 'z') return static_cast<uint32_t>(c - 'a' + 26);
    if (c >= '0' && c <= '9') return static_cast<uint32_t>(c - '0' + 52);
    if (c == '+') return 62;
    if (c == '/') return 63;
    return std::nullopt;
}

/// RFC 4648 §4.
std::optional<std::string> from_base64(std::string_view text) {
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string out;
    uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto six = sextet(c);
        if (!six) return std::nullopt;
        bits = bits << 6 | *six;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xff);
        }
    }
    return out;
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace

base::Result<std::string> sha256_of_metadata(std::string_view header) {
    for (const auto& pair : base::split(header, ',')) {
        const auto words = base::split(base::trim(pair), ' ');
        if (words.size() != 2 || words[0] != "sha256") continue;
        const auto value = from_base64(words[1]);
        if (value && is_sha256(*value)) return *value;
    }
    return base::fail("upload.bad_request", "no sha256 in the metadata", {{"field", "upload-metadata"}});
}

}  // namespace yc::hub::api
