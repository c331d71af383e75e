#include "core/domain/clocks.h"

#include <algorithm>

#include "core/domain/work_calendar.h"

namespace yc::domain {
namespace {

using base::Date;
using base::Instant;

/// The days that a case's pauses leave out. Counting works by whole days like that of the start: the day on
/// which a pause begins still counts, the day on which it ends does not.
std::vector<DaySpan> paused_days(const CaseState& state, Instant now) {
    std::vector<DaySpan> spans;
    for (const Pause& pause : state.pauses) {
        const Date first = base::add_days(base::date_of(pause.from), 1);
        const Date last = base::date_of(std::max(pause.from, pause.to.value_or(now)));
        if (first <= last) spans.push_back({first, last});
    }
    return spans;
}

Deadline reckon(const CaseClock& clock, const CaseState& state, Instant now, const Rules& rules) {
    const auto pauses = clock.kind == ClockKind::promise || clock.kind == ClockKind::statutory
                            ? paused_days(state, now)
                            : std::vector<DaySpan>{};
    const CountingRules& counting = rules.policy.counting;
    Limit whole = clock.limit;
    if (whole.unit == LimitUnit::working_day) whole.amount += clock.extension_days;
    Deadline deadline = deadline_of(whole, clock.started, rules.calendar, counting, pauses);
    if (whole.unit == LimitUnit::working_day || clock.extension_days == 0) return deadline;
    Deadline extended = deadline_of({clock.extension_days, LimitUnit::working_day}, deadline.due,
                                    rules.calendar, {false, counting.hours}, pauses);
    deadline.days.insert(deadline.days.end(), extended.days.begin() + 1, extended.days.end());
    extended.days = std::move(deadline.days);
    extended.from = deadline.from;
    extended.provisional = extended.provisional || deadline.provisional;
    return extended;
}

int count_paused(const Deadline& deadline) {
    return static_cast<int>(
        std::count_if(deadline.days.begin(), deadline.days.end(),
                      [](const CountedDay& day) { return day.reason == DayReason::paused; }));
}

/// Fills in all that follows from kind, start, limit, extension and end.
CaseClock derive(CaseClock clock, const CaseState& state, Instant now, const Rules& rules) {
    const Deadline deadline = reckon(clock, state, now, rules);
    clock.due = deadline.due_at;
    clock.provisional = deadline.provisional;
    clock.paused_days = count_paused(deadline);
    if (clock.stopped) clock.stopped = std::max(*clock.stopped, clock.started);
    const Instant measured = clock.stopped.value_or(now);
    clock.overdue = measured > clock.due;
    clock.remaining_working_days =
        rules.calendar.working_days_between(base::date_of(measured), base::date_of(clock.due));
    return clock;
}

/// A clock whose last day a notice has set.
CaseClock set_by_date(ClockKind kind, Instant started, Date last, const Rules& rules) {
    CaseClock clock{.kind = kind, .started = started};
    clock.limit.amount = std::max(0, rules.calendar.working_days_between(base::date_of(started), last));
    clock.due = base::at(last, rules.policy.counting.hours.closes);
    clock.provisional = rules.calendar.is_provisional(last);
    return clock;
}

CaseClock measure(CaseClock clock, Instant now, const Rules& rules) {
    const Instant measured = clock.stopped.value_or(now);
    clock.overdue = measured > clock.due;
    clock.remaining_working_days =
        rules.calendar.working_days_between(base::date_of(measured), base::date_of(clock.due));
    return clock;
}

std::optional<Instant> reply_end(const CaseState& state) {
    if (state.life == LifeCycle::received) return std::nullopt;
    if (state.deemed_accepted)
        for (const Conclusion& made : state.conclusions)
            if (made.kind == EventKind::deem_accepted && !made.compensated) return made.at;
    if (state.notified_since_receipt) return state.notified_at;
    if (state.accepted_at) return state.accepted_at;
    return state.closed_at;
}

std::optional<CaseClock> reply_clock(const CaseState& state, Instant now, const Rules& rules) {
    if (!state.received_at) return std::nullopt;
    CaseClock clock{.kind = ClockKind::reply, .started = *state.received_at};
    clock.limit = {rules.policy.reply_days, LimitUnit::working_day};
    clock.stopped = reply_end(state);
    clock.state = clock.stopped ? ClockState::stopped : ClockState::running;
    return derive(clock, state, now, rules);
}

std::optional<CaseClock> handling_clock(const CaseState& state, ClockKind kind, Instant now,
                                        const Rules& rules) {
    if (!state.accepted_at) return std::nullopt;
    const ItemTerms& item = state.registration.item;
    CaseClock clock{.kind = kind, .started = *state.accepted_at};
    clock.limit = kind == ClockKind::promise ? item.promised : item.statutory;
    const bool on_the_spot = kind == ClockKind::promise && item.case_kind == CaseKind::immediate;
    if (clock.limit.amount <= 0 && !on_the_spot) return std::nullopt;
    clock.extension_days = state.extension_days;
    clock.stopped = state.decided_at ? state.decided_at : state.closed_at;
    clock.state = clock.stopped ? ClockState::stopped : state.clock;
    return derive(clock, state, now, rules);
}

std::optional<CaseClock> tolerant_clock(const CaseState& state, Instant now, const Rules& rules) {
    if (!state.tolerant_deadline || !state.accepted_at) return std::nullopt;
    CaseClock clock = set_by_date(ClockKind::tolerant, *state.accepted_at, *state.tolerant_deadline, rules);
    clock.stopped =
        state.owed_filled_at ? state.owed_filled_at : (state.decided_at ? state.decided_at : state.closed_at);
    clock.state = clock.stopped ? ClockState::stopped : ClockState::running;
    return measure(clock, now, rules);
}

std::optional<CaseClock> delivery_clock(const CaseState& state, Instant now, const Rules& rules) {
    if (!state.decided_at || state.result != CaseResult::granted) return std::nullopt;
    CaseClock clock{.kind = ClockKind::delivery, .started = *state.decided_at};
    clock.limit = {rules.policy.delivery_days, LimitUnit::working_day};
    clock.stopped = state.closed_at;
    clock.state = clock.stopped ? ClockState::stopped : ClockState::running;
    return derive(clock, state, now, rules);
}

std::optional<CaseClock> supplement_clock(const CaseState& state, Instant now, const Rules& rules) {
    const bool asked = state.life == LifeCycle::supplement || state.life == LifeCycle::supplement_in_review;
    if (!asked || !state.supplement_deadline || !state.notified_at) return std::nullopt;
    return measure(set_by_date(ClockKind::supplement, *state.notified_at, *state.supplement_deadline, rules),
                   now, rules);
}

std::optional<CaseClock> special_clock(const CaseState& state, Instant now, const Rules& rules) {
    if (state.life != LifeCycle::special || !state.special_since) return std::nullopt;
    CaseClock clock{.kind = ClockKind::special, .started = *state.special_since};
    clock.limit = {state.special_days, LimitUnit::working_day};
    return derive(clock, state, now, rules);
}

/// The days up to a date that a notice has set.
std::vector<ClockDay> explain_set_date(const CaseClock& clock, const Rules& rules) {
    std::vector<ClockDay> out;
    int number = 0;
    const Date start = base::date_of(clock.started);
    for (Date day = start; day <= base::date_of(clock.due); day = base::add_days(day, 1)) {
        const bool counts = day != start && rules.calendar.is_working_day(day);
        const DayReason reason = day == start ? DayReason::start_day : reason_of(rules.calendar.kind_of(day));
        out.push_back({day, counts, false, counts ? ++number : 0, reason});
    }
    return out;
}

}  // namespace

std::optional<CaseClock> clock_of(const CaseState& state, ClockKind kind, Instant now, const Rules& rules) {
    switch (kind) {
        case ClockKind::reply:
            return reply_clock(state, now, rules);
        case ClockKind::promise:
        case ClockKind::statutory:
            return handling_clock(state, kind, now, rules);
        case ClockKind::tolerant:
            return tolerant_clock(state, now, rules);
        case ClockKind::delivery:
            return delivery_clock(state, now, rules);
        case ClockKind::supplement:
            return supplement_clock(state, now, rules);
        case ClockKind::special:
            return special_clock(state, now, rules);
    }
    return std::nullopt;
}

std::vector<CaseClock> clocks_of(const CaseState& state, Instant now, const Rules& rules) {
    std::vector<CaseClock> out;
    for (const auto& entry : names_of(ClockKind{}))
        if (auto clock = clock_of(state, entry.value, now, rules)) out.push_back(*clock);
    return out;
}

std::optional<CaseClock> pressing_clock(const CaseState& state, Instant now, const Rules& rules) {
    std::optional<CaseClock> out;
    for (const CaseClock& clock : clocks_of(state, now, rules)) {
        if (clock.state == ClockState::stopped || clock.state == ClockState::idle) continue;
        if (!out || clock.due < out->due) out = clock;
    }
    return out;
}

std::vector<ClockDay> explain(const CaseClock& clock, const CaseState& state, Instant now,
                              const Rules& rules) {
    if (clock.kind == ClockKind::supplement || clock.kind == ClockKind::tolerant)
        return explain_set_date(clock, rules);
    std::vector<ClockDay> out;
    for (const CountedDay& day : reckon(clock, state, now, rules).days)
        out.push_back({day.date, day.counted, day.reason == DayReason::paused, day.number, day.reason});
    return out;
}

}  // namespace yc::domain
