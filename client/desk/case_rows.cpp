#include "client/desk/case_rows.h"

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

Text state_words(LifeCycle life, std::optional<domain::CaseResult> result) {
    const bool concluded = life == LifeCycle::closed || life == LifeCycle::archived ||
                           life == LifeCycle::decided || life == LifeCycle::ready;
    const std::string name(base::to_name(life));
    if (concluded && result)
        return {"desk.state." + name + "_result", {{"result", std::string(base::to_name(*result))}}};
    return {"desk.state." + name, {}};
}

Tone state_tone(LifeCycle life, std::optional<domain::CaseResult> result) {
    switch (life) {
        case LifeCycle::supplement:
        case LifeCycle::supplement_in_review:
        case LifeCycle::special:
            return Tone::warn;
        case LifeCycle::ready:
            return Tone::good;
        case LifeCycle::closed:
        case LifeCycle::archived:
            return result == domain::CaseResult::granted ? Tone::good : Tone::plain;
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

CaseRow row_of(const store::CaseRow& kept, base::Instant now, const domain::WorkCalendar& calendar) {
    CaseRow row;
    row.case_id = kept.case_id;
    row.case_no = kept.case_no;
    row.item_name = kept.item_name;
    row.applicant_name = kept.applicant_name;
    row.department_name = kept.department_name;
    row.package_name = kept.package_name;
    row.life = kept.life;
    row.state = state_words(kept.life, kept.result);
    row.state_tone = state_tone(kept.life, kept.result);
    row.received_at = kept.received_at;
    row.pages_pending = kept.pages_pending > 0;
    row.whereabouts = kept.refused > 0  ? Whereabouts::refused
                      : kept.unsent > 0 ? Whereabouts::on_this_computer
                                        : Whereabouts::at_the_hub;
    if (!kept.due_at) return row;
    const bool paused = kept.clock == ClockState::paused;
    row.due = kept.due_at;
    row.working_days_left = calendar.working_days_between(base::date_of(now), base::date_of(*kept.due_at));
    const bool past_hours = !paused && row.working_days_left == 0 && now > *kept.due_at;
    row.due_text =
        past_hours ? Text{"desk.days.overdue_today", {}} : days_words(row.working_days_left, paused);
    row.due_tone = past_hours ? Tone::bad : days_tone(row.working_days_left, paused);
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

}  // namespace yc::client::desk
