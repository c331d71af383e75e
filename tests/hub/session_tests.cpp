#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/sqlite/connection.h"
#include "core/wire/json_text.h"
#include "core/wire/session_json.h"
#include "hub/store/sqlite/key_file.h"
#include "tests/hub/hub_place.h"

using namespace yc;
using namespace std::chrono_literals;

namespace {

struct Fixture : tests::HubPlace {
    hub::api::Response try_sign_in(const std::string& user, const std::string& password,
                                   const std::string& counter = {}, const std::string& device = "device-1",
                                   int protocol = wire::kProtocol) {
        const wire::SessionRequest request{user, password, device, counter, protocol};
        return ask("POST", "/v1/session", {}, wire::to_text(wire::to_json(request)));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(session_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_session_tells_who_where_and_how_long) {
    const auto response = try_sign_in("clerk1", "right", "qx-1");
    BOOST_TEST(response.status == 201);
    const auto session = wire::session_from_text(response.body);
    BOOST_REQUIRE(session);
    BOOST_TEST(session->user.id == "clerk1");
    BOOST_TEST(session->user.has(domain::Role::clerk));
    BOOST_TEST(session->directory.counters.size() == 2U);
    BOOST_TEST(session->counter == "qx-1");
    BOOST_TEST((session->expires_at == clock.now() + 12h));
    BOOST_TEST((session->authority_until == clock.now() + 72h));
    BOOST_TEST(session->epoch == *store->epoch());
    BOOST_TEST(!session->sample);
    const auto handler = wire::session_from_text(try_sign_in("h1", "right").body);
    BOOST_TEST((handler && !handler->authority_until));
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_user_are_the_same_answer) {
    const auto wrong = try_sign_in("clerk1", "wrong");
    const auto unknown = try_sign_in("nobody", "right");
    BOOST_TEST(wrong.status == 401);
    BOOST_TEST(wrong.body == unknown.body);
    BOOST_TEST(code_of(wrong) == "session.wrong_password");
}

BOOST_AUTO_TEST_CASE(five_wrong_passwords_lock_the_user_for_a_quarter_of_an_hour) {
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(code_of(try_sign_in("clerk1", "wrong")) == "session.wrong_password");
    const auto locked = try_sign_in("clerk1", "right");
    BOOST_TEST(locked.status == 429);
    BOOST_TEST((*wire::parse_text(locked.body))["error"]["args"]["minutes"] == "15");
    clock.advance(15min);
    BOOST_TEST(try_sign_in("clerk1", "right").status == 201);
}

BOOST_AUTO_TEST_CASE(a_right_password_forgives_the_wrong_ones_before) {
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 4; ++i) BOOST_TEST(try_sign_in("clerk1", "wrong").status == 401);
        BOOST_TEST(try_sign_in("clerk1", "right").status == 201);
    }
}

BOOST_AUTO_TEST_CASE(a_session_ends_by_signing_out_and_by_time) {
    const std::string first = sign_in("clerk1");
    const std::string second = sign_in("clerk1");
    BOOST_TEST(ask("GET", "/v1/changes", first).status == 200);
    BOOST_TEST(ask("DELETE", "/v1/session", first).status == 204);
    BOOST_TEST(code_of(ask("GET", "/v1/changes", first)) == "session.expired");
    clock.advance(12h);
    BOOST_TEST(ask("GET", "/v1/changes", second).status == 200);
    clock.advance(1ms);
    BOOST_TEST(ask("GET", "/v1/changes", second).status == 401);
    BOOST_TEST(ask("GET", "/v1/changes", "made up").status == 401);
    BOOST_TEST(ask("GET", "/v1/changes").status == 401);
}

BOOST_AUTO_TEST_CASE(another_protocol_is_refused_with_both_numbers) {
    const auto header = ask("GET", "/v1/changes", sign_in("clerk1"), {}, {{"yichuang-protocol", "2"}});
    BOOST_TEST(header.status == 426);
    BOOST_TEST(code_of(header) == "protocol.mismatch");
    const auto body = try_sign_in("clerk1", "right", {}, "device-1", 7);
    BOOST_TEST(body.status == 426);
    const auto args = (*wire::parse_text(body.body))["error"]["args"];
    BOOST_TEST(args["client"] == "7");
    BOOST_TEST(args["hub"] == "1");
}

BOOST_AUTO_TEST_CASE(a_counter_is_of_ones_hall_and_bound_to_one_device) {
    BOOST_TEST(code_of(try_sign_in("clerk1", "right", "xz-1")) == "session.counter_not_yours");
    BOOST_TEST(code_of(try_sign_in("clerk1", "right", "no such")) == "session.counter_not_yours");
    BOOST_TEST(try_sign_in("clerk1", "right", "qx-1", "device-1").status == 201);
    BOOST_TEST(code_of(try_sign_in("clerk1", "right", "qx-1", "device-2")) == "session.counter_taken");
    BOOST_TEST(try_sign_in("clerk1", "right", "qx-1", "device-1").status == 201);
    BOOST_REQUIRE(store->free_counter("qx-1", {.action = "counter.free"}, hub::store::LostDevice::revoke));
    BOOST_TEST(try_sign_in("clerk1", "right", "qx-1", "device-2").status == 201);
    BOOST_TEST(try_sign_in("clerk1", "right", {}, "device-1").status == 403);
    BOOST_TEST(code_of(try_sign_in("clerk1", "right", "qx-1", "device-1")) == "session.device_revoked");
}

BOOST_AUTO_TEST_CASE(freeing_a_counter_ends_all_sessions_of_its_computer) {
    const std::string at_counter = sign_in("clerk1", "device-1", "qx-1");
    const std::string without = sign_in("s1", "device-1");
    const std::string elsewhere = sign_in("clerk1", "device-2");
    BOOST_REQUIRE(store->free_counter("qx-1", {.action = "counter.free"}, hub::store::LostDevice::keep));
    BOOST_TEST(ask("GET", "/v1/changes", at_counter).status == 401);
    BOOST_TEST(ask("GET", "/v1/changes", without).status == 401);
    BOOST_TEST(ask("GET", "/v1/changes", elsewhere).status == 200);
    BOOST_TEST(try_sign_in("clerk1", "right", {}, "device-1").status == 201);
}

BOOST_AUTO_TEST_CASE(the_key_of_a_device_is_for_the_people_of_its_hall_only) {
    auto colleague = tests::clerk();
    colleague.user = colleague.name = "clerk2";
    put_user(colleague);
    auto stranger = tests::clerk();
    stranger.user = stranger.name = "clerk9";
    stranger.hall = "xz";
    put_user(stranger);
    const auto key = [&](const std::string& user, const std::string& device) {
        return wire::session_from_text(try_sign_in(user, "right", {}, device).body)->device_key;
    };
    const std::string first = key("clerk1", "device-1");
    BOOST_TEST(first.size() == 64U);
    BOOST_TEST(key("clerk2", "device-1") == first);
    BOOST_TEST(store->audit_entries(0, 1000)->back().purpose == "counter= device=device-1 key");
    BOOST_TEST(key("clerk9", "device-1").empty());
    BOOST_TEST(store->audit_entries(0, 1000)->back().purpose == "counter= device=device-1");
    BOOST_TEST(key("h1", "device-1").empty());
    BOOST_TEST(key("clerk1", "device-2") != first);
    const std::string office = key("h1", "device-3");
    BOOST_TEST(key("r1", "device-3") == office);
    BOOST_TEST(key("clerk1", "device-3").empty());
    reopen();
    BOOST_TEST(key("clerk1", "device-1") == first);
}

BOOST_AUTO_TEST_CASE(a_devices_key_is_not_made_from_its_name) {
    const std::string here = wire::session_from_text(try_sign_in("clerk1", "right").body)->device_key;
    const auto keys = hub::store::load_keys(folder.path());
    auto db = sqlite::Db::open({.file = folder / "hub.db", .key = keys->database});
    BOOST_REQUIRE((db && db->execute("DELETE FROM device WHERE id = 'device-1'")));
    BOOST_TEST(wire::session_from_text(try_sign_in("clerk1", "right").body)->device_key != here);
}

BOOST_AUTO_TEST_CASE(a_devices_name_is_plain) {
    for (const std::string& bad : {std::string(), std::string("a b"), std::string("a\nb"),
                                   std::string("窗口"), std::string(65, 'a')}) {
        const auto refused = try_sign_in("clerk1", "right", {}, bad);
        BOOST_TEST(refused.status == 400, bad);
        BOOST_TEST(code_of(refused) == "wire.invalid", bad);
    }
    BOOST_TEST(try_sign_in("clerk1", "right", {}, std::string(64, 'a')).status == 201);
}

BOOST_AUTO_TEST_CASE(bad_requests_name_what_is_wrong) {
    BOOST_TEST(code_of(ask("POST", "/v1/session", {}, "not json")) == "wire.not_json");
    const auto missing = ask("POST", "/v1/session", {}, R"({"user":"clerk1","device":"d"})");
    BOOST_TEST(missing.status == 400);
    BOOST_TEST((*wire::parse_text(missing.body))["error"]["args"]["field"] == "password");
}

BOOST_AUTO_TEST_CASE(the_store_keeps_no_token_and_no_password) {
    const std::string token = sign_in("clerk1");
    BOOST_REQUIRE(store->session(hub::store::token_digest(token)).value().has_value());
    BOOST_TEST(!store->session(token).value().has_value());
    BOOST_TEST(store->user("clerk1").value()->password_hash.starts_with("$argon2id$"));
}

BOOST_AUTO_TEST_SUITE_END()
