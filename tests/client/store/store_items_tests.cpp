// What a counter takes and what its clerks keep at hand.
#include <boost/test/unit_test.hpp>

#include "tests/client/store/store_fixture.h"

using namespace yc;
using tests::code_of;

BOOST_FIXTURE_TEST_SUITE(store_items_tests, tests::StoreFixture)

BOOST_AUTO_TEST_CASE(cases_count_for_their_own_counter_and_since_a_day) {
    const std::string id = take_in(1);
    take_in(2);
    const auto row = *store().case_row(id).value();
    const auto day = std::chrono::hours(24);
    BOOST_TEST(store().taken_at(row.counter, clock.now() - day)->at(row.item_code) == 2);
    BOOST_TEST(store().taken_at("another", clock.now() - day)->empty());
    BOOST_TEST(store().taken_at(row.counter, clock.now() + day)->empty());
    BOOST_REQUIRE(store().rebuild_cases().ok());
    BOOST_TEST(store().taken_at(row.counter, clock.now() - day)->at(row.item_code) == 2);
}

BOOST_AUTO_TEST_CASE(each_intake_of_a_package_counts_once) {
    const auto before = clock.now();
    BOOST_REQUIRE(store().record_package("w1", "package", before).ok());
    clock.advance(std::chrono::hours(1));
    BOOST_REQUIRE(store().record_package("w1", "package", before).ok());
    BOOST_REQUIRE(store().record_package("w2", "package", before).ok());
    close();
    BOOST_TEST(store().taken_at("w1", before)->at("package") == 2);
    BOOST_TEST(store().taken_at("w1", clock.now())->at("package") == 1);
}

BOOST_AUTO_TEST_CASE(packages_taken_long_ago_are_forgotten_and_no_others) {
    const auto start = clock.now();
    BOOST_REQUIRE(store().record_package("w1", "old", start).ok());
    clock.advance(std::chrono::hours(1));
    const auto later = clock.now();
    BOOST_REQUIRE(store().record_package("w1", "kept", start).ok());
    BOOST_TEST(store().taken_at("w1", start)->size() == 2u);
    BOOST_REQUIRE(store().record_package("w2", "new", later).ok());
    BOOST_TEST((*store().taken_at("w1", start) == std::map<std::string, int>{{"kept", 1}}));
    BOOST_TEST((*store().taken_at("w2", start) == std::map<std::string, int>{{"new", 1}}));
}

BOOST_AUTO_TEST_CASE(favourites_belong_to_their_user_and_are_kept) {
    for (const char* code : {"a", "b", "b"}) BOOST_REQUIRE(store().set_favourite("clerk1", code, true).ok());
    BOOST_REQUIRE(store().set_favourite("clerk2", "c", true).ok());
    close();
    BOOST_TEST((*store().favourites("clerk1") == std::set<std::string>{"a", "b"}));
    BOOST_REQUIRE(store().set_favourite("clerk1", "a", false).ok());
    BOOST_REQUIRE(store().set_favourite("clerk1", "never", false).ok());
    BOOST_TEST((*store().favourites("clerk1") == std::set<std::string>{"b"}));
    BOOST_TEST((*store().favourites("clerk2") == std::set<std::string>{"c"}));
}

BOOST_AUTO_TEST_SUITE_END()
