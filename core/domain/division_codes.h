#pragma once
#include <string>
#include <string_view>

namespace yc::domain {

/// How a GB/T 2260 code stands: in use, once in use (people keep the code of their first registration), or
/// never seen.
enum class DivisionState { in_use, abolished, unknown };

struct Division {
    DivisionState state = DivisionState::unknown;
    /// From province down, as far as the code is known: "广西壮族自治区南宁市青秀区".
    std::string full_name;
};

/// Looks a 6-digit code up in the built-in table (tools/make_division_codes.mjs).
[[nodiscard]] Division find_division(std::string_view code);

}  // namespace yc::domain
