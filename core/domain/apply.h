#pragma once
#include <span>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_state.h"
#include "core/domain/policy.h"

namespace yc::domain {

class WorkCalendar;

/// What the rules of a case need to know besides the case.
struct Rules {
    const WorkCalendar& calendar;
    const Policy& policy;
};

/// The case after a NEW event, or why the table forbids it: case.not_allowed {event, state}, case.wrong_actor
/// {event}, case.offline.*, or the error of a guard (case.guard.*). Pure; safe from any thread.
[[nodiscard]] base::Result<CaseState> apply(const CaseState& state, const CaseEvent& event,
                                            const Rules& rules);

/// The case after an event that the hub has accepted before. Only that the table has the step is checked:
/// what was lawful under the policy and calendar of its day stays in the record. Error: case.not_allowed.
[[nodiscard]] base::Result<CaseState> apply_recorded(const CaseState& state, const CaseEvent& event,
                                                     const Rules& rules);

/// A case from its record, in the order given (the hub's sequence). Errors as apply_recorded.
[[nodiscard]] base::Result<CaseState> replay(std::span<const CaseEvent> events, const Rules& rules);

/// A new event with what the hub must commit before it, and the case after all of them.
struct Admission {
    std::vector<CaseEvent>
        compensations;  ///< `compensate` events of the hub at `now`, in order; usually none
    CaseState state;
};

/// apply() with the right of late acts: an act whose legal time `at` precedes what the hub has concluded
/// meanwhile (deemed acceptance, lapse, card) is admitted and the conclusion compensated; only missing
/// authority is refused. The hub admits every event of a client through this. Errors as apply().
[[nodiscard]] base::Result<Admission> admit(const CaseState& state, const CaseEvent& event,
                                            const Rules& rules, base::Instant now);

/// The compensations that `late_event` needs on this state, as bodies of `compensate` events: `concerns` is
/// the id of the conclusion or card taken back (empty for effect record), `document` the id of the late
/// event, `reason_code` the LateEffect. Empty when it needs none, or when none could help it.
[[nodiscard]] std::vector<EventBody> compensation_for(const CaseState& state, const CaseEvent& late_event,
                                                      const Rules& rules);

/// The case as a store shows it that has events the hub has not: `confirmed` in the hub's order, then
/// `pending` in the device's. A pending event that cannot stand (any more) is left out and told.
struct LocalView {
    CaseState state;
    std::vector<std::pair<std::string, base::Error>> refused;  ///< id of the pending event, reason
};
[[nodiscard]] base::Result<LocalView> replay_with_pending(std::span<const CaseEvent> confirmed,
                                                          std::span<const CaseEvent> pending,
                                                          const Rules& rules);

/// The kinds of event that the table and the guards on state and person let this actor do now, in table
/// order; what the content of the event must hold is judged by apply(). For the actions a window offers.
[[nodiscard]] std::vector<EventKind> allowed_events(const CaseState& state, const Actor& actor, bool offline,
                                                    base::Instant now, const Rules& rules);

/// Whether the offline column lets this be done without the hub. Errors: case.offline.never,
/// case.offline.on_spot_only, case.offline.no_authority, case.offline.authority_expired,
/// case.offline.number_limited.
[[nodiscard]] base::Result<void> check_offline(const CaseState& state, EventKind kind, const Actor& actor,
                                               base::Instant at);

}  // namespace yc::domain
