#include "hub/store/policy_file.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/session_json.h"
#include "tests/hub/hub_place.h"
#include "tests/support/files.h"

using namespace yc;
using domain::CaseResult;

namespace {

struct Fixture : tests::HubPlace {
    void write(const std::string& text) { tests::write_file(folder.path() / hub::store::kPolicyFile, text); }
    base::Result<wire::NumberedPolicy> start() {
        return hub::store::put_policy_in_force(folder.path(), *store, clock.now());
    }
    std::string refusal(const std::string& text) {
        write(text);
        const auto started = start();
        return started ? "" : started.error().code;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(policy_tests, Fixture)

BOOST_AUTO_TEST_CASE(without_a_file_the_defaults_hold) {
    const auto policy = start();
    BOOST_REQUIRE(policy);
    BOOST_TEST(policy->version == 0);
    BOOST_TEST((policy->policy == domain::Policy{}));
}

BOOST_AUTO_TEST_CASE(the_file_that_is_written_holds_the_defaults_and_is_read_again) {
    BOOST_TEST(hub::store::write_default_policy(folder.path(), *store).value());
    const auto policy = start();
    BOOST_REQUIRE(policy);
    BOOST_TEST(policy->version == 1);
    BOOST_TEST((policy->policy == domain::Policy{}));
    BOOST_TEST(!hub::store::write_default_policy(folder.path(), *store).value());
}

BOOST_AUTO_TEST_CASE(every_key_is_read_and_written) {
    const char* text =
        R"({"version": 7, "count_start_day": true, "office_opens": "08:30", "lunch_from": "11:30",
        "lunch_to": "14:00", "office_closes": "18:15", "reply_days": 3, "delivery_days": 4, "supplement_days": 20,
        "supplement_overdue_outcome": "declined", "tolerant_days": 6, "tolerant_overdue_outcome": "refused",
        "may_supplement_in_review": false, "in_review_supplement_pauses": true, "extension_days": 8,
        "joint_extension_days": 9, "extension_ask_days_before": 2, "skew_tolerance_minutes": 10,
        "card_rules": [{"card": "red_card", "clock": "promise", "working_days_past": 5}]})";
    write(text);
    const auto read = start();
    BOOST_REQUIRE_MESSAGE(read.ok(), (read ? "" : read.error().code));
    const domain::Policy& policy = read->policy;
    BOOST_TEST(read->version == 7);
    BOOST_TEST(policy.counting.count_start_day);
    BOOST_TEST((policy.counting.hours.closes == base::TimeOfDay{18 * 60 + 15}));
    BOOST_TEST(policy.reply_days == 3);
    BOOST_TEST((policy.supplement_overdue_outcome == CaseResult::declined));
    BOOST_TEST((policy.tolerant_overdue_outcome == CaseResult::refused));
    BOOST_TEST((policy.skew_tolerance == std::chrono::minutes{10}));
    BOOST_REQUIRE(policy.card_rules.size() == 1U);
    const auto sent = wire::policy_to_json(*read);
    BOOST_TEST(sent == nlohmann::json::parse(text));
    BOOST_TEST((wire::policy_from_json(sent, wire::UnknownKeys::pass).value() == *read));
    BOOST_TEST((wire::policy_from_file(wire::policy_to_file(*read)).value() == *read));
    // Every key of the file stands in the page for administrators.
    const auto page = tests::read_file(YICHUANG_SOURCE_DIR "/docs/administration.md");
    for (const auto& [key, value] : sent.items())
        BOOST_TEST(page.find("| `" + key + "` |") != std::string::npos, key);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused_and_named) {
    BOOST_TEST(refusal("{\n\"version\": 1,\n oops") == "policy.not_json");
    BOOST_TEST(start().error().args.at("line") == "3");
    BOOST_TEST(refusal("[]") == "policy.not_an_object");
    BOOST_TEST(refusal(R"({"version": 1, "replydays": 5})") == "policy.unknown_key");
    BOOST_TEST(start().error().args.at("key") == "replydays");
    for (
        const char* text :
        {R"({})", R"({"version": 0})", R"({"version": "1"})", R"({"version": 1, "reply_days": 6})",
         R"({"version": 1, "reply_days": 2.5})", R"({"version": 1, "count_start_day": 1})",
         R"({"version": 1, "office_closes": "24:00"})", R"({"version": 1, "office_closes": "08:00"})",
         R"({"version": 1, "supplement_overdue_outcome": "granted"})",
         R"({"version": 1, "card_rules": [{"card": "red_card"}]})",
         R"({"version": 1, "card_rules": [{"card": "accept", "clock": "promise", "working_days_past": 0}]})"})
        BOOST_TEST(refusal(text) == "policy.bad_value", text);
    BOOST_TEST(store->meta("policy_version").value().has_value() == false);
}

BOOST_AUTO_TEST_CASE(a_change_needs_a_higher_version_and_ends_the_sessions) {
    write(R"({"version": 1})");
    BOOST_REQUIRE(start());
    const std::string token = sign_in("clerk1");
    BOOST_REQUIRE(start());  // a restart under the same policy leaves everybody signed in
    BOOST_TEST(ask("GET", "/v1/changes?after=0", token).status == 200);
    BOOST_TEST(refusal(R"({"version": 1, "reply_days": 3})") == "policy.version_not_raised");
    write(R"({"version": 2, "reply_days": 3})");
    BOOST_REQUIRE(start());
    BOOST_TEST(ask("GET", "/v1/changes?after=0", token).status == 401);
    BOOST_TEST(store->audit_entries(0, 1000)->back().action == "policy.in_force");
    BOOST_TEST(refusal(R"({"version": 1})") == "policy.version_not_raised");
    std::filesystem::remove(folder.path() / hub::store::kPolicyFile);
    BOOST_TEST(start().error().code == "policy.missing");
}

BOOST_AUTO_TEST_CASE(a_new_default_ends_the_sessions_and_stops_no_hub) {
    write(R"({"version": 1, "reply_days": 3})");
    BOOST_REQUIRE(start());
    const std::string token = sign_in("clerk1");
    // As a program with another default would have left it: the same file, other values in force.
    BOOST_REQUIRE(store->set_meta("policy_digest", "of the values of an older program"));
    BOOST_REQUIRE(start());
    BOOST_TEST(ask("GET", "/v1/changes?after=0", token).status == 401);
    write(R"({
        "reply_days": 3,
        "version": 1})");
    BOOST_TEST(start().ok());
    // A default written out is another file: who answers for it gives it a number.
    BOOST_TEST(refusal(R"({"version": 1, "reply_days": 3, "delivery_days": 10})") ==
               "policy.version_not_raised");
}

BOOST_AUTO_TEST_CASE(putting_in_force_cut_off_anywhere_is_done_again) {
    write(R"({"version": 1})");
    BOOST_REQUIRE(start());
    const std::string token = sign_in("clerk1");
    BOOST_REQUIRE(store->set_meta("policy_version", "0"));  // everything but the number was written
    BOOST_REQUIRE(start());
    BOOST_TEST(ask("GET", "/v1/changes?after=0", token).status == 401);
    BOOST_TEST(store->meta("policy_version").value().value_or("") == "1");
}

BOOST_AUTO_TEST_CASE(clients_are_told_the_policy_when_they_sign_in) {
    policy.reply_days = 3;
    api = std::make_unique<hub::api::Api>(*store, clock, rules, 4);
    const wire::SessionRequest request{"clerk1", "right", "device-1", {}, wire::kProtocol};
    const auto session =
        wire::session_from_text(ask("POST", "/v1/session", {}, wire::to_json(request).dump()).body);
    BOOST_REQUIRE(session);
    BOOST_TEST(session->policy.version == 4);
    BOOST_TEST((session->policy.policy == policy));
}

BOOST_AUTO_TEST_CASE(a_message_of_a_newer_hub_is_read_without_what_is_new) {
    auto json = wire::policy_to_json({.version = 3, .policy = {}});
    json["something_new"] = 1;
    BOOST_TEST(wire::policy_from_json(json, wire::UnknownKeys::pass).value().version == 3);
    BOOST_TEST(wire::policy_from_json(wire::policy_to_json({}), wire::UnknownKeys::pass).value().version ==
               0);
}

BOOST_AUTO_TEST_SUITE_END()
