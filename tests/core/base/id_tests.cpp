#include "core/base/id.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace yc::base;

BOOST_AUTO_TEST_SUITE(id_tests)

BOOST_AUTO_TEST_CASE(ids_are_unique_and_say_version_7) {
    const Instant now = at(make_date(2026, 11, 22), std::chrono::hours{9});
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = new_uuid(now);
        BOOST_TEST(is_uuid(id));
        BOOST_TEST(id[14] == '7');
        BOOST_TEST((id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b'));
        seen.insert(id);
    }
    BOOST_TEST(seen.size() == 1000U);
}

BOOST_AUTO_TEST_CASE(ids_sort_by_time) {
    const Instant now = at(make_date(2026, 11, 22), std::chrono::hours{9});
    BOOST_TEST(new_uuid(now) < new_uuid(now + std::chrono::milliseconds{1}));
}

BOOST_AUTO_TEST_CASE(other_texts_are_no_ids) {
    for (const char* bad :
         {"", "x", "0192f0e0-1111-7000-8000-00000000000", "0192F0E0-1111-7000-8000-000000000000"})
        BOOST_TEST(!is_uuid(bad), bad);
}

BOOST_AUTO_TEST_SUITE_END()
