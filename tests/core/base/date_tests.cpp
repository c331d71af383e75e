#include "core/base/date.h"

#include <boost/test/unit_test.hpp>

using namespace yc::base;

BOOST_AUTO_TEST_SUITE(date_tests)

BOOST_AUTO_TEST_CASE(days_go_to_text_and_back) {
    for (const char* text : {"2026-11-22", "2024-02-29", "1900-01-01"})
        BOOST_TEST(to_string(parse_date(text).value()) == text);
    for (const char* bad :
         {"2026-02-29", "2026-13-01", "2026-1-1", "20261122", "", "2026-11-22x", "2026/11/22"})
        BOOST_TEST(parse_date(bad).error().code == "date.invalid", bad);
}

BOOST_AUTO_TEST_CASE(day_arithmetic) {
    const Date day = make_date(2024, 2, 28);
    BOOST_TEST(to_string(add_days(day, 2)) == "2024-03-01");
    BOOST_TEST(days_between(day, add_days(day, 365)) == 365);
    BOOST_TEST(weekday_of(make_date(2026, 11, 22)) == 0U);  // a Sunday
}

BOOST_AUTO_TEST_CASE(moments_are_written_in_china_time) {
    const Instant moment = at(make_date(2026, 11, 22), std::chrono::hours{0} + std::chrono::minutes{5});
    BOOST_TEST(to_string(moment) == "2026-11-22T00:05:00.000+08:00");
    BOOST_TEST(to_minute_string(moment) == "2026-11-22 00:05");
    BOOST_TEST((date_of(moment) == make_date(2026, 11, 22)));
    BOOST_TEST((time_of_day(moment) == std::chrono::minutes{5}));
}

BOOST_AUTO_TEST_CASE(moments_are_read_in_any_offset) {
    const Instant moment = parse_instant("2026-11-22T10:32:05.123+08:00").value();
    BOOST_TEST(to_string(moment) == "2026-11-22T10:32:05.123+08:00");
    BOOST_TEST((parse_instant("2026-11-22T02:32:05.123Z").value() == moment));
    BOOST_TEST((parse_instant("2026-11-21T21:32:05.123-0500").value() == moment));
    for (const char* bad : {"2026-11-22 10:32:05Z", "2026-11-22T25:00:00Z", "2026-11-22T10:32:05", "", "T"})
        BOOST_TEST(!parse_instant(bad).ok(), bad);
}

BOOST_AUTO_TEST_SUITE_END()
