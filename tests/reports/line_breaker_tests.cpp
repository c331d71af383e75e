#include "reports/line_breaker.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "core/base/utf8.h"

using namespace yc;
using reports::break_lines;

namespace {

/// Han and full-width characters are one wide, others a half.
double width_of(char32_t point) {
    return point < 0x2000 ? 0.5 : 1;
}

std::vector<std::string> lines(const std::string& text, double width, double indent = 0) {
    std::vector<std::string> out;
    for (const auto& line : break_lines(base::decode_utf8(text), width, indent, width_of))
        out.push_back(base::encode_utf8(line.text));
    return out;
}

std::u32string random_text(std::mt19937& random) {
    static const std::u32string letters =
        U"政务服务中心食品经营许可申请材料齐全，。、；：？！（）《》“”……——·abcDEF0123456789.- \U00020BB7％￥";
    std::u32string text;
    const size_t length = random() % 120;
    while (text.size() < length) text += letters[random() % letters.size()];
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_breaker_tests)

BOOST_AUTO_TEST_CASE(closing_punctuation_does_not_start_a_line) {
    BOOST_TEST(lines("申请材料齐全，现予收件。", 6) ==
                   (std::vector<std::string>{"申请材料齐", "全，现予收", "件。"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(opening_punctuation_does_not_end_a_line) {
    BOOST_TEST(lines("提交的《申请书》一份", 4) == (std::vector<std::string>{"提交的", "《申请", "书》一份"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_and_numbers_stay_whole) {
    BOOST_TEST(lines("编号450103在yichuang里", 6) == (std::vector<std::string>{"编号450103在", "yichuang里"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(times_and_amounts_stay_whole) {
    BOOST_TEST(lines("上午办公到12:00", 6.5) == (std::vector<std::string>{"上午办公到", "12:00"}),
               boost::test_tools::per_element());
    BOOST_TEST(lines("共计1,234元", 3.5) == (std::vector<std::string>{"共计", "1,234元"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_space_that_does_not_break_keeps_a_box_with_its_word) {
    BOOST_TEST(
        lines("☐\u00A0已婚　☑\u00A0未婚", 5) == (std::vector<std::string>{"☐\u00A0已婚", "☑\u00A0未婚"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_the_line_is_cut) {
    BOOST_TEST(lines("450103202611220010", 4) == (std::vector<std::string>{"45010320", "26112200", "10"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_paragraph_has_its_indent) {
    BOOST_TEST(lines("一二三四五\n六七八九十", 4, 2) ==
                   (std::vector<std::string>{"一二", "三四五", "六七", "八九十"}),
               boost::test_tools::per_element());
    BOOST_TEST(lines("", 4).size() == 1u);
}

/// Whatever the text: nothing is lost but spaces, no line is too wide, and each break is an allowed one
/// unless the line had none.
BOOST_AUTO_TEST_CASE(random_texts_keep_the_rules) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 400; ++round) {
        const std::u32string text = random_text(random);
        const double width = 3 + double(random() % 30) / 2;
        std::u32string joined;
        const auto broken = break_lines(text, width, 0, width_of);
        for (size_t i = 0; i < broken.size(); ++i) {
            const auto& line = broken[i].text;
            BOOST_TEST(broken[i].width <= width + 1e-6);
            joined += line;
            if (i + 1 == broken.size() || line.empty() || broken[i + 1].text.empty()) continue;
            bool had_a_choice = false;
            for (size_t k = 1; k < line.size(); ++k)
                had_a_choice |= reports::may_break_between(line[k - 1], line[k]);
            if (had_a_choice && text.find(U' ') == std::u32string::npos)
                BOOST_TEST(reports::may_break_between(line.back(), broken[i + 1].text.front()));
        }
        std::u32string wanted = text;
        std::erase(wanted, U' ');
        std::erase(joined, U' ');
        BOOST_TEST(base::encode_utf8(joined) == base::encode_utf8(wanted));
    }
}

BOOST_AUTO_TEST_SUITE_END()
