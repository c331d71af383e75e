#include "client/ui/widgets/message_stay.h"

#include <boost/test/unit_test.hpp>

using namespace yc::client;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(message_stay_tests)

BOOST_AUTO_TEST_CASE(success_goes_by_itself_and_what_needs_attention_stays) {
    BOOST_TEST((ui::stay_of(desk::Tone::good, false) == 6s));
    BOOST_TEST((ui::stay_of(desk::Tone::plain, false) == 6s));
    BOOST_TEST((ui::stay_of(desk::Tone::warn, false) == 0s));
    BOOST_TEST((ui::stay_of(desk::Tone::bad, false) == 0s));
}

BOOST_AUTO_TEST_CASE(what_can_be_pressed_stays) {
    BOOST_TEST((ui::stay_of(desk::Tone::plain, true) == 0s));
    BOOST_TEST((ui::stay_of(desk::Tone::good, true) == 0s));
}

BOOST_AUTO_TEST_SUITE_END()
