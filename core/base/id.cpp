#include "core/base/id.h"

#include <array>
#include <cstdint>

#include "core/base/crypto.h"

namespace yc::base {

std::string new_uuid(Instant now) {
    std::string bytes = random_bytes(16);
    const auto millis = static_cast<uint64_t>(now.time_since_epoch().count());
    for (int i = 0; i < 6; ++i) bytes[static_cast<size_t>(i)] = static_cast<char>(millis >> (40 - 8 * i));
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    std::string text = to_hex(bytes);
    for (const size_t hyphen : {8U, 13U, 18U, 23U}) text.insert(hyphen, "-");
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (hyphen ? text[i] != '-' : !hex) return false;
    }
    return true;
}

}  // namespace yc::base
