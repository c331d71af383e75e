#pragma once
#include <optional>
#include <random>
#include <vector>

#include "core/domain/case_state.h"

namespace yc::tests {

/// A week of a hall begins here (a Monday).
inline const base::Date first_day = base::make_date(2026, 11, 16);

/// Cases in any state, come in and gone out at any time of two weeks around first_day, also with odd clocks.
[[nodiscard]] std::vector<domain::CaseState> random_cases(std::mt19937& random, size_t count);

/// A due instant that depends on the case only.
[[nodiscard]] std::optional<base::Instant> some_due(const domain::CaseState& state);

}  // namespace yc::tests
