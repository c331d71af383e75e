#include "core/domain/case_number.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace yc;
using domain::parse_case_number;

BOOST_AUTO_TEST_SUITE(case_number_tests)

BOOST_AUTO_TEST_CASE(a_number_reads_back_as_it_was_made) {
    const domain::CaseNumber number{"450103", base::make_date(2026, 11, 22), 7, 42};
    const auto text = domain::to_string(number);
    BOOST_TEST(text.size() == 23u);
    BOOST_TEST(text.starts_with("4501032026112200700042"));
    BOOST_TEST((*parse_case_number(text) == number));
    BOOST_TEST((*parse_case_number("  " + text.substr(0, 6) + " " + text.substr(6)) == number));
}

BOOST_AUTO_TEST_CASE(every_single_wrong_digit_is_found) {
    const auto good = domain::to_string({"450103", base::make_date(2026, 11, 22), 123, 54321});
    for (size_t at = 0; at < good.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto spoilt = good;
            spoilt[at] = digit;
            BOOST_TEST(parse_case_number(spoilt).ok() == (spoilt == good), spoilt);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said) {
    const auto good = domain::to_string({"450103", base::make_date(2026, 11, 22), 1, 1});
    BOOST_TEST(parse_case_number(good.substr(1)).error().code == "case_number.length");
    auto letter = good;
    letter[3] = 'A';
    BOOST_TEST(parse_case_number(letter).error().args.at("position") == "4");
    auto last = good;
    last.back() = last.back() == '9' ? '0' : static_cast<char>(last.back() + 1);
    BOOST_TEST(parse_case_number(last).error().code == "case_number.check_digit");
    BOOST_TEST(parse_case_number(last).error().args.at("expected") == std::string(1, good.back()));
}

BOOST_AUTO_TEST_CASE(parts_out_of_range_are_a_bug) {
    BOOST_CHECK_THROW((void)domain::to_string({"4501", base::make_date(2026, 11, 22), 1, 1}),
                      std::invalid_argument);
    BOOST_CHECK_THROW((void)domain::to_string({"450103", base::make_date(2026, 2, 30), 1, 1}),
                      std::invalid_argument);
    BOOST_CHECK_THROW((void)domain::to_string({"450103", base::make_date(2026, 1, 1), 1000, 1}),
                      std::invalid_argument);
    BOOST_CHECK_THROW((void)domain::to_string({"450103", base::make_date(2026, 1, 1), 1, 0}),
                      std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
