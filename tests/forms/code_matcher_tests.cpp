#include "forms/code_matcher.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace yc;

namespace {

forms::CodeMatcher matcher_of(const std::vector<std::string>& codes) {
    return forms::CodeMatcher(std::vector<std::string_view>(codes.begin(), codes.end()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_matcher_tests)

BOOST_AUTO_TEST_CASE(codes_are_found_by_any_part) {
    const auto codes = matcher_of({"AB12-99", "zz-AB12", "12", "xx"});
    const auto entries = [&](const std::string& query, size_t limit = 20) {
        std::vector<uint32_t> out;
        for (const auto& match : codes.search(query, limit)) out.push_back(match.entry);
        return out;
    };
    BOOST_TEST(entries("ab12") == (std::vector<uint32_t>{0, 1}), boost::test_tools::per_element());
    BOOST_TEST(entries("12") == (std::vector<uint32_t>{2, 0, 1}), boost::test_tools::per_element());
    BOOST_TEST(entries("12", 1) == (std::vector<uint32_t>{2}), boost::test_tools::per_element());
    BOOST_TEST(entries("ａｂ 12-9") == (std::vector<uint32_t>{0}), boost::test_tools::per_element());
    BOOST_TEST(entries("ab13").empty());
    BOOST_TEST(entries("").empty());
    BOOST_TEST(entries("医").empty());
    BOOST_TEST(matcher_of({"民A1"}).search("a1").front().position == 1u);
}

BOOST_AUTO_TEST_CASE(random_parts_of_codes_are_found_as_a_plain_scan_finds_them) {
    const unsigned seed = 20261123;
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    std::vector<std::string> codes;
    for (int i = 0; i < 500; ++i) {
        std::string code;
        for (size_t n = 1 + random() % 12; n > 0; --n) code.push_back("012a-"[random() % 5]);
        codes.push_back(code);
    }
    const auto matcher = matcher_of(codes);
    for (int i = 0; i < 2000; ++i) {
        const auto& code = codes[random() % codes.size()];
        const auto wanted = code.substr(random() % code.size(), 1 + random() % 5);
        std::vector<forms::NameMatch> plain;
        for (uint32_t entry = 0; entry < codes.size(); ++entry)
            if (const auto at = codes[entry].find(wanted); at != std::string::npos)
                plain.push_back({entry, static_cast<uint32_t>(at), static_cast<uint32_t>(codes[entry].size()),
                                 static_cast<uint32_t>(wanted.size())});
        std::stable_sort(plain.begin(), plain.end(), [](const auto& a, const auto& b) {
            return std::tie(a.position, a.length) < std::tie(b.position, b.length);
        });
        if (plain.size() > 20) plain.resize(20);
        BOOST_REQUIRE_MESSAGE(matcher.search(wanted) == plain, wanted);
    }
}

BOOST_AUTO_TEST_SUITE_END()
