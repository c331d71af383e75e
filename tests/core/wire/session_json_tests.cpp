#include "core/wire/session_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"

using namespace yc;

namespace {

wire::Session some_session() {
    wire::Session out;
    out.token = "t0";
    out.user = {"clerk1", "覃玉兰", {domain::Role::clerk, domain::Role::supervisor}, "qx", ""};
    out.counter = "qx-1";
    out.district = "青秀区";
    out.sample = true;
    out.directory.halls = {{"qx", "青秀区政务服务中心", "民族大道1号", "0771-0000000", "450103"}};
    out.directory.counters = {{"qx-1", "qx", "综合窗口1", 1, {"a", "b"}}};
    out.directory.departments = {{"market", "市场监督管理局", "市监", "", ""}};
    out.epoch = "e1";
    out.server_time = base::at(base::make_date(2026, 11, 22), std::chrono::minutes{600});
    out.expires_at = out.server_time + std::chrono::hours{12};
    out.authority_until = out.server_time + std::chrono::hours{72};
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(session_json_tests)

BOOST_AUTO_TEST_CASE(a_session_comes_back_as_it_went) {
    const auto session = some_session();
    const auto read = wire::session_from_text(wire::session_to_text(session));
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == session));
}

BOOST_AUTO_TEST_CASE(a_session_without_its_parts_is_refused) {
    for (const char* member : {"user", "directory", "epoch", "expires_at"}) {
        auto json = wire::to_json(some_session());
        json.erase(member);
        const auto read = wire::session_from_json(json);
        BOOST_REQUIRE_MESSAGE(!read, member);
        BOOST_TEST(read.error().args.at("field") == member);
    }
    BOOST_TEST(wire::session_from_json(nlohmann::json::array()).error().code == "wire.invalid");
}

BOOST_AUTO_TEST_CASE(a_request_needs_user_password_and_device) {
    const wire::SessionRequest request{"clerk1", "secret", "0199-device", "qx-1", 1};
    const auto read =
        wire::session_request_from_json(*wire::parse_text(wire::to_text(wire::to_json(request))));
    BOOST_REQUIRE(read);
    BOOST_TEST(read->user == "clerk1");
    BOOST_TEST(read->password == "secret");
    BOOST_TEST(read->counter == "qx-1");
    for (const char* member : {"user", "password", "device"}) {
        auto json = wire::to_json(request);
        json.erase(member);
        BOOST_TEST(wire::session_request_from_json(json).error().args.at("field") == member);
    }
}

BOOST_AUTO_TEST_SUITE_END()
