#include "reports/daily_figures.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "core/domain/apply.h"
#include "core/domain/policy.h"
#include "core/domain/work_calendar.h"
#include "tests/reports/random_day.h"

using namespace yc;
using namespace yc::reports;
using domain::CaseResult;
using domain::LifeCycle;

BOOST_TEST_DONT_PRINT_LOG_VALUE(DayCounts)

namespace {

base::Instant instant(const char* text) {
    return base::parse_instant(text).value();
}
const base::Date day = base::make_date(2026, 11, 20);
const DueOf no_due = [](const domain::CaseState&) { return std::nullopt; };

domain::CaseState received(const char* at) {
    domain::CaseState state;
    state.life = LifeCycle::received;
    state.first_received_at = state.received_at = instant(at);
    return state;
}

DayCounts count(const domain::CaseState& state, const DueOf& due = no_due) {
    return count_day(std::span(&state, 1), day, 0, due).total;
}

/// The books kept another way: walk through every instant at which something happened and move each case
/// between two heaps, then look at the heaps.
struct Heaps {
    int64_t opening = 0, received = 0, closed = 0, declined = 0, returned = 0, closing = 0;

    static Heaps recount(const std::vector<domain::CaseState>& cases, base::Date date) {
        Heaps heaps;
        for (const auto& state : cases) {
            const auto in_day = in_of(state);
            if (!in_day) continue;
            const auto out_day = std::max(*in_day, out_of(state).value_or(base::make_date(9999, 1, 1)));
            const bool was_here = *in_day < date && out_day >= date, came = *in_day == date,
                       went = out_day == date;
            heaps.opening += was_here;
            heaps.received += came;
            if (!was_here && !came) continue;
            if (!went)
                ++heaps.closing;
            else if (state.decided_at || state.result == CaseResult::granted ||
                     state.result == CaseResult::refused)
                ++heaps.closed;
            else if (state.result == CaseResult::declined || state.result == CaseResult::not_required)
                ++heaps.declined;
            else
                ++heaps.returned;
        }
        return heaps;
    }

  private:
    static std::optional<base::Date> in_of(const domain::CaseState& state) {
        for (const auto& instant : {state.first_received_at, state.accepted_at, state.decided_at})
            if (instant) return base::date_of(*instant);
        return std::nullopt;
    }
    static std::optional<base::Date> out_of(const domain::CaseState& state) {
        const auto out = state.decided_at ? state.decided_at : state.closed_at;
        return out ? std::optional(base::date_of(*out)) : std::nullopt;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(daily_figures_tests)

BOOST_AUTO_TEST_CASE(an_open_case_is_pending_from_the_day_it_came) {
    BOOST_TEST(count(received("2026-11-20T00:00:00+08:00")).received == 1);
    BOOST_TEST(count(received("2026-11-20T23:59:59+08:00")).closing_pending == 1);
    BOOST_TEST(count(received("2026-11-19T23:59:59+08:00")).opening_pending == 1);
    BOOST_TEST((count(received("2026-11-21T00:00:00+08:00")) == DayCounts{}));
}

BOOST_AUTO_TEST_CASE(a_draft_does_not_count) {
    domain::CaseState draft;
    draft.life = LifeCycle::draft;
    draft.registered_at = instant("2026-11-20T09:00:00+08:00");
    BOOST_TEST((count(draft) == DayCounts{}));
}

BOOST_AUTO_TEST_CASE(a_decided_case_is_out_at_its_decision) {
    auto state = received("2026-11-18T09:00:00+08:00");
    state.decided_at = instant("2026-11-19T09:00:00+08:00");
    state.result = CaseResult::granted;
    state.closed_at = instant("2026-11-20T09:00:00+08:00");
    BOOST_TEST((count(state) == DayCounts{}));
    state.decided_at = instant("2026-11-20T09:00:00+08:00");
    BOOST_TEST(count(state).closed == 1);
    BOOST_TEST(count(state).opening_pending == 1);
    BOOST_TEST(count(state).granted == 1);
}

BOOST_AUTO_TEST_CASE(every_result_falls_in_one_term) {
    for (const auto& [result, name] : names_of(CaseResult{})) {
        auto state = received("2026-11-20T09:00:00+08:00");
        state.life = LifeCycle::closed;
        state.result = result;
        state.closed_at = instant("2026-11-20T10:00:00+08:00");
        const DayCounts counts = count(state);
        BOOST_TEST(counts.closed + counts.declined + counts.returned == 1, name);
        BOOST_TEST(counts.closing_pending == 0, name);
    }
}

BOOST_AUTO_TEST_CASE(every_open_state_is_pending_in_one_group) {
    for (const auto& [life, name] : names_of(LifeCycle{})) {
        auto state = received("2026-11-20T09:00:00+08:00");
        state.life = life;
        const DayCounts c = count(state);
        BOOST_TEST(c.closing_pending == 1, name);
        BOOST_TEST(
            c.pending_before_acceptance + c.pending_supplement + c.pending_in_work + c.pending_paused == 1,
            name);
    }
}

BOOST_AUTO_TEST_CASE(early_on_time_and_late_go_by_the_due_instant) {
    auto state = received("2026-11-16T09:00:00+08:00");
    state.result = CaseResult::granted;
    const auto judged = [&](const char* decided) {
        state.decided_at = instant(decided);
        const DayCounts c = count(state, [](const auto&) { return instant("2026-11-20T17:00:00+08:00"); });
        return std::string(c.early ? "early" : c.on_time ? "on_time" : c.late ? "late" : "?");
    };
    BOOST_TEST(judged("2026-11-20T16:59:00+08:00") == "on_time");
    BOOST_TEST(judged("2026-11-20T17:00:00+08:00") == "on_time");
    BOOST_TEST(judged("2026-11-20T17:00:01+08:00") == "late");
    state.decided_at = instant("2026-11-20T10:00:00+08:00");
    BOOST_TEST(count(state, [](const auto&) { return instant("2026-11-23T17:00:00+08:00"); }).early == 1);
}

/// The domain's own clock gives the due instant: accepted on Friday, five working days end on Friday of the
/// week after.
BOOST_AUTO_TEST_CASE(the_due_instant_comes_from_the_clocks) {
    const domain::Policy policy;
    const domain::Rules rules{domain::WorkCalendar::national(), policy};
    auto state = received("2026-11-13T09:00:00+08:00");
    state.accepted_at = state.first_received_at;
    state.registration.item.promised = {5};
    state.registration.item.statutory = {20};
    state.life = LifeCycle::in_review;
    const auto due = promise_due_of(rules, instant("2026-11-16T09:00:00+08:00"))(state);
    BOOST_REQUIRE(due.has_value());
    BOOST_TEST(base::to_string(base::date_of(*due)) == "2026-11-20");
}

BOOST_AUTO_TEST_CASE(rates_keep_what_they_are_made_of) {
    auto state = received("2026-11-20T09:00:00+08:00");
    state.decided_at = instant("2026-11-20T09:10:00+08:00");
    state.result = CaseResult::granted;
    state.decided_on_spot = true;
    state.rating = 5;
    const DailyFigures figures = count_day(std::span(&state, 1), day, 7, no_due);
    BOOST_TEST(figures.as_of_seq == 7);
    BOOST_REQUIRE(!figures.rates.empty());
    BOOST_TEST(figures.rates[0].key == "immediate");
    BOOST_TEST(figures.rates[0].value().value() == 1.0);
    BOOST_TEST(!figures.rates[1].value().has_value());
    BOOST_TEST(figures.rates[6].numerator == 0);
    BOOST_TEST(figures.rates[6].denominator == 1);
}

/// The balance adds up for whatever cases there are, day after day: the closing of a day is the opening of
/// the next.
BOOST_AUTO_TEST_CASE(random_cases_balance_on_every_day) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 60; ++round) {
        const auto cases = tests::random_cases(random, random() % 120);
        std::optional<int64_t> yesterday;
        for (int i = 0; i < 8; ++i) {
            const base::Date date = base::add_days(tests::first_day, i);
            const DailyFigures figures = count_day(cases, date, 0, tests::some_due);
            const DayCounts& c = figures.total;
            BOOST_TEST(c.balances());
            if (yesterday) BOOST_TEST(c.opening_pending == *yesterday);
            yesterday = c.closing_pending;
            const Heaps heaps = Heaps::recount(cases, date);
            BOOST_TEST(c.opening_pending == heaps.opening);
            BOOST_TEST(c.received == heaps.received);
            BOOST_TEST(c.closed == heaps.closed);
            BOOST_TEST(c.declined == heaps.declined);
            BOOST_TEST(c.returned == heaps.returned);
            BOOST_TEST(c.closing_pending == heaps.closing);
            BOOST_TEST(c.on_the_spot + c.promised == c.closed);
            BOOST_TEST(c.early + c.on_time + c.late + c.no_limit == c.promised);
            BOOST_TEST(c.pending_before_acceptance + c.pending_supplement + c.pending_in_work +
                           c.pending_paused + c.moved_since ==
                       c.closing_pending);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_parts_add_up_to_the_whole) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const auto cases = tests::random_cases(random, 300);
    const DailyFigures figures = count_day(cases, base::add_days(tests::first_day, 3), 0, tests::some_due);
    for (const auto* rows : {&figures.by_department, &figures.by_counter, &figures.by_item}) {
        int64_t opening = 0, received_sum = 0, closed = 0, closing = 0;
        for (const DayRow& row : *rows) {
            BOOST_TEST(row.counts.balances());
            opening += row.counts.opening_pending;
            received_sum += row.counts.received;
            closed += row.counts.closed;
            closing += row.counts.closing_pending;
        }
        BOOST_TEST(opening == figures.total.opening_pending);
        BOOST_TEST(received_sum == figures.total.received);
        BOOST_TEST(closed == figures.total.closed);
        BOOST_TEST(closing == figures.total.closing_pending);
    }
    int64_t by_hour = 0;
    for (const int64_t count : figures.received_by_hour) by_hour += count;
    BOOST_TEST(by_hour == figures.total.received);
}

BOOST_AUTO_TEST_CASE(the_digest_changes_with_any_figure_and_not_without) {
    std::mt19937 random(7);
    auto cases = tests::random_cases(random, 40);
    const auto digest = [&] { return digest_of(count_day(cases, tests::first_day, 1, tests::some_due)); };
    const std::string before = digest();
    BOOST_TEST(before.size() == 64u);
    std::shuffle(cases.begin(), cases.end(), random);
    BOOST_TEST(digest() == before);
    cases.push_back(received("2026-11-16T09:00:00+08:00"));
    cases.back().registration.case_no = "x";
    BOOST_TEST(digest() != before);
}

BOOST_AUTO_TEST_CASE(late_entries_are_those_of_earlier_days_with_newer_sequences) {
    domain::CaseEvent event;
    event.case_id = "c1";
    event.kind = domain::EventKind::receive;
    event.at = instant("2026-11-19T16:00:00+08:00");
    event.seq = 50;
    domain::CaseEvent closing = event;
    closing.kind = domain::EventKind::decline;
    closing.seq = 51;
    domain::CaseEvent today = event;
    today.at = instant("2026-11-20T16:00:00+08:00");
    domain::CaseEvent known = event;
    known.seq = 40;
    domain::CaseEvent unsent = event;
    unsent.seq.reset();
    const LateEntries late = count_late(std::vector{event, closing, today, known, unsent}, day, 49);
    BOOST_TEST(late.received == 1);
    BOOST_TEST(late.finished == 1);
    BOOST_TEST(late.case_ids == std::vector<std::string>{"c1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
