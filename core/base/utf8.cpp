#include "core/base/utf8.h"

#include <algorithm>

namespace yc::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t point;
    size_t bytes;
    bool valid;
};

Decoded decode_at(std::string_view text, size_t pos) {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return {lead, 1, true};
    const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || pos + length > text.size()) return {kReplacement, 1, false};
    char32_t point = lead & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[pos + i]);
        if ((next & 0xC0) != 0x80) return {kReplacement, 1, false};
        point = (point << 6) | (next & 0x3F);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool valid = point >= smallest[length] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    return valid ? Decoded{point, length, true} : Decoded{kReplacement, 1, false};
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000 || c == 0xA0 || c == 0xFEFF;
}

template <class F>
std::string map_points(std::string_view text, F&& f) {
    std::u32string points = decode_utf8(text);
    for (char32_t& c : points) c = f(c);
    return encode_utf8(points);
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (size_t pos = 0; pos < text.size();) {
        const Decoded d = decode_at(text, pos);
        if (!d.valid) return false;
        pos += d.bytes;
    }
    return true;
}

std::u32string decode_utf8(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (size_t pos = 0; pos < text.size();) {
        const Decoded d = decode_at(text, pos);
        out += d.point;
        pos += d.bytes;
    }
    return out;
}

std::string encode_utf8(char32_t c) {
    std::string out;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
}

std::string encode_utf8(std::u32string_view points) {
    std::string out;
    out.reserve(points.size() * 3);
    for (const char32_t c : points) out += encode_utf8(c);
    return out;
}

size_t length_utf8(std::string_view text) {
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string trim(std::string_view text) {
    const std::u32string points = decode_utf8(text);
    const auto first = std::find_if_not(points.begin(), points.end(), is_space);
    const auto last = std::find_if_not(points.rbegin(), std::make_reverse_iterator(first), is_space).base();
    return encode_utf8(std::u32string(first, last));
}

std::string to_half_width(std::string_view text) {
    return map_points(text, [](char32_t c) -> char32_t {
        if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
        return c == 0x3000 ? U' ' : c;
    });
}

std::string tidy_name(std::string_view name) {
    return map_points(trim(name), [](char32_t c) -> char32_t {
        constexpr std::u32string_view look_alikes = U"\u2022\u30FB\uFF0E\u2027\u2219";
        return look_alikes.find(c) != std::u32string_view::npos ? U'\u00B7' : c;
    });
}

std::string to_lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string to_upper_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (size_t start = 0;;) {
        const size_t end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

}  // namespace yc::base
