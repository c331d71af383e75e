#include "core/domain/identity_parts.h"

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace yc::domain {
namespace {

using base::fail;

/// Nobody older has a number; GB 11643 itself gives a number of 1880 as its example.
constexpr int kEarliestBirth = 1850;

bool is_space(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00a0' || (c >= U'\u2000' && c <= U'\u200b') ||
           c == U'\u202f' || c == U'\u3000' || c == U'\ufeff';
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

bool belongs(char32_t c, CharacterClass wanted) {
    switch (wanted) {
        case CharacterClass::digit:
            return is_digit(c);
        case CharacterClass::digit_or_x:
            return is_digit(c) || c == U'X';
        case CharacterClass::letter:
            return is_letter(c);
        case CharacterClass::letter_or_digit:
            return is_letter(c) || is_digit(c);
        case CharacterClass::credit_character:
            return is_digit(c) ||
                   (is_letter(c) && std::u32string_view(U"IOSVZ").find(c) == std::u32string_view::npos);
        case CharacterClass::pass_letter:
            return c == U'H' || c == U'M';
    }
    return false;
}

std::string_view name_of(CharacterClass wanted) {
    switch (wanted) {
        case CharacterClass::digit:
            return "digit";
        case CharacterClass::digit_or_x:
            return "digit_or_x";
        case CharacterClass::letter:
            return "letter";
        case CharacterClass::letter_or_digit:
            return "letter_or_digit";
        case CharacterClass::credit_character:
            return "credit_character";
        case CharacterClass::pass_letter:
            return "pass_letter";
    }
    return {};
}

/// The error of a part of the date: where it stands, what may stand there, and the part itself.
base::Error birth_invalid(size_t position, int last, std::string_view found) {
    return fail("identity.birth_invalid", "no such day",
                {{"position", std::to_string(position)},
                 {"expected", fmt::format("01–{:02}", last)},
                 {"found", std::string(found)}});
}

}  // namespace

NumberText::NumberText(std::string_view typed) {
    for (const char32_t c : base::decode_utf8(base::to_upper_ascii(base::to_half_width(typed))))
        if (!is_space(c)) points_ += c;
}

bool NumberText::is(size_t position, CharacterClass wanted) const {
    return position <= points_.size() && belongs(points_[position - 1], wanted);
}

bool NumberText::all(size_t first, size_t last, CharacterClass wanted) const {
    for (size_t position = first; position <= last; ++position)
        if (!is(position, wanted)) return false;
    return true;
}

size_t NumberText::count(CharacterClass wanted) const {
    size_t count = 0;
    for (const char32_t c : points_) count += belongs(c, wanted) ? 1 : 0;
    return count;
}

std::string NumberText::text(size_t first, size_t last) const {
    return base::encode_utf8(std::u32string_view(points_).substr(first - 1, last - first + 1));
}

base::Result<void> NumberText::require(size_t first, size_t last, CharacterClass wanted) const {
    for (size_t position = first; position <= last; ++position) {
        if (is(position, wanted)) continue;
        return fail("identity.character", "a character that cannot stand there",
                    {{"position", std::to_string(position)},
                     {"expected", std::string(name_of(wanted))},
                     {"found", text(position, position)}});
    }
    return {};
}

base::Result<void> NumberText::require_length(std::string expected, bool good) const {
    if (good) return {};
    if (length() == 0) return fail("identity.empty");
    return fail("identity.length", "",
                {{"expected", std::move(expected)}, {"found", std::to_string(length())}});
}

base::Result<base::Date> read_birth(std::string_view digits, size_t position, base::Date today) {
    const int number = std::stoi(std::string(digits));
    const int year = number / 10000;
    const auto month = static_cast<unsigned>(number / 100 % 100);
    const auto day = static_cast<unsigned>(number % 100);
    if (month < 1 || month > 12) return birth_invalid(position + 4, 12, digits.substr(4, 2));
    const base::Date first = base::make_date(year, month, 1);
    const auto last_day = static_cast<unsigned>((first.year() / first.month() / std::chrono::last).day());
    if (day < 1 || day > last_day)
        return birth_invalid(position + 6, static_cast<int>(last_day), digits.substr(6, 2));
    const base::Date birth = base::make_date(year, month, day);
    const std::map<std::string, std::string> args{
        {"position", std::to_string(position)},
        {"expected", fmt::format("{}-01-01 – {}", kEarliestBirth, base::to_string(today))},
        {"found", base::to_string(birth)}};
    if (year < kEarliestBirth) return fail("identity.birth_early", "", args);
    if (birth > today) return fail("identity.birth_future", "", args);
    return birth;
}

}  // namespace yc::domain
