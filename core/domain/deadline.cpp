#include "core/domain/deadline.h"

#include <algorithm>

namespace yc::domain {

DayReason reason_of(DayKind kind) {
    switch (kind) {
        case DayKind::workday:
            return DayReason::workday;
        case DayKind::swapped_workday:
            return DayReason::swapped_workday;
        case DayKind::weekend:
            return DayReason::weekend;
        case DayKind::holiday:
            return DayReason::holiday;
        case DayKind::statutory:
            return DayReason::statutory;
    }
    return DayReason::workday;
}

namespace {

bool lies_in(base::Date date, const std::vector<DaySpan>& spans) {
    return std::ranges::any_of(spans,
                               [date](const DaySpan& span) { return span.from <= date && date <= span.to; });
}

/// Counts one day after another and keeps the explanation.
class Counter {
  public:
    Counter(Limit limit, base::Date from, const WorkCalendar& calendar, const CountingRules& rules,
            const std::vector<DaySpan>& paused)
        : limit_(limit), calendar_(calendar), rules_(rules), paused_(paused) {
        result_.from = from;
        result_.provisional = calendar.is_provisional(from);
    }

    Deadline run() && {
        auto date = result_.from;
        bool is_start = true;
        while (true) {
            add(date, is_start);
            if (finished()) break;
            date = base::add_days(date, 1);
            is_start = false;
        }
        result_.due = date;
        result_.due_at = base::at(date, rules_.hours.closes);
        return std::move(result_);
    }

  private:
    void add(base::Date date, bool is_start) {
        CountedDay day;
        day.date = date;
        day.reason = reason_for(date, is_start);
        day.counted = counts(day.reason);
        if (day.counted) day.number = ++counted_;
        day.festival = calendar_.festival_of(date);
        day.provisional = calendar_.is_provisional(date);
        result_.provisional = result_.provisional || day.provisional;
        result_.days.push_back(day);
    }

    static bool counts(DayReason reason) {
        return reason == DayReason::workday || reason == DayReason::swapped_workday ||
               reason == DayReason::calendar_day;
    }

    [[nodiscard]] DayReason reason_for(base::Date date, bool is_start) const {
        const auto own = reason_of(calendar_.kind_of(date));
        const bool working = counts(own);
        if (limit_.amount == 0) return is_start && working ? DayReason::start_day : own;
        if (is_start && !rules_.count_start_day) return DayReason::start_day;
        if (lies_in(date, paused_)) return DayReason::paused;
        if (limit_.unit == LimitUnit::working_day) return own;
        if (counted_ < limit_.amount - 1 || (counted_ == limit_.amount - 1 && working))
            return DayReason::calendar_day;
        return DayReason::rolled;
    }

    /// An on-the-spot limit ends with the first working day, any other with its last counted day.
    [[nodiscard]] bool finished() const {
        if (limit_.amount > 0) return counted_ >= limit_.amount;
        return calendar_.is_working_day(result_.days.back().date);
    }

    Limit limit_;
    const WorkCalendar& calendar_;
    const CountingRules& rules_;
    const std::vector<DaySpan>& paused_;
    Deadline result_;
    int counted_ = 0;
};

}  // namespace

Deadline deadline_of(Limit limit, base::Date from, const WorkCalendar& calendar, const CountingRules& rules,
                     const std::vector<DaySpan>& paused) {
    return Counter(limit, from, calendar, rules, paused).run();
}

Deadline deadline_of(Limit limit, base::Instant start, const WorkCalendar& calendar,
                     const CountingRules& rules, const std::vector<DaySpan>& paused) {
    return deadline_of(limit, base::date_of(start), calendar, rules, paused);
}

}  // namespace yc::domain
