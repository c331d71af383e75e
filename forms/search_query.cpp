#include "forms/search_query.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "forms/pinyin.h"

namespace yc::forms {

namespace {

constexpr size_t longest_syllable = 6;  // zhuang, chuang, shuang

bool is_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

/// The letters from `from` up to the end of their run, as ASCII.
std::string letters_from(const std::u32string& text, size_t from) {
    std::string out;
    for (size_t i = from; i < text.size() && is_letter(text[i]); ++i)
        out.push_back(static_cast<char>(text[i]));
    return out;
}

void add_range(SearchQuery& query, size_t from, size_t to, std::pair<uint16_t, uint16_t> range, char letter) {
    if (range.first == range.second) return;
    query.steps.push_back({.from = static_cast<uint16_t>(from),
                           .to = static_cast<uint16_t>(to),
                           .first_syllable = range.first,
                           .last_syllable = range.second,
                           .letter = letter});
}

/// All steps that begin with the letter at `from`.
void add_letter_steps(SearchQuery& query, const std::u32string& text, size_t from) {
    const auto& pinyin = PinyinTable::instance();
    const auto letters = letters_from(text, from);
    const char letter = letters[0];
    const auto initial = pinyin.beginning_with(letters.substr(0, 1));
    query.steps.push_back({.from = static_cast<uint16_t>(from),
                           .to = static_cast<uint16_t>(from + 1),
                           .literal = text[from],
                           .first_syllable = initial.first,
                           .last_syllable = initial.second,
                           .letter = letter});
    const bool ends_query = from + letters.size() == text.size();
    for (size_t count = 2; count <= std::min(letters.size(), longest_syllable); ++count) {
        const auto part = letters.substr(0, count);
        const bool unfinished = ends_query && count == letters.size();
        const bool double_initial = part == "zh" || part == "ch" || part == "sh";
        if (unfinished || double_initial) {
            add_range(query, from, from + count, pinyin.beginning_with(part), letter);
        } else if (const int syllable = pinyin.find(part); syllable >= 0) {
            const auto number = static_cast<uint16_t>(syllable);
            add_range(query, from, from + count, {number, static_cast<uint16_t>(number + 1)}, letter);
        }
    }
}

}  // namespace

std::u32string fold_for_search(std::string_view text) {
    auto points = base::decode_utf8(text);
    for (auto& point : points) {
        if (point >= 0xFF01 && point <= 0xFF5E && point != 0xFF0E) point -= 0xFEE0;
        if (point == 0x3000 || point == 0xA0) point = U' ';
        if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
        if (point == 0x2022 || point == 0x30FB || point == 0xFF0E || point == 0x2027 || point == 0x2219)
            point = 0xB7;
    }
    return points;
}

SearchQuery read_query(std::string_view text) {
    SearchQuery query;
    auto points = fold_for_search(text);
    std::erase_if(points, [](char32_t c) { return c == U' ' || c == U'\t' || c == U'\'' || c == 0x2019; });
    if (points.size() > longest_query) return query;
    query.length = static_cast<uint16_t>(points.size());
    for (size_t from = 0; from < points.size(); ++from) {
        const auto begin = static_cast<uint16_t>(query.steps.size());
        if (is_letter(points[from]))
            add_letter_steps(query, points, from);
        else
            query.steps.push_back({.from = static_cast<uint16_t>(from),
                                   .to = static_cast<uint16_t>(from + 1),
                                   .literal = points[from]});
        query.at.emplace_back(begin, static_cast<uint16_t>(query.steps.size()));
    }
    return query;
}

}  // namespace yc::forms
