#pragma once
#include <vector>

#include "core/base/result.h"
#include "core/domain/apply.h"

namespace yc::client::desk {

/// What a case's 收件凭证 was printed from when the case was received.
struct Received {
    domain::CaseState state;  ///< as the act left it that received the case
    domain::Actor clerk;
};

/// Pure: from the record of a case in its order, the hub's events before those it does not have. The receipt
/// tells of the receiving and of a 补正告知 at the same moment; what came later has papers of its own.
/// Errors: report.not_applicable (never received), case.no_receipt (answered at once: that answer was handed
/// out instead, §32), those of domain::replay_with_pending.
[[nodiscard]] base::Result<Received> received_from(const std::vector<domain::CaseEvent>& events,
                                                   const domain::Rules& rules);

}  // namespace yc::client::desk
