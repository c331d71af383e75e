#include "forms/tidy_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/utf8.h"

namespace yc::forms {

namespace {

bool is_space(char32_t point) {
    return point == U' ' || point == U'\t' || point == U'\n' || point == U'\r' || point == 0x3000 ||
           point == 0xA0 || point == 0xFEFF || point == 0x200B;
}

bool is_dash(char32_t point) {
    return (point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFF0D || point == 0xFE58;
}

bool is_digit(char32_t point) {
    return (point >= U'0' && point <= U'9') || (point >= 0xFF10 && point <= 0xFF19);
}

std::string or_nothing(std::string text) {
    return means_nothing(text) ? std::string() : text;
}

}  // namespace

bool means_nothing(std::string_view text) {
    static constexpr std::array<std::string_view, 13> words{
        "无", "暂无", "没有", "空", "未分类", "无。", "-", "--", "—", "/", "null", "NULL", "N/A"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string tidy_line(std::string_view text) {
    std::u32string out;
    for (const char32_t point : base::decode_utf8(text)) {
        if (!is_space(point))
            out.push_back(point);
        else if (!out.empty() && out.back() != U' ')
            out.push_back(U' ');
    }
    return or_nothing(base::trim(base::encode_utf8(out)));
}

std::string tidy_text(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    return or_nothing(base::trim(out));
}

std::string tidy_code(std::string_view text) {
    auto code = base::to_half_width(tidy_line(text));
    std::erase_if(code, [](char c) { return c == ' '; });
    return code;
}

std::string tidy_phone(std::string_view text) {
    std::u32string out;
    for (const char32_t point : base::decode_utf8(base::to_half_width(tidy_line(text))))
        if (point != U' ') out.push_back(is_dash(point) ? U'-' : point);
    return or_nothing(base::encode_utf8(out));
}

std::optional<int> whole_number(std::string_view text, int most) {
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || number < 0 || number > most) return std::nullopt;
    return number;
}

std::string tidy_hours(std::string_view text) {
    auto points = base::decode_utf8(tidy_line(text));
    for (size_t i = 0; i < points.size(); ++i) {
        if (points[i] >= 0xFF10 && points[i] <= 0xFF19) points[i] -= 0xFF10 - U'0';
        const bool between =
            i > 0 && i + 1 < points.size() && is_digit(points[i - 1]) && is_digit(points[i + 1]);
        if (points[i] == 0xFF1A && between) points[i] = U':';
    }
    return base::encode_utf8(points);
}

}  // namespace yc::forms
