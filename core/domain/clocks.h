#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/domain/apply.h"

namespace yc::domain {

/// A limit of a case as it stands at a moment: derived from the events, never stored.
struct CaseClock {
    ClockKind kind = ClockKind::promise;
    ClockState state = ClockState::running;
    base::Instant started{};
    Limit limit;  ///< without extension
    int extension_days = 0;
    base::Instant due{};  ///< end of office hours of the last day; while paused, as if resumed now
    std::optional<base::Instant> stopped;  ///< when it was met or ended
    int remaining_working_days = 0;        ///< to the due day; 0 on the day itself, negative past it
    int paused_days = 0;                   ///< days left out, in the unit of the limit
    bool overdue = false;                  ///< past due while running, or stopped past due
    bool provisional = false;              ///< the due day lies past the last published calendar
    friend bool operator==(const CaseClock&, const CaseClock&) = default;
};

/// All limits the case is or was under, in the order of ClockKind, as of `now`.
[[nodiscard]] std::vector<CaseClock> clocks_of(const CaseState& state, base::Instant now, const Rules& rules);

/// One of them; empty when the case is not under it.
[[nodiscard]] std::optional<CaseClock> clock_of(const CaseState& state, ClockKind kind, base::Instant now,
                                                const Rules& rules);

/// The limit that presses now, for lists: of those running or paused, the one that ends first.
[[nodiscard]] std::optional<CaseClock> pressing_clock(const CaseState& state, base::Instant now,
                                                      const Rules& rules);

/// A day of a limit and whether it counts, for the day-by-day explanation.
struct ClockDay {
    base::Date date{};
    bool counts = false;
    bool paused = false;  ///< left out because of a special procedure
    int number = 0;       ///< running number of a day that counts; 0 otherwise
    DayReason reason = DayReason::workday;
    friend bool operator==(const ClockDay&, const ClockDay&) = default;
};

/// Every day from the start of the limit to its due day. Limits that the notice set as a date (supplement,
/// tolerant) are counted in working days.
[[nodiscard]] std::vector<ClockDay> explain(const CaseClock& clock, const CaseState& state, base::Instant now,
                                            const Rules& rules);

}  // namespace yc::domain
