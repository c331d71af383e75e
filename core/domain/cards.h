#pragma once
#include <vector>

#include "core/domain/clocks.h"

namespace yc::domain {

/// A card of the supervision that the policy asks for and the case does not have yet.
struct CardDue {
    EventKind kind = EventKind::prewarn;
    ClockKind clock = ClockKind::promise;
    base::Instant since{};  ///< the instant from which it was due
    base::Date due{};       ///< end of the limit it warns of
    friend bool operator==(const CardDue&, const CardDue&) = default;
};

/// The cards due at `now`. A card once issued for the same kind, clock and due day is not due again, also
/// when revoked.
[[nodiscard]] std::vector<CardDue> cards_due(const CaseState& state, base::Instant now, const Rules& rules);

/// The body of the event that issues a card.
[[nodiscard]] EventBody card_body(const CardDue& card);

/// What the hub must conclude from silence at `now`: deem_accepted, supplement_overdue or tolerant_overdue,
/// with the body its event needs.
struct ConclusionDue {
    EventKind kind = EventKind::deem_accepted;
    base::Instant since{};
    EventBody body;
};
[[nodiscard]] std::vector<ConclusionDue> conclusions_due(const CaseState& state, base::Instant now,
                                                         const Rules& rules);

}  // namespace yc::domain
