#include <array>
#include <string_view>

#include "core/domain/identity_number.h"

namespace yc::domain {
namespace {

/// GB 32100: digits and capital letters without I, O, S, V, Z; the place is the value.
constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int kCreditModulus = 31;

int value_36(char c) {
    return c <= '9' ? c - '0' : c - 'A' + 10;
}

}  // namespace

char citizen_check_digit(std::string_view first17) {
    int remainder = 0;
    for (const char c : first17) remainder = (remainder + c - '0') * 2 % 11;
    // The weight of the check character itself is 1, and the whole must leave 1.
    const int check = (12 - remainder) % 11;
    return check == 10 ? 'X' : static_cast<char>('0' + check);
}

char credit_check_digit(std::string_view first17) {
    int sum = 0;
    int weight = 1;
    for (const char c : first17) {
        sum += static_cast<int>(kCreditAlphabet.find(c)) * weight;
        weight = weight * 3 % kCreditModulus;
    }
    return kCreditAlphabet[static_cast<size_t>((kCreditModulus - sum % kCreditModulus) % kCreditModulus)];
}

char organisation_check_digit(std::string_view first8) {
    constexpr std::array kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < kWeights.size(); ++i) sum += value_36(first8[i]) * kWeights[i];
    const int check = 11 - sum % 11;
    if (check == 11) return '0';
    return check == 10 ? 'X' : static_cast<char>('0' + check);
}

}  // namespace yc::domain
