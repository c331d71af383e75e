#include "core/wire/event_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/json_text.h"
#include "tests/support/random_event.h"

using namespace yc;

namespace {

nlohmann::json some_event() {
    tests::Random random(7);
    auto event = tests::random_event(random);
    event.body.registration.emplace().item.code = "item-1";
    event.body.materials = {{.code = "m1"}};
    return wire::to_json(event);
}

std::string wrong_field(const nlohmann::json& json) {
    const auto event = wire::event_from_json(json);
    BOOST_REQUIRE(!event);
    BOOST_TEST(event.error().code == "wire.invalid");
    return event.error().args.at("field");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_json_tests)

BOOST_AUTO_TEST_CASE(any_event_comes_back_as_it_went) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    tests::Random random(seed);
    for (int i = 0; i < 500; ++i) {
        const auto event = tests::random_event(random);
        const std::string text = wire::event_to_text(event);
        const auto read = wire::event_from_text(text);
        BOOST_REQUIRE_MESSAGE(read, text);
        BOOST_REQUIRE_MESSAGE(*read == event, text);
        BOOST_REQUIRE(wire::event_to_text(*read) == text);
    }
}

BOOST_AUTO_TEST_CASE(the_claim_is_the_same_before_and_after_the_hub_numbers_it) {
    tests::Random random(11);
    auto event = tests::random_event(random);
    event.seq.reset();
    event.arrived_at.reset();
    const std::string before = wire::claim_text(event);
    event.seq = 42;
    event.arrived_at = event.at;
    BOOST_TEST(wire::claim_text(event) == before);
    event.body.opinion += "!";
    BOOST_TEST(wire::claim_text(event) != before);
}

BOOST_AUTO_TEST_CASE(a_registration_of_before_packages_is_a_case_by_itself) {
    auto json = some_event();
    BOOST_TEST(!json["payload"]["registration"].contains("package"));
    const auto alone = wire::event_from_json(json);
    BOOST_REQUIRE(alone.ok());
    BOOST_TEST(!alone->body.registration->package.has_value());
    json["payload"]["registration"]["package"] = {
        {"group", "g"}, {"code", "p"}, {"members", {{{"case_no", "1"}}}}};
    const auto member = wire::event_from_json(json);
    BOOST_REQUIRE(member.ok());
    BOOST_TEST(member->body.registration->package->members.front().case_no == "1");
    json["payload"]["registration"]["package"].erase("group");
    BOOST_TEST(wrong_field(json) == "payload.registration.package.group");
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_of_the_wrong_kind_is_named) {
    auto json = some_event();
    json.erase("id");
    BOOST_TEST(wrong_field(json) == "id");
    json = some_event();
    json["kind"] = "no_such_kind";
    BOOST_TEST(wrong_field(json) == "kind");
    json = some_event();
    json["at"] = "yesterday";
    BOOST_TEST(wrong_field(json) == "at");
    json = some_event();
    json["actor"]["roles"] = {"clerk", "king"};
    BOOST_TEST(wrong_field(json) == "actor.roles");
    json = some_event();
    json["payload"]["materials"][0]["copies"] = "two";
    BOOST_TEST(wrong_field(json) == "payload.materials.0.copies");
    json = some_event();
    json["payload"]["materials"][0]["turned"] = {{"page", 45}};
    BOOST_TEST(wrong_field(json) == "payload.materials.0.turned");
    json = some_event();
    json["payload"]["turned"] = {{"page", "90"}};
    BOOST_TEST(wrong_field(json) == "payload.turned");
    json = some_event();
    json["payload"]["registration"]["applicant"]["key"]["kind"] = 3;
    BOOST_TEST(wrong_field(json) == "payload.registration.applicant.key.kind");
    json = some_event();
    json["device_seq"] = 18446744073709551615ULL;
    BOOST_TEST(wrong_field(json) == "device_seq");
    BOOST_TEST(wrong_field(nlohmann::json::array()) == ".");
}

BOOST_AUTO_TEST_CASE(a_member_of_a_newer_peer_is_passed_over) {
    auto json = some_event();
    json["mood"] = {{"of", "the clerk"}};
    BOOST_TEST(wire::event_from_json(json).ok());
}

BOOST_AUTO_TEST_CASE(text_that_is_not_json_is_refused) {
    BOOST_TEST(wire::event_from_text("{\"id\":").error().code == "wire.not_json");
    BOOST_TEST(wire::event_from_text("").error().code == "wire.not_json");
    BOOST_TEST(wire::event_from_text("\"\xff\"").error().code == "wire.not_json");
    BOOST_TEST(wire::parse_text(std::string(100'000, '[')).error().code == "wire.not_json");
    BOOST_TEST(wire::parse_text(std::string(100'000, '"') + "[").error().code == "wire.not_json");
}

BOOST_AUTO_TEST_SUITE_END()
