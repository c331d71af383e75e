#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/dossier_json.h"
#include "core/wire/error_json.h"
#include "core/wire/feed_json.h"
#include "core/wire/json_text.h"
#include "tests/support/random_event.h"

using namespace yc;

namespace {

domain::Dossier random_dossier(tests::Random& random) {
    domain::Dossier out;
    out.party = tests::random_party(random);
    out.case_count = tests::random_int(random, 0, 9);
    out.version = tests::random_int(random, 0, 99);
    for (int i = tests::random_int(random, 0, 4); i > 0; --i)
        out.facts.push_back({.field = "f" + tests::random_text(random), .value = tests::random_text(random)});
    for (int i = tests::random_int(random, 0, 4); i > 0; --i) {
        domain::DossierDocument document;
        document.id = "d" + tests::random_text(random);
        document.grade = tests::random_enum<domain::TrustGrade>(random);
        document.valid_until = base::make_date(2030, 2, 28);
        document.pages = {tests::random_text(random)};
        document.superseded = tests::coin(random);
        out.documents.push_back(document);
    }
    return out;
}

/// What the other end reads of a message after it has been text.
nlohmann::json travelled(const nlohmann::json& json) {
    return *wire::parse_text(wire::to_text(json));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(messages_json_tests)

BOOST_AUTO_TEST_CASE(any_dossier_comes_back_as_it_went) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    tests::Random random(seed);
    for (int i = 0; i < 200; ++i) {
        const auto dossier = random_dossier(random);
        const auto read = wire::dossier_from_text(wire::dossier_to_text(dossier));
        BOOST_REQUIRE(read);
        BOOST_REQUIRE((*read == dossier));
        const auto answer = wire::lookup_answer_from_json(travelled(wire::lookup_answer_to_json(dossier)));
        BOOST_REQUIRE(answer);
        BOOST_REQUIRE((**answer == dossier));
    }
    const auto nobody = wire::lookup_answer_from_json(travelled(wire::lookup_answer_to_json(std::nullopt)));
    BOOST_TEST((nobody && !nobody->has_value()));
}

BOOST_AUTO_TEST_CASE(a_lookup_needs_number_and_purpose) {
    const wire::DossierLookup lookup{{domain::DocumentKind::passport, "E1"}, "intake", "c1"};
    const auto read = wire::dossier_lookup_from_json(travelled(wire::to_json(lookup)));
    BOOST_REQUIRE(read);
    BOOST_TEST((read->key == lookup.key));
    BOOST_TEST(read->purpose == "intake");
    BOOST_TEST(read->case_id == "c1");
    auto json = wire::to_json(lookup);
    json.erase("purpose");
    BOOST_TEST(wire::dossier_lookup_from_json(json).error().args.at("field") == "purpose");
    json = wire::to_json(lookup);
    json.erase("number");
    BOOST_TEST(wire::dossier_lookup_from_json(json).error().args.at("field") == "number");
}

BOOST_AUTO_TEST_CASE(the_feed_and_the_answers_to_events_come_back_as_they_went) {
    tests::Random random(5);
    wire::ChangesPage page{"e1", {tests::random_event(random), tests::random_event(random)},
                           17,   {{}, 17, "id", base::at(base::make_date(2026, 11, 22), {})},
                           true, {},
                           4};
    page.dossiers_changed.push_back({{domain::DocumentKind::citizen_id, "110101199001011237"}, 16});
    const auto read = wire::changes_from_json(travelled(wire::to_json(page)));
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == page));

    std::vector<wire::PushResult> results(2);
    results[0] = {"a", wire::PushStatus::accepted, 12, base::at(base::make_date(2026, 11, 22), {}),
                  std::nullopt};
    results[1] = {
        "b", wire::PushStatus::refused, {}, {}, base::Error{"case.not_allowed", "x", {{"state", "CLOSED"}}}};
    const auto answers = wire::push_answer_from_json(travelled(wire::push_answer_to_json(results)));
    BOOST_REQUIRE(answers);
    BOOST_TEST((*answers == results));

    const auto events = wire::push_from_json(travelled(wire::push_to_json(page.events)));
    BOOST_REQUIRE(events);
    BOOST_TEST((*events == page.events));
}

BOOST_AUTO_TEST_CASE(an_answer_without_an_error_is_itself_an_error) {
    const base::Error error{"session.expired", "d", {{"minutes", "30"}}};
    BOOST_TEST((wire::error_from_body(wire::error_body(error)) == error));
    BOOST_TEST(wire::error_from_body(nlohmann::json::object()).code == "wire.invalid");
    BOOST_TEST(wire::error_from_body(nlohmann::json("x")).code == "wire.invalid");
}

BOOST_AUTO_TEST_SUITE_END()
