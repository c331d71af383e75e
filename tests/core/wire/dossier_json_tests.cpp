#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/wire/dossier_file_json.h"
#include "core/wire/json_text.h"
#include "tests/support/random_event.h"

using namespace yc;

namespace {

domain::FactStatement random_statement(tests::Random& random) {
    domain::FactStatement out;
    out.id = "s" + tests::random_text(random);
    out.field = "f" + tests::random_text(random);
    out.value = tests::random_text(random);
    out.origin = tests::random_enum<domain::StatementOrigin>(random);
    out.source_case = tests::random_text(random);
    out.case_id = tests::random_text(random);
    out.said_by = tests::random_text(random);
    out.said_by_name = tests::random_text(random);
    out.at = base::at(base::make_date(2026, 3, 2), std::chrono::minutes(tests::random_int(random, 0, 999)));
    if (tests::coin(random)) out.valid_until = base::make_date(2031, 5, 2);
    if (tests::coin(random)) out.pages = {"page"};
    out.device = tests::random_text(random);
    out.device_seq = tests::random_int(random, 0, 9);
    if (tests::coin(random)) out.base = tests::random_int(random, 0, 3);
    out.seq = tests::random_int(random, 0, 9);
    out.erased = tests::coin(random);
    return out;
}

domain::DossierAct random_act(tests::Random& random) {
    domain::DossierAct out;
    out.id = "a" + tests::random_text(random);
    out.kind = tests::random_enum<domain::DossierActKind>(random);
    out.field = tests::random_text(random);
    out.document = tests::random_text(random);
    if (tests::coin(random)) out.among = {"x", "y"};
    if (tests::coin(random)) out.keep = {"y"};
    out.value = tests::random_text(random);
    if (tests::coin(random)) out.valid_until = base::make_date(2031, 5, 2);
    if (tests::coin(random)) {
        out.pages = {"p"};
        out.turned = {{"p", 180}};
    }
    out.concerns = tests::random_text(random);
    if (tests::coin(random)) out.other = domain::PartyKey{domain::DocumentKind::passport, "E1"};
    out.ground = tests::random_text(random);
    out.reason = tests::random_text(random);
    out.by = tests::random_text(random);
    out.by_name = tests::random_text(random);
    out.at = base::at(base::make_date(2026, 3, 2), std::chrono::minutes(tests::random_int(random, 0, 999)));
    out.seq = tests::random_int(random, 0, 9);
    return out;
}

domain::DossierRecord random_record(tests::Random& random) {
    domain::DossierRecord out;
    out.key = {domain::DocumentKind::citizen_id, "n" + tests::random_text(random)};
    out.case_count = tests::random_int(random, 0, 9);
    out.version = tests::random_int(random, 0, 99);
    for (int i = tests::random_int(random, 0, 4); i > 0; --i) {
        out.statements.push_back(random_statement(random));
        out.acts.push_back(random_act(random));
    }
    return out;
}

nlohmann::json travelled(const nlohmann::json& json) {
    return *wire::parse_text(wire::to_text(json));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dossier_json_tests)

BOOST_AUTO_TEST_CASE(any_record_and_any_file_come_back_as_they_went) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    tests::Random random(seed);
    for (int i = 0; i < 200; ++i) {
        const std::vector<domain::DossierRecord> records{random_record(random), random_record(random)};
        const auto read = wire::record_from_text(wire::record_to_text(records[0]));
        BOOST_REQUIRE(read);
        BOOST_REQUIRE((*read == records[0]));
        auto file = domain::file_of(records, {0, 7}, 1);
        file.parts[1].merged_at = base::at(base::make_date(2026, 3, 2), {});
        file.cases.push_back({.case_id = "c1",
                              .case_no = "4501",
                              .item_name = "高龄津贴",
                              .life = domain::LifeCycle::closed,
                              .result = domain::CaseResult::granted,
                              .registered_at = base::at(base::make_date(2026, 3, 2), {})});
        file.cases.push_back({.case_id = "c2", .part = 1});
        file.related.push_back({.relation = domain::Relation::legal_representative, .name = "李示"});
        file.related.push_back({.relation = domain::Relation::agent,
                                .key = domain::PartyKey{domain::DocumentKind::passport, "E1"},
                                .cases = {"4501"}});
        const auto answer = wire::file_answer_from_json(travelled(wire::file_answer_to_json(file)));
        BOOST_REQUIRE(answer);
        BOOST_REQUIRE((**answer == file));
    }
    BOOST_TEST(!wire::file_answer_from_json(travelled(wire::file_answer_to_json({})))->has_value());
}

BOOST_AUTO_TEST_CASE(an_act_travels_with_whose_dossier_and_on_what_ground) {
    tests::Random random(3);
    const wire::DossierActRequest request{
        {{domain::DocumentKind::passport, "E1"}, "correction", "c1", "t1", "来函"}, random_act(random)};
    const auto read = wire::act_request_from_json(travelled(wire::to_json(request)));
    BOOST_REQUIRE(read);
    BOOST_TEST((read->act == request.act));
    BOOST_TEST((read->on.key == request.on.key));
    BOOST_TEST(read->on.ticket == "t1");
    BOOST_TEST(read->on.reason == "来函");
    auto json = wire::to_json(request);
    json["act"].erase("kind");
    BOOST_TEST(wire::act_request_from_json(json).error().args.at("field") == "act.kind");
}

BOOST_AUTO_TEST_CASE(a_dossier_of_an_older_and_of_a_newer_program_is_read) {
    domain::Dossier known;
    known.party.key = {domain::DocumentKind::passport, "E1"};
    known.party.name = "李";
    auto before = wire::to_json(known);
    before.erase("open");
    before.erase("other_keys");
    const auto old = wire::dossier_from_json(before);
    BOOST_REQUIRE(old);
    BOOST_TEST(old->open.empty());
    tests::Random random(4);
    auto json = *wire::parse_text(wire::record_to_text(random_record(random)));
    json["later"] = {{"more", 1}};
    json["statements"].push_back(
        {{"id", "s"}, {"field", "phone"}, {"at", "2026-03-02T10:00:00.000+08:00"}, {"later", true}});
    BOOST_TEST(wire::record_from_text(json.dump()).ok());
}

BOOST_AUTO_TEST_SUITE_END()
