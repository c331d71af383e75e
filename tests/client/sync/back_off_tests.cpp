#include "client/sync/back_off.h"

#include <boost/test/unit_test.hpp>

using yc::client::sync::BackOff;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(back_off_tests)

BOOST_AUTO_TEST_CASE(waits_double_up_to_the_longest_and_start_again_after_a_good_contact) {
    BackOff back_off(250ms, 1s);
    for (const auto expected : {250ms, 500ms, 1000ms, 1000ms}) BOOST_TEST((back_off.next() == expected));
    back_off.reset();
    BOOST_TEST((back_off.next() == 250ms));
}

BOOST_AUTO_TEST_SUITE_END()
