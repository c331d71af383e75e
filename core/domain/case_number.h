#pragma once
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace yc::domain {

/// 办件编号: division (6) + yyyyMMdd + counter (3) + serial (5) + check (1), 23 digits, so that a counter can
/// give it without the hub. The check digit is ISO 7064 MOD 11,10: it finds every single wrong digit.
struct CaseNumber {
    std::string division;  ///< 6 digits, GB/T 2260
    base::Date date{};
    int counter = 0;  ///< 1–999
    int serial = 0;   ///< 1–99999, per counter and day
    friend bool operator==(const CaseNumber&, const CaseNumber&) = default;
};

/// The 23 digits. Parts out of their range are a bug and throw std::invalid_argument.
[[nodiscard]] std::string to_string(const CaseNumber& number);

/// Takes spaces and full-width digits as people type them. Errors: case_number.length {expected, found},
/// case_number.character {position}, case_number.check_digit {expected, found}, case_number.date {found},
/// case_number.part {position} for counter or serial 0.
[[nodiscard]] base::Result<CaseNumber> parse_case_number(std::string_view text);

}  // namespace yc::domain
