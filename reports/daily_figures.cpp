#include "reports/daily_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "core/base/crypto.h"
#include "core/domain/clocks.h"

namespace yc::reports {

namespace {

using base::Instant;
using domain::CaseResult;
using domain::CaseState;
using domain::LifeCycle;

enum class Way { closed, declined, returned };

/// When a case came in and when and how it went out.
struct Passage {
    Instant in{};
    std::optional<Instant> out;
    Way way = Way::closed;
};

Way way_of(const CaseState& state) {
    const bool decided = state.result == CaseResult::granted || state.result == CaseResult::refused;
    if (state.decided_at || decided) return Way::closed;
    const bool declined = state.result == CaseResult::declined || state.result == CaseResult::not_required;
    return declined ? Way::declined : Way::returned;
}

/// None for a case that was never received. A case cannot leave before it came, whatever the clocks claimed.
std::optional<Passage> passage_of(const CaseState& state) {
    const auto in = state.first_received_at ? state.first_received_at
                    : state.accepted_at     ? state.accepted_at
                                            : state.decided_at;
    if (!in) return std::nullopt;
    Passage passage{*in, state.decided_at ? state.decided_at : state.closed_at, way_of(state)};
    if (passage.out) passage.out = std::max(*passage.out, passage.in);
    return passage;
}

struct Day {
    Instant from, to;
    explicit Day(base::Date day)
        : from(base::at(day, base::TimeOfDay{0})), to(base::at(base::add_days(day, 1), base::TimeOfDay{0})) {}
    [[nodiscard]] bool holds(Instant instant) const { return instant >= from && instant < to; }
};

void count_pending(DayCounts& counts, const CaseState& state, const Passage& passage, const Day& day,
                   const DueOf& due_of) {
    ++counts.closing_pending;
    if (const auto due = due_of(state); due && *due < day.to) ++counts.pending_overdue;
    if (passage.out) {
        ++counts.moved_since;
        return;
    }
    switch (state.life) {
        case LifeCycle::none:
        case LifeCycle::draft:
        case LifeCycle::pre_review:
        case LifeCycle::received:
            ++counts.pending_before_acceptance;
            break;
        case LifeCycle::supplement:
        case LifeCycle::supplement_in_review:
            ++counts.pending_supplement;
            break;
        case LifeCycle::special:
            ++counts.pending_paused;
            break;
        default:
            ++counts.pending_in_work;
    }
}

void count_promised(DayCounts& counts, const CaseState& state, const Passage& passage, const DueOf& due_of) {
    ++counts.promised;
    const auto due = due_of(state);
    if (!due)
        ++counts.no_limit;
    else if (base::date_of(*passage.out) < base::date_of(*due))
        ++counts.early;
    else if (*passage.out <= *due)
        ++counts.on_time;
    else
        ++counts.late;
    const domain::ItemTerms& item = state.registration.item;
    const bool in_working_days = item.promised.unit == domain::LimitUnit::working_day &&
                                 item.statutory.unit == domain::LimitUnit::working_day &&
                                 item.statutory.amount > 0;
    if (!in_working_days) return;
    counts.promised_days += item.promised.amount;
    counts.statutory_days += item.statutory.amount;
}

void count_closed(DayCounts& counts, const CaseState& state, const Passage& passage, const DueOf& due_of) {
    ++counts.closed;
    if (state.result == CaseResult::granted) ++counts.granted;
    if (state.result == CaseResult::refused) ++counts.refused;
    if (state.rating > 0) ++counts.rated;
    if (state.rating >= 1 && state.rating <= 3) ++counts.satisfied;
    if (state.decided_on_spot || state.registration.item.case_kind == domain::CaseKind::immediate)
        ++counts.on_the_spot;
    else
        count_promised(counts, state, passage, due_of);
}

void count_received(DayCounts& counts, const CaseState& state) {
    ++counts.received;
    if (state.registration.item.case_kind == domain::CaseKind::immediate) ++counts.received_immediate;
    for (const domain::SubmittedMaterial& material : state.materials) {
        if (material.necessity != domain::Necessity::required) continue;
        if (material.state == domain::MaterialState::not_needed) continue;
        ++counts.materials_required;
        if (material.state == domain::MaterialState::reused) ++counts.materials_reused;
    }
}

void count_case(DayCounts& counts, const CaseState& state, const Passage& passage, const Day& day,
                const DueOf& due_of) {
    if (passage.in >= day.to) return;
    if (passage.out && *passage.out < day.from) return;
    if (passage.in < day.from)
        ++counts.opening_pending;
    else
        count_received(counts, state);
    if (!passage.out || *passage.out >= day.to)
        count_pending(counts, state, passage, day, due_of);
    else if (passage.way == Way::closed)
        count_closed(counts, state, passage, due_of);
    else
        ++(passage.way == Way::declined ? counts.declined : counts.returned);
}

RegisterRow register_row(const CaseState& state, const Passage& passage, const Day& day) {
    const domain::Registration& registration = state.registration;
    const bool out_today = passage.out && day.holds(*passage.out);
    const auto name = out_today && state.result ? base::to_name(*state.result) : base::to_name(state.life);
    return {registration.case_no,
            registration.item.name,
            registration.department_name,
            registration.counter,
            passage.in,
            out_today ? passage.out : std::nullopt,
            std::string(name)};
}

std::vector<Rate> rates_of(const DayCounts& c) {
    return {{"immediate", c.on_the_spot, c.closed},
            {"early", c.early, c.promised},
            {"on_time", c.on_the_spot + c.early + c.on_time, c.closed},
            {"speed_up", c.statutory_days - c.promised_days, c.statutory_days},
            {"reuse", c.materials_reused, c.materials_required},
            {"rated", c.rated, c.closed},
            {"satisfied", c.satisfied, c.rated}};
}

/// Rows of a breakdown being counted, by id; a row that nothing of the day touched is left out.
class Breakdown {
  public:
    DayCounts& row(const std::string& id, const std::string& name) {
        DayRow& row = rows_[id];
        row.id = id;
        row.name = name;
        return row.counts;
    }
    std::vector<DayRow> take() {
        std::vector<DayRow> out;
        for (auto& [id, row] : rows_)
            if (row.counts != DayCounts{}) out.push_back(std::move(row));
        return out;
    }

  private:
    std::map<std::string, DayRow> rows_;
};

void put(std::string& text, const DayCounts& c) {
    for (const int64_t value : {c.opening_pending,
                                c.received,
                                c.received_immediate,
                                c.closed,
                                c.declined,
                                c.returned,
                                c.closing_pending,
                                c.granted,
                                c.refused,
                                c.on_the_spot,
                                c.promised,
                                c.early,
                                c.on_time,
                                c.late,
                                c.no_limit,
                                c.pending_before_acceptance,
                                c.pending_supplement,
                                c.pending_in_work,
                                c.pending_paused,
                                c.pending_overdue,
                                c.moved_since,
                                c.materials_required,
                                c.materials_reused,
                                c.promised_days,
                                c.statutory_days,
                                c.rated,
                                c.satisfied})
        fmt::format_to(std::back_inserter(text), "{},", value);
    text += '\n';
}

bool ends_case(domain::EventKind kind) {
    using enum domain::EventKind;
    static const std::set<domain::EventKind> kinds{
        decide_grant,     decide_refuse, decide_on_spot, decline,   not_required, supplement_overdue,
        tolerant_overdue, withdraw,      escalate,       void_case, abort_case};
    return kinds.contains(kind);
}

}  // namespace

DueOf promise_due_of(const domain::Rules& rules, Instant now) {
    return [&rules, now](const CaseState& state) -> std::optional<Instant> {
        const auto clock = domain::clock_of(state, domain::ClockKind::promise, now, rules);
        return clock ? std::optional(clock->due) : std::nullopt;
    };
}

DailyFigures count_day(std::span<const CaseState> cases, base::Date date, int64_t as_of_seq,
                       const DueOf& due_of) {
    const Day day(date);
    DailyFigures figures;
    figures.day = date;
    figures.as_of_seq = as_of_seq;
    Breakdown departments, counters, items;
    for (const CaseState& state : cases) {
        const auto passage = passage_of(state);
        if (!passage) continue;
        const domain::Registration& registration = state.registration;
        count_case(figures.total, state, *passage, day, due_of);
        count_case(departments.row(registration.department, registration.department_name), state, *passage,
                   day, due_of);
        count_case(counters.row(registration.counter, registration.counter), state, *passage, day, due_of);
        count_case(items.row(registration.item.code, registration.item.name), state, *passage, day, due_of);
        const bool in_today = day.holds(passage->in), out_today = passage->out && day.holds(*passage->out);
        const auto hour = [](Instant instant) { return size_t(base::time_of_day(instant).count() / 60); };
        if (in_today) ++figures.received_by_hour[hour(passage->in)];
        if (out_today && passage->way == Way::closed) ++figures.closed_by_hour[hour(*passage->out)];
        if (in_today || out_today) figures.cases.push_back(register_row(state, *passage, day));
    }
    figures.by_department = departments.take();
    figures.by_counter = counters.take();
    figures.by_item = items.take();
    std::sort(figures.cases.begin(), figures.cases.end(),
              [](const RegisterRow& a, const RegisterRow& b) { return a.case_no < b.case_no; });
    figures.rates = rates_of(figures.total);
    return figures;
}

LateEntries count_late(std::span<const domain::CaseEvent> events, base::Date day, int64_t previous_seq) {
    LateEntries late;
    std::set<std::string> cases;
    for (const domain::CaseEvent& event : events) {
        if (!event.seq || *event.seq <= previous_seq || base::date_of(event.at) >= day) continue;
        const bool received = event.kind == domain::EventKind::receive, finished = ends_case(event.kind);
        if (received) ++late.received;
        if (finished) ++late.finished;
        if (received || finished) cases.insert(event.case_id);
    }
    late.case_ids.assign(cases.begin(), cases.end());
    return late;
}

std::string digest_of(const DailyFigures& figures) {
    std::string text = fmt::format("{} {}\n", base::to_string(figures.day), figures.as_of_seq);
    put(text, figures.total);
    for (const auto* rows : {&figures.by_department, &figures.by_counter, &figures.by_item})
        for (const DayRow& row : *rows) {
            text += row.id + "\t" + row.name + "\t";
            put(text, row.counts);
        }
    for (const auto& hours : {figures.received_by_hour, figures.closed_by_hour})
        for (const int64_t count : hours) fmt::format_to(std::back_inserter(text), "{},", count);
    for (const RegisterRow& row : figures.cases)
        text += "\n" + row.case_no + "\t" + row.item + "\t" + base::to_string(row.received) + "\t" +
                (row.out ? base::to_string(*row.out) : "") + "\t" + row.outcome;
    for (const std::string& id : figures.late.case_ids) text += "\n" + id;
    return base::sha256_hex(text);
}

}  // namespace yc::reports
