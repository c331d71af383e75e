#include "forms/name_matcher.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <random>

#include "core/base/utf8.h"
#include "forms/pinyin.h"
#include "forms/search_query.h"

using namespace yc;
using forms::NameMatch;
using forms::NameMatcher;

namespace {

std::vector<std::string> found(const std::vector<std::string>& names, const std::string& query) {
    std::vector<std::string> out;
    for (const auto& match : NameMatcher(names).search(query)) out.push_back(names[match.entry]);
    return out;
}

bool finds(const std::string& name, const std::string& query) {
    return !found({name}, query).empty();
}

/// The fewest characters of the text from `position` that the query reads as from `at` on; none if it does
/// not: written anew, without index or graph.
std::optional<uint32_t> reads(const std::u32string& text, size_t position, const std::u32string& query,
                              size_t at) {
    if (at == query.size()) return 0;
    if (position == text.size()) return {};
    std::optional<uint32_t> fewest;
    const auto go_on = [&](size_t count) {
        const auto rest = reads(text, position + 1, query, at + count);
        if (rest && (!fewest || *rest + 1 < *fewest)) fewest = *rest + 1;
    };
    const char32_t c = text[position];
    if (c == query[at]) go_on(1);
    const auto& table = forms::PinyinTable::instance();
    for (const auto number : table.readings(c)) {
        const auto& syllable = table.syllables()[number];
        for (size_t count = 1; count <= syllable.size() && at + count <= query.size(); ++count) {
            if (char32_t(syllable[count - 1]) != query[at + count - 1]) break;
            const bool at_end = at + count == query.size();
            const auto part = syllable.substr(0, count);
            const bool whole =
                count == 1 || count == syllable.size() || part == "zh" || part == "ch" || part == "sh";
            if (whole || at_end) go_on(count);
        }
    }
    return fewest;
}

std::vector<NameMatch> brute_force(const std::vector<std::string>& names, const std::string& text,
                                   size_t limit) {
    std::vector<NameMatch> out;
    const auto query = forms::fold_for_search(text);
    for (uint32_t entry = 0; entry < names.size(); ++entry) {
        const auto name = forms::fold_for_search(names[entry]);
        for (uint32_t position = 0; position < name.size(); ++position)
            if (const auto span = reads(name, position, query, 0)) {
                out.push_back({entry, position, static_cast<uint32_t>(name.size()), *span});
                break;
            }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::tie(a.position, a.length, a.entry) < std::tie(b.position, b.length, b.entry);
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(name_matcher_tests)

BOOST_AUTO_TEST_CASE(a_name_is_found_by_everything_a_clerk_types) {
    const std::string name = "城乡居民基本医疗保险参保登记";
    for (const char* query : {"医疗保险", "ylbx", "YLBX", "yiliaobaoxian", "yiliaobx", "医疗baox", "医liaobx",
                              "yi liao", "cxjm", "城乡", "chengxiangj", "ｙｌｂｘ", "登记", "yili", "chxjm"})
        BOOST_TEST(finds(name, query), query);
    for (const char* query : {"养老", "ylbz", "医险", "yiliaox", "登记x", "城  市"})
        BOOST_TEST(!finds(name, query), query);
}

BOOST_AUTO_TEST_CASE(every_reading_of_a_character_counts) {
    BOOST_TEST(finds("重新登记", "cxdj"));
    BOOST_TEST(finds("重要工程", "zygc"));
    BOOST_TEST(finds("银行账户", "yhzh"));
    BOOST_TEST(finds("厦门市", "xms"));
    BOOST_TEST(finds("单于", "shanyu"));
}

BOOST_AUTO_TEST_CASE(rare_characters_are_found_by_themselves_and_by_sound) {
    BOOST_TEST(finds("李示𠮷", "𠮷"));
    BOOST_TEST(finds("李示𠮷", "lsj"));
    BOOST_TEST(finds("王样𬭎", "wangyanghong"));
    BOOST_TEST(finds("陈示㛃", "csj"));
}

BOOST_AUTO_TEST_CASE(a_name_with_a_point_is_found_with_it_without_it_and_across_it) {
    for (const char* query : {"买买提·示范江", "买买提示范", "mmtsfj", "买买提•示", "示范江"})
        BOOST_TEST(finds("买买提·示范江", query), query);
    const std::vector<std::string> names{"买买提·示范江"};
    BOOST_TEST(NameMatcher(names).search("买买提").size() == 1u);
}

BOOST_AUTO_TEST_CASE(results_come_by_position_then_length_then_entry) {
    const std::vector<std::string> names{"变更医保", "医保登记变更", "医保登记", "医保查询", "办医保"};
    BOOST_TEST(found(names, "医保") ==
                   (std::vector<std::string>{"医保登记", "医保查询", "医保登记变更", "办医保", "变更医保"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_place_and_span_of_a_match_are_told) {
    const auto match = NameMatcher(std::vector<std::string>{"城乡居民医疗保险"}).search("yiliaobx").front();
    BOOST_TEST(match.position == 4u);
    BOOST_TEST(match.span == 4u);
    BOOST_TEST(match.length == 8u);
    BOOST_TEST(NameMatcher(std::vector<std::string>{"西安先"}).search("xian").front().span == 2u);
    BOOST_TEST(NameMatcher(std::vector<std::string>{"先西安"}).search("xian").front().span == 1u);
}

BOOST_AUTO_TEST_CASE(a_filter_leaves_the_best_of_the_rest) {
    std::vector<std::string> names;
    for (int i = 0; i < 300; ++i) names.push_back("登记" + std::to_string(i));
    const auto matches = NameMatcher(names).search("dj", 3, [](uint32_t entry) { return entry % 100 == 7; });
    BOOST_REQUIRE(matches.size() == 3u);
    BOOST_TEST(matches[0].entry == 7u);
    BOOST_TEST(matches[2].entry == 207u);
}

BOOST_AUTO_TEST_CASE(a_query_made_to_be_slow_ends) {
    std::string name, query;
    for (int i = 0; i < 60; ++i) name += "似厂";
    for (int i = 0; i < 60; ++i) query += "shan";
    BOOST_TEST(!finds(name, query + "x"));
}

BOOST_AUTO_TEST_CASE(nothing_and_too_much_find_nothing) {
    BOOST_TEST(!finds("医保", ""));
    BOOST_TEST(!finds("医保", "  ' "));
    BOOST_TEST(!finds("医保", std::string(1000, 'y')));
    BOOST_TEST(!finds("", "y"));
    BOOST_TEST(NameMatcher().search("y").empty());
    BOOST_TEST(!finds("医保", "\xff\xfe"));
}

BOOST_AUTO_TEST_CASE(random_queries_find_what_a_plain_scan_finds) {
    const unsigned seed = 20261122;
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::u32string letters = U"医疗保险登记变更行重新长期安an个体户食品A类区西先·𠮷一";
    std::vector<std::string> names;
    for (int i = 0; i < 400; ++i) {
        std::u32string name;
        for (size_t n = 1 + random() % 9; n > 0; --n) {
            const char32_t c = letters[random() % letters.size()];
            if (c != U'·') name.push_back(c);
        }
        names.push_back(base::encode_utf8(name));
    }
    const NameMatcher matcher(names);
    const auto& syllables = forms::PinyinTable::instance().syllables();
    for (int i = 0; i < 3000; ++i) {
        const auto source = base::decode_utf8(names[random() % names.size()]);
        std::string query;
        for (size_t n = random() % (source.empty() ? 1 : source.size()), left = 1 + random() % 4;
             n < source.size() && left > 0; ++n, --left) {
            const auto& readings = forms::PinyinTable::instance().readings(source[n]);
            const auto way = random() % 4;
            if (readings.empty() || way == 0)
                query += base::encode_utf8(source[n]);
            else {
                const auto& syllable = syllables[readings[random() % readings.size()]];
                query +=
                    way == 1 ? syllable : syllable.substr(0, 1 + (way == 2 ? 0 : random() % syllable.size()));
            }
        }
        if (query.find_first_not_of(' ') == std::string::npos) continue;
        const auto ours = matcher.search(query);
        const auto plain = brute_force(names, query, 20);
        BOOST_REQUIRE_MESSAGE(ours == plain,
                              "query " << query << ": " << ours.size() << " against " << plain.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
