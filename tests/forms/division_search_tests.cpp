#include "forms/division_search.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace yc;

namespace {

std::string first(const std::string& query, const std::string& home = {}) {
    const auto hits = forms::find_divisions(query, 5, home);
    return hits.empty() ? "" : hits.front().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(division_search_tests)

BOOST_AUTO_TEST_CASE(a_place_is_found_by_name_pinyin_and_code) {
    BOOST_TEST(first("青秀区") == "450103");
    BOOST_TEST(first("450103") == "450103");
    const auto hits = forms::find_divisions("qxq", 20, "4501");
    BOOST_TEST(std::any_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.code == "450103"; }));
    BOOST_TEST(forms::find_divisions("青秀区", 1).front().full_name == "广西壮族自治区南宁市青秀区");
}

BOOST_AUTO_TEST_CASE(places_at_home_come_first) {
    // 鼓楼区 stands in several cities.
    BOOST_TEST(first("鼓楼区", "3501") == "350102");
    BOOST_TEST(first("鼓楼区", "3201") == "320106");
    for (const auto& hit : forms::find_divisions("鼓楼区", 20))
        BOOST_TEST(hit.full_name.find("鼓楼区") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(never_more_than_asked_and_nothing_for_nothing) {
    BOOST_TEST(forms::find_divisions("市", 3).size() == 3u);
    BOOST_TEST(forms::find_divisions("", 5).empty());
    BOOST_TEST(forms::find_divisions("没有这个地方", 5).empty());
}

BOOST_AUTO_TEST_CASE(towns_and_villages_stand_below_their_county) {
    const auto hits = forms::find_divisions("450103", 50);
    const auto town =
        std::find_if(hits.begin(), hits.end(), [](const auto& h) { return h.code.size() == 9; });
    BOOST_REQUIRE(town != hits.end());
    BOOST_TEST(town->code.starts_with("450103"));
    BOOST_TEST(town->full_name.starts_with("广西壮族自治区南宁市青秀区"));
    BOOST_TEST(forms::division_words(town->code) == town->full_name);
}

BOOST_AUTO_TEST_CASE(a_code_is_read_as_a_place_and_never_lost) {
    BOOST_TEST(forms::division_words("450103") == "广西壮族自治区南宁市青秀区");
    const auto unknown_town = forms::division_words("450103999");
    BOOST_TEST(unknown_town.find("青秀区") != std::string::npos);
    BOOST_TEST(unknown_town.find("450103999") != std::string::npos);
    BOOST_TEST(forms::division_words("999999") == "999999");
    BOOST_TEST(forms::division_words("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
