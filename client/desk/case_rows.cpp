#include "client/desk/case_rows.h"

#include <algorithm>
#include <tuple>

#include "core/domain/clocks.h"

namespace yc::client::desk {

using domain::CaseClock;
using domain::CaseState;
using domain::ClockState;
using domain::LifeCycle;

namespace {

Text explained(const domain::ClockDay& day, const CaseClock& clock) {
    const std::string date = base::to_string(day.date);
    const std::string weekday = std::to_string(base::weekday_of(day.date));
    if (day.paused) return {"desk.clock.day_paused", {{"date", date}, {"weekday", weekday}}};
    if (!day.counts)
        return {day.date == base::date_of(clock.started) ? "desk.clock.day_start" : "desk.clock.day_free",
                {{"date", date}, {"weekday", weekday}}};
    return {"desk.clock.day_counts",
            {{"date", date}, {"weekday", weekday}, {"number", std::to_string(day.number)}}};
}

ClockView view_of(const CaseClock& clock, const CaseState& state, base::Instant now,
                  const domain::Rules& rules) {
    ClockView view;
    view.name = {"desk.clock." + std::string(base::to_name(clock.kind)), {}};
    view.due = clock.due;
    view.working_days_left = clock.remaining_working_days;
    view.running = clock.state == ClockState::running;
    view.paused = clock.state == ClockState::paused;
    view.met = clock.stopped && !clock.overdue;
    view.provisional = clock.provisional;
    if (clock.stopped) {
        view.text = {clock.overdue ? "desk.clock.ended_late" : "desk.clock.met",
                     {{"date", base::to_string(base::date_of(*clock.stopped))}}};
        view.tone = clock.overdue ? Tone::bad : Tone::good;
    } else {
        view.text = days_words(clock.remaining_working_days, view.paused);
        view.tone = days_tone(clock.remaining_working_days, view.paused);
    }
    for (const domain::ClockDay& day : domain::explain(clock, state, now, rules))
        view.explanation.push_back(explained(day, clock));
    return view;
}

std::string detail_of(const domain::EventBody& body) {
    if (!body.opinion.empty() && !body.reason.empty()) return body.opinion + "；" + body.reason;
    return body.opinion.empty() ? body.reason : body.opinion;
}

}  // namespace

Text event_words(domain::EventKind kind) {
    return {"desk.event." + std::string(base::to_name(kind)), {}};
}

Text state_words(const CaseState& state) {
    if ((state.life == LifeCycle::closed || state.life == LifeCycle::archived ||
         state.life == LifeCycle::decided || state.life == LifeCycle::ready) &&
        state.result)
        return {"desk.state." + std::string(base::to_name(state.life)) + "_result",
                {{"result", std::string(base::to_name(*state.result))}}};
    return {"desk.state." + std::string(base::to_name(state.life)), {}};
}

Tone state_tone(const CaseState& state) {
    switch (state.life) {
        case LifeCycle::supplement:
        case LifeCycle::supplement_in_review:
        case LifeCycle::special:
            return Tone::warn;
        case LifeCycle::ready:
            return Tone::good;
        case LifeCycle::closed:
        case LifeCycle::archived:
            return state.result == domain::CaseResult::granted ? Tone::good : Tone::plain;
        default:
            return Tone::plain;
    }
}

Text days_words(int working_days_left, bool paused) {
    if (paused) return {"desk.days.paused", {}};
    if (working_days_left < 0) return {"desk.days.overdue", {{"days", std::to_string(-working_days_left)}}};
    if (working_days_left == 0) return {"desk.days.today", {}};
    return {"desk.days.left", {{"days", std::to_string(working_days_left)}}};
}

Tone days_tone(int working_days_left, bool paused) {
    if (paused) return Tone::plain;
    if (working_days_left < 0) return Tone::bad;
    return working_days_left <= 1 ? Tone::warn : Tone::plain;
}

CaseRow row_of(const CaseState& state, base::Instant now, const domain::Rules& rules) {
    CaseRow row;
    row.case_id = state.id;
    row.case_no = state.registration.case_no;
    row.item_name = state.registration.item.name;
    row.applicant_name = state.registration.applicant.name;
    row.department_name = state.registration.department_name;
    row.life = state.life;
    row.state = state_words(state);
    row.state_tone = state_tone(state);
    row.received_at = state.first_received_at ? state.first_received_at : state.received_at;
    if (const auto clock = domain::pressing_clock(state, now, rules)) {
        const bool paused = clock->state == ClockState::paused;
        row.due = clock->due;
        row.working_days_left = clock->remaining_working_days;
        const bool past = clock->overdue && clock->remaining_working_days == 0;  // past today's office hours
        row.due_text = past ? Text{"desk.days.overdue_today", {}} : days_words(row.working_days_left, paused);
        row.due_tone = past ? Tone::bad : days_tone(row.working_days_left, paused);
    }
    return row;
}

std::vector<ClockView> clock_views(const CaseState& state, base::Instant now, const domain::Rules& rules) {
    std::vector<ClockView> views;
    for (const CaseClock& clock : domain::clocks_of(state, now, rules))
        views.push_back(view_of(clock, state, now, rules));
    return views;
}

std::vector<TimelineEntry> timeline_of(const std::vector<domain::CaseEvent>& events) {
    std::vector<TimelineEntry> entries;
    for (const domain::CaseEvent& event : events) {
        TimelineEntry entry;
        entry.at = event.at;
        entry.text = {"desk.timeline." + std::string(base::to_name(event.kind)),
                      {{"name", event.actor.name}}};
        entry.detail = detail_of(event.body);
        entry.whereabouts = event.seq ? Whereabouts::at_the_hub : Whereabouts::on_this_computer;
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool presses_more(const CaseRow& a, const CaseRow& b) {
    const auto key = [](const CaseRow& row) {
        return std::tuple(row.due.value_or(base::Instant::max()),
                          row.received_at.value_or(base::Instant::max()), row.case_no);
    };
    return key(a) < key(b);
}

}  // namespace yc::client::desk
