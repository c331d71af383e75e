#include "core/domain/deadline.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace yc;
using domain::DayReason;
using domain::deadline_of;
using domain::Limit;
using domain::LimitUnit;

namespace {

const auto& national() {
    return domain::WorkCalendar::national();
}

base::Date day(const char* text) {
    return *base::parse_date(text);
}

std::string due(Limit limit, const char* from, const domain::CountingRules& rules = {},
                const std::vector<domain::DaySpan>& paused = {}) {
    return base::to_minute_string(deadline_of(limit, day(from), national(), rules, paused).due_at);
}

constexpr Limit working(int days) {
    return {days, LimitUnit::working_day};
}
constexpr Limit calendar(int days) {
    return {days, LimitUnit::calendar_day};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deadline_tests)

BOOST_AUTO_TEST_CASE(a_limit_ends_with_the_office_hours_of_its_last_day) {
    BOOST_TEST(due(working(5), "2024-09-13") == "2024-09-23 17:00");
    domain::CountingRules rules;
    rules.hours.closes = base::TimeOfDay{17 * 60 + 30};
    BOOST_TEST(due(working(5), "2024-09-13", rules) == "2024-09-23 17:30");
    rules.count_start_day = true;
    BOOST_TEST(due(working(1), "2024-09-13", rules) == "2024-09-13 17:30");
    BOOST_TEST(due(working(1), "2026-11-21", rules) == "2026-11-23 17:30");
}

BOOST_AUTO_TEST_CASE(the_explanation_names_every_day) {
    const auto deadline = deadline_of(working(2), day("2026-10-09"), national());
    const std::vector<std::pair<DayReason, int>> expected{{DayReason::start_day, 0},
                                                          {DayReason::swapped_workday, 1},
                                                          {DayReason::weekend, 0},
                                                          {DayReason::workday, 2}};
    BOOST_TEST_REQUIRE(deadline.days.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST((deadline.days[i].reason == expected[i].first), i);
        BOOST_TEST(deadline.days[i].number == expected[i].second, i);
        BOOST_TEST(deadline.days[i].counted == (expected[i].second > 0), i);
    }
    BOOST_TEST(!deadline.provisional);
}

BOOST_AUTO_TEST_CASE(past_the_last_notice_it_is_provisional) {
    const auto deadline = deadline_of(working(1), day("2026-12-31"), national());
    BOOST_TEST(base::to_string(deadline.due) == "2027-01-04");
    BOOST_TEST(deadline.provisional);
    BOOST_TEST((deadline.days[1].reason == DayReason::statutory));
    BOOST_TEST(!deadline.days[0].provisional);
    BOOST_TEST(deadline.days[1].provisional);
}

BOOST_AUTO_TEST_CASE(calendar_days_run_through_and_roll_at_the_end) {
    BOOST_TEST(due(calendar(3), "2026-11-16") == "2026-11-19 17:00");
    BOOST_TEST(due(calendar(5), "2026-11-16") == "2026-11-23 17:00");  // day 5 is a Saturday
    const auto deadline = deadline_of(calendar(5), day("2026-11-16"), national());
    BOOST_TEST((deadline.days[5].reason == DayReason::rolled));
    BOOST_TEST(deadline.days.back().number == 5);
}

BOOST_AUTO_TEST_CASE(on_the_spot_is_the_same_day_or_the_next_open_one) {
    BOOST_TEST(due(working(0), "2026-11-20") == "2026-11-20 17:00");
    BOOST_TEST(due(working(0), "2026-11-21") == "2026-11-23 17:00");
}

BOOST_AUTO_TEST_CASE(paused_days_do_not_count) {
    const std::vector<domain::DaySpan> paused{{day("2026-11-17"), day("2026-11-18")}};
    BOOST_TEST(due(working(3), "2026-11-16", {}, paused) == "2026-11-23 17:00");
    BOOST_TEST(due(working(3), "2026-11-16") == "2026-11-19 17:00");
}

BOOST_AUTO_TEST_CASE(a_moment_counts_by_its_day_in_china) {
    const auto late = *base::parse_instant("2026-11-16T23:30:00Z");  // the 17th in China
    BOOST_TEST(base::to_string(deadline_of(working(1), late, national()).due) == "2026-11-18");
}

BOOST_AUTO_TEST_CASE(explanation_and_calendar_agree) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 500; ++round) {
        const auto from = base::add_days(base::make_date(2007, 1, 1), static_cast<int>(random() % 9000));
        const int days = 1 + static_cast<int>(random() % 60);
        const auto deadline = deadline_of(working(days), from, national());
        BOOST_TEST_REQUIRE((deadline.due == national().add_working_days(from, days)));
        int counted = 0;
        for (const auto& entry : deadline.days) {
            counted += entry.counted ? 1 : 0;
            BOOST_TEST_REQUIRE((!entry.counted || national().is_working_day(entry.date)));
        }
        BOOST_TEST_REQUIRE(counted == days);
        BOOST_TEST_REQUIRE(deadline.days.size() ==
                           static_cast<size_t>(base::days_between(from, deadline.due)) + 1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
