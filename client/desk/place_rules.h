#pragma once
#include "core/domain/apply.h"

namespace yc::client::desk {

/// The rules under a policy, with the national work calendar. They live as long as the program, so that a
/// store that was opened under them never outlives them; the same policy gives the same rules. Safe from any
/// thread.
[[nodiscard]] const domain::Rules& rules_under(const domain::Policy& policy);

}  // namespace yc::client::desk
