#include "core/domain/cards.h"

#include <algorithm>

#include "core/domain/work_calendar.h"

namespace yc::domain {
namespace {

using base::Date;
using base::Instant;

/// The day `days` working days before `due`.
Date working_days_before(Date due, int days, const WorkCalendar& calendar) {
    Date day = due;
    while (days > 0) {
        day = base::add_days(day, -1);
        if (calendar.is_working_day(day)) --days;
    }
    return day;
}

/// The instant from which a rule asks for its card.
Instant since(const CardRule& rule, const CaseClock& clock, const Rules& rules) {
    const Date due = base::date_of(clock.due);
    if (rule.working_days_past == 0) return clock.due + std::chrono::milliseconds{1};
    if (rule.working_days_past > 0)
        return base::at(rules.calendar.add_working_days(due, rule.working_days_past),
                        rules.policy.counting.hours.closes) +
               std::chrono::milliseconds{1};
    const Date day = working_days_before(due, -rule.working_days_past, rules.calendar);
    return std::max(clock.started, base::at(day, base::TimeOfDay{0}));
}

bool has_card(const CaseState& state, const CardDue& wanted) {
    return std::any_of(state.cards.begin(), state.cards.end(), [&](const Card& card) {
        return card.kind == wanted.kind && card.clock == wanted.clock && card.due == wanted.due;
    });
}

/// A limit that was passed stays passed when it ends afterwards; warning of one that has ended is idle.
bool is_due(const CardRule& rule, const CaseClock& clock, Instant when, Instant now) {
    if (clock.state == ClockState::paused || clock.state == ClockState::idle) return false;
    if (rule.working_days_past < 0)
        return clock.state == ClockState::running && when <= now && now <= clock.due;
    return when <= clock.stopped.value_or(now);
}

ConclusionDue conclusion(EventKind kind, const CaseClock& clock, std::string_view outcome) {
    ConclusionDue out{kind, clock.due + std::chrono::milliseconds{1}, {}};
    out.body.reason_code = outcome;
    return out;
}

}  // namespace

std::vector<CardDue> cards_due(const CaseState& state, Instant now, const Rules& rules) {
    std::vector<CardDue> out;
    if (state.life == LifeCycle::closed || state.life == LifeCycle::archived) return out;
    for (const CardRule& rule : rules.policy.card_rules) {
        const auto clock = clock_of(state, rule.clock, now, rules);
        if (!clock) continue;
        const CardDue card{rule.kind, rule.clock, since(rule, *clock, rules), base::date_of(clock->due)};
        if (is_due(rule, *clock, card.since, now) && !has_card(state, card)) out.push_back(card);
    }
    return out;
}

EventBody card_body(const CardDue& card) {
    EventBody body;
    body.reason_code = base::to_name(card.clock);
    body.deadline = card.due;
    return body;
}

std::vector<ConclusionDue> conclusions_due(const CaseState& state, Instant now, const Rules& rules) {
    std::vector<ConclusionDue> out;
    const auto expired = [&](ClockKind kind) {
        auto clock = clock_of(state, kind, now, rules);
        return clock && clock->state == ClockState::running && now > clock->due ? clock : std::nullopt;
    };
    if (state.life == LifeCycle::received)
        if (const auto clock = expired(ClockKind::reply))
            out.push_back(conclusion(EventKind::deem_accepted, *clock, ""));
    if (state.life == LifeCycle::supplement)
        if (const auto clock = expired(ClockKind::supplement))
            out.push_back(conclusion(EventKind::supplement_overdue, *clock,
                                     base::to_name(rules.policy.supplement_overdue_outcome)));
    if (!state.deferred_codes.empty())
        if (const auto clock = expired(ClockKind::tolerant))
            out.push_back(conclusion(EventKind::tolerant_overdue, *clock,
                                     base::to_name(rules.policy.tolerant_overdue_outcome)));
    return out;
}

}  // namespace yc::domain
