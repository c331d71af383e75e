#include <boost/test/unit_test.hpp>

#include "forms/form_definition.h"

using namespace yc;
using forms::Field;
using forms::FieldType;

namespace {

std::string words(const Field& field, const std::string& value, const char* language = "zh_CN") {
    return forms::words_of_value(field, value, language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(value_words_tests)

BOOST_AUTO_TEST_CASE(money_stands_in_thousands_with_its_fen) {
    const Field money{.id = "income", .type = FieldType::money};
    BOOST_TEST(words(money, "3000") == "3,000");
    BOOST_TEST(words(money, "3000.5") == "3,000.50");
    BOOST_TEST(words(money, "-1234567.08") == "-1,234,567.08");
    BOOST_TEST(words(money, "0.5") == "0.50");
    BOOST_TEST(words(money, "约三千") == "约三千", "what is no amount stays as it was typed");
}

BOOST_AUTO_TEST_CASE(choices_and_ticks_have_words_in_both_languages) {
    const Field kinds{.id = "kinds",
                      .type = FieldType::choices,
                      .options = {{"a", {"老年", "Elder"}}, {"b", {"残疾", "Disabled"}}}};
    BOOST_TEST(words(kinds, "a,b") == "老年、残疾");
    BOOST_TEST(words(kinds, "a,b", "en") == "Elder, Disabled");
    BOOST_TEST(words(kinds, "gone") == "gone", "an option that no longer is");
    const Field tick{.id = "truth", .type = FieldType::checkbox};
    BOOST_TEST(words(tick, "yes") == "是");
    BOOST_TEST(words(tick, "no", "en") == "No");
}

BOOST_AUTO_TEST_SUITE_END()
