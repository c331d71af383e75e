#include "core/domain/case_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/base/utf8.h"

namespace yc::domain {
namespace {

using base::fail;

constexpr size_t kDigits = 23;

/// ISO 7064 MOD 11,10.
char check_digit(std::string_view digits) {
    int product = 10;
    for (const char c : digits) {
        const int sum = (product + c - '0') % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int number_at(const std::string& digits, size_t from, size_t count) {
    return std::stoi(digits.substr(from, count));
}

}  // namespace

std::string to_string(const CaseNumber& number) {
    const bool division = number.division.size() == 6 && std::ranges::all_of(number.division, is_digit);
    if (!division || !number.date.ok() || number.counter < 1 || number.counter > 999 || number.serial < 1 ||
        number.serial > 99999)
        throw std::invalid_argument("case number out of range");
    auto text = fmt::format("{}{:04}{:02}{:02}{:03}{:05}", number.division,
                            static_cast<int>(number.date.year()), static_cast<unsigned>(number.date.month()),
                            static_cast<unsigned>(number.date.day()), number.counter, number.serial);
    return text + check_digit(text);
}

base::Result<CaseNumber> parse_case_number(std::string_view text) {
    auto digits = base::to_half_width(text);
    std::erase_if(digits, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (const auto length = base::length_utf8(digits); length != kDigits)
        return fail("case_number.length", "",
                    {{"expected", std::to_string(kDigits)}, {"found", std::to_string(length)}});
    const auto wrong = std::ranges::find_if_not(digits, is_digit);
    if (wrong != digits.end())
        return fail("case_number.character", "", {{"position", std::to_string(wrong - digits.begin() + 1)}});
    if (const char expected = check_digit(std::string_view(digits).substr(0, kDigits - 1));
        expected != digits.back())
        return fail("case_number.check_digit", "",
                    {{"expected", std::string(1, expected)}, {"found", std::string(1, digits.back())}});
    CaseNumber number;
    number.division = digits.substr(0, 6);
    number.date = base::make_date(number_at(digits, 6, 4), static_cast<unsigned>(number_at(digits, 10, 2)),
                                  static_cast<unsigned>(number_at(digits, 12, 2)));
    if (!number.date.ok()) return fail("case_number.date", "", {{"found", digits.substr(6, 8)}});
    number.counter = number_at(digits, 14, 3);
    number.serial = number_at(digits, 17, 5);
    if (number.counter == 0) return fail("case_number.part", "", {{"position", "15"}});
    if (number.serial == 0) return fail("case_number.part", "", {{"position", "18"}});
    return number;
}

}  // namespace yc::domain
