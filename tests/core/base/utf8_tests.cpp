#include "core/base/utf8.h"

#include <boost/test/unit_test.hpp>

using namespace yc::base;

BOOST_AUTO_TEST_SUITE(utf8_tests)

BOOST_AUTO_TEST_CASE(rare_characters_go_both_ways) {
    const std::string name = "𠮷𬭎㛃·a";
    BOOST_TEST(length_utf8(name) == 5U);
    BOOST_TEST(encode_utf8(decode_utf8(name)) == name);
    BOOST_TEST(is_valid_utf8(name));
}

BOOST_AUTO_TEST_CASE(malformed_bytes_are_found) {
    for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\xE4\xBD"})
        BOOST_TEST(!is_valid_utf8(bad));
    BOOST_TEST(encode_utf8(decode_utf8("a\x80"
                                       "b")) ==
               "a\xEF\xBF\xBD"
               "b");
}

BOOST_AUTO_TEST_CASE(names_are_tidied_but_never_normalised) {
    for (const char* dot : {"•", "・", "．", "‧", "∙", "·"})
        BOOST_TEST(tidy_name(std::string(" 买买提") + dot + "艾力　") == "买买提·艾力");
    const std::string compatibility = "\xEF\xA7\x91";  // U+F9D1, which NFC would change
    BOOST_TEST(tidy_name(compatibility) == compatibility);
}

BOOST_AUTO_TEST_CASE(full_width_typing_is_understood) {
    BOOST_TEST(to_half_width("１１０１０５Ｘ　ａ") == "110105X a");
}

BOOST_AUTO_TEST_CASE(small_things) {
    BOOST_TEST(trim(" \t\n一 窗\u3000") == "一 窗");
    BOOST_TEST(trim("   ").empty());
    BOOST_TEST(to_upper_ascii("aXé") == "AXé");
    BOOST_TEST(to_lower_ascii("AX") == "ax");
    BOOST_TEST(split("a\t\tb", '\t') == (std::vector<std::string>{"a", "", "b"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
