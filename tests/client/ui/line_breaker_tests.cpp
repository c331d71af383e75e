#include "client/ui/widgets/line_breaker.h"

#include <boost/test/unit_test.hpp>

using yc::client::ui::break_lines;

namespace {

/// Every character is one wide, so that a width counts characters.
int count(const std::wstring& text) {
    return static_cast<int>(text.size());
}

bool is(const std::vector<std::wstring>& lines, std::vector<std::wstring> expected) {
    return lines == expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_breaker_tests)

BOOST_AUTO_TEST_CASE(chinese_breaks_between_any_two_characters) {
    BOOST_TEST(is(break_lines(L"请申请人提供新的证明", 4, count), {L"请申请人", L"提供新的", L"证明"}));
}

BOOST_AUTO_TEST_CASE(no_line_starts_with_closing_punctuation) {
    BOOST_TEST(is(break_lines(L"请核对，再提交。", 3, count), {L"请核", L"对，再", L"提交。"}));
}

BOOST_AUTO_TEST_CASE(no_line_ends_with_opening_punctuation) {
    BOOST_TEST(is(break_lines(L"查到（三份）材料", 3, count), {L"查到", L"（三", L"份）材", L"料"}));
}

BOOST_AUTO_TEST_CASE(latin_breaks_between_words_and_drops_the_space) {
    BOOST_TEST(
        is(break_lines(L"take what the dossier has", 9, count), {L"take what", L"the", L"dossier", L"has"}));
}

BOOST_AUTO_TEST_CASE(a_word_wider_than_a_line_is_cut) {
    BOOST_TEST(is(break_lines(L"45010319400101001X", 8, count), {L"45010319", L"40010100", L"1X"}));
}

BOOST_AUTO_TEST_CASE(nothing_gives_one_empty_line) {
    BOOST_TEST(is(break_lines(L"", 8, count), {L""}));
}

BOOST_AUTO_TEST_CASE(every_line_fits_and_nothing_is_lost) {
    const std::wstring text = L"受理通知书（2026-11-22）已打印，请当事人签收。Query code 8H2K-99 is inside.";
    for (int width = 4; width < 40; ++width) {
        std::wstring joined;
        for (const auto& line : break_lines(text, width, count)) {
            BOOST_TEST(count(line) <= width);
            joined += line;
        }
        std::wstring without, wanted;
        for (const wchar_t c : joined)
            if (c != L' ') without += c;
        for (const wchar_t c : text)
            if (c != L' ') wanted += c;
        BOOST_TEST((without == wanted));
    }
}

BOOST_AUTO_TEST_SUITE_END()
