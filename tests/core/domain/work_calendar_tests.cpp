#include "core/domain/work_calendar.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <regex>

#include "tests/support/files.h"

using namespace yc;
using base::make_date;
using domain::DayKind;
using domain::Festival;

namespace {

const auto& national() {
    return domain::WorkCalendar::national();
}

base::Date day(const char* text) {
    return *base::parse_date(text);
}

/// The dates of one list of one year in the published data, found without a JSON reader: the file is that
/// plain.
std::vector<base::Date> dates_of(const std::string& json, int year, const std::string& list) {
    std::vector<base::Date> dates;
    const auto from = json.find("\"" + list + "\"", json.find("\"" + std::to_string(year) + "\": {"));
    const auto text = json.substr(from, json.find(']', from) - from);
    const std::regex pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
        dates.push_back(*base::parse_date(it->str()));
    return dates;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(work_calendar_tests)

BOOST_AUTO_TEST_CASE(published_vectors_hold) {
    const std::tuple<const char*, int, const char*> vectors[] = {
        {"2024-09-13", 5, "2024-09-23"}, {"2024-09-30", 1, "2024-10-08"},  {"2025-01-22", 5, "2025-02-05"},
        {"2026-02-14", 1, "2026-02-24"}, {"2026-09-30", 20, "2026-11-03"}, {"2015-09-02", 1, "2015-09-06"},
        {"2020-01-23", 5, "2020-02-07"}};
    for (const auto& [from, days, due] : vectors)
        BOOST_TEST(base::to_string(national().add_working_days(day(from), days)) == due, from);
}

BOOST_AUTO_TEST_CASE(each_day_of_the_published_data_is_what_it_says) {
    const auto json = tests::read_file(YICHUANG_SOURCE_DIR "/../shared/data/work-calendar-cn.json");
    if (json.empty()) {
        BOOST_TEST_MESSAGE("skipped: ../shared/data/work-calendar-cn.json is not there");
        return;
    }
    for (int year = 2007; year <= 2026; ++year) {
        const auto off = dates_of(json, year, "off");
        const auto worked = dates_of(json, year, "work");
        BOOST_TEST(off.size() >= 20u, year);
        for (const auto date : off)
            BOOST_TEST((national().kind_of(date) == DayKind::holiday), base::to_string(date));
        for (const auto date : worked)
            BOOST_TEST((national().kind_of(date) == DayKind::swapped_workday), base::to_string(date));
        BOOST_TEST(national().source_of(year).starts_with("http"));
    }
}

BOOST_AUTO_TEST_CASE(every_statutory_day_of_the_published_years_is_off) {
    int checked = 0;
    for (auto date = make_date(2007, 1, 1); date < make_date(2027, 1, 1); date = base::add_days(date, 1)) {
        if (!domain::statutory_festival(date)) continue;
        ++checked;
        BOOST_TEST((national().kind_of(date) == DayKind::holiday), base::to_string(date));
    }
    // 10 days in 2007, 11 a year until 2024, 13 since 2025; twice Mid-Autumn fell into National Day (2009,
    // 2020).
    BOOST_TEST(checked == 10 + 17 * 11 + 2 * 13 - 2);
}

BOOST_AUTO_TEST_CASE(a_year_without_notice_has_the_statutory_days_and_is_provisional) {
    BOOST_TEST(national().last_notice_year() == 2026);
    BOOST_TEST(!national().is_provisional(day("2026-12-31")));
    BOOST_TEST(national().is_provisional(day("2027-01-01")));
    BOOST_TEST(base::to_string(national().add_working_days(day("2026-12-31"), 1)) == "2027-01-04");
    std::vector<std::string> statutory;
    for (auto date = make_date(2027, 1, 1); date < make_date(2028, 1, 1); date = base::add_days(date, 1))
        if (national().kind_of(date) == DayKind::statutory) statutory.push_back(base::to_string(date));
    const std::vector<std::string> expected{
        "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01",
        "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"};
    BOOST_TEST(statutory == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(days_off_know_their_festival) {
    BOOST_TEST((national().festival_of(day("2026-10-05")) == Festival::national_day));
    BOOST_TEST((national().festival_of(day("2026-02-20")) == Festival::spring_festival));
    BOOST_TEST((national().festival_of(day("2020-01-31")) == Festival::spring_festival));
    BOOST_TEST((national().festival_of(day("2025-10-06")) == Festival::mid_autumn));
    BOOST_TEST((national().festival_of(day("2025-10-02")) == Festival::national_day));
    BOOST_TEST(!national().festival_of(day("2015-09-03")).has_value());
    BOOST_TEST(!national().festival_of(day("2026-11-22")).has_value());
}

BOOST_AUTO_TEST_CASE(counting_forth_and_back_agrees) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        const auto from = base::add_days(make_date(2005, 1, 1), static_cast<int>(random() % 12000));
        const int days = 1 + static_cast<int>(random() % 90);
        const auto due = national().add_working_days(from, days);
        BOOST_TEST_REQUIRE(national().is_working_day(due));
        BOOST_TEST_REQUIRE(national().working_days_between(from, due) == days);
        BOOST_TEST_REQUIRE(national().working_days_between(due, from) == -days);
        if (days > 1) BOOST_TEST_REQUIRE((national().add_working_days(from, days - 1) < due));
        const bool working = national().is_working_day(from);
        const auto counted = national().add_working_days(from, days, true);
        const auto expected =
            working ? (days == 1 ? from : national().add_working_days(from, days - 1)) : due;
        BOOST_TEST_REQUIRE((counted == expected));
    }
}

BOOST_AUTO_TEST_SUITE_END()
