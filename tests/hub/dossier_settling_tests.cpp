#include "hub/store/dossier_settling.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "tests/core/domain/case_scenario.h"

using namespace yc;
using domain::EventKind;
using hub::store::settle;

namespace {

const hub::store::SettlingFields kFields{{"f_unit", "employer"}};

struct Fixture {
    Fixture() {
        scenario.item.result_document_type = "food_licence";
        scenario.item.result_name = "食品经营许可证";
        scenario.act(EventKind::register_case, tests::clerk());
        scenario.state.materials[0].document_type = "id_card";
        scenario.state.materials[0].pages = {"sha-1"};
        scenario.state.materials[0].turned = {{"sha-1", 90}};
        scenario.state.materials[1].document_type = "lease";
        scenario.state.form = {{"f_unit", "青秀区小店"}, {"f_private", "不留"}};
        scenario.state.registration.applicant.phone = "13800000000";
    }
    domain::CaseEvent next(EventKind kind, const domain::Actor& actor, int64_t seq) {
        auto event = scenario.event(kind, actor);
        event.seq = seq;
        scenario.act(event);
        return event;
    }
    /// What stands after the event.
    domain::Dossier settled(const domain::DossierRecord& before, const domain::CaseEvent& event) const {
        const auto record = settle(before, scenario.state, event, kFields);
        return domain::dossier_of({&record, 1});
    }
    static const domain::Fact* fact(const domain::Dossier& dossier, const std::string& field) {
        const auto found = std::find_if(dossier.facts.begin(), dossier.facts.end(),
                                        [&](const auto& one) { return one.field == field; });
        return found == dossier.facts.end() ? nullptr : &*found;
    }

    tests::CaseScenario scenario;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dossier_settling_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_receipt_leaves_what_the_counter_verified) {
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    const auto dossier = settled({}, event);
    BOOST_REQUIRE(fact(dossier, "employer"));
    BOOST_TEST(fact(dossier, "employer")->value == "青秀区小店");
    BOOST_TEST(fact(dossier, "employer")->verified_by == "clerk1");
    BOOST_TEST(fact(dossier, "employer")->source_case == scenario.state.registration.case_no);
    BOOST_TEST(fact(dossier, "phone")->value == "13800000000");
    BOOST_TEST(!fact(dossier, "f_private"));
    BOOST_REQUIRE(dossier.documents.size() == 1U);  // the lease has no page, the photo no type
    BOOST_TEST(dossier.documents[0].type == "id_card");
    BOOST_TEST((dossier.documents[0].grade == domain::TrustGrade::verified));
    BOOST_TEST(dossier.documents[0].pages.front() == "sha-1");
    BOOST_TEST(dossier.documents[0].turned.at("sha-1") == 90);
    BOOST_TEST(dossier.case_count == 1);
    BOOST_TEST(dossier.version == 7);
}

BOOST_AUTO_TEST_CASE(settling_the_same_event_again_changes_nothing) {
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    const auto once = settle({}, scenario.state, event, kFields);
    BOOST_TEST((settle(once, scenario.state, event, kFields) == once));
}

BOOST_AUTO_TEST_CASE(a_value_said_without_knowing_the_present_one_stands_beside_it) {
    auto event = next(EventKind::receive, tests::clerk(), 7);
    domain::DossierRecord before;
    for (const char* field : {"phone", "employer"})
        domain::add_statement(before, {.id = field, .field = field, .value = "before", .seq = 5});
    scenario.state.registration.dossier_base = 4;
    const auto unseen = settled(before, event);
    BOOST_TEST(unseen.open.size() == 2U);
    BOOST_TEST(!fact(unseen, "phone"));
    scenario.state.registration.dossier_base = 5;
    const auto seen = settled(before, event);
    BOOST_TEST(seen.open.empty());
    BOOST_TEST(fact(seen, "phone")->value == "13800000000");
    BOOST_TEST(fact(seen, "employer")->value == "青秀区小店");
    // The hub cannot have given the clerk a version that it had not reached.
    scenario.state.registration.dossier_base = 7;
    BOOST_TEST(settled(before, event).open.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_supplement_says_nothing_new_of_what_it_repeats) {
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    auto record = settle({}, scenario.state, event, kFields);
    const auto count = record.statements.size();
    auto supplement = event;
    supplement.id = "later";
    supplement.kind = EventKind::supplement_done;
    supplement.seq = 9;
    supplement.body.form = {{"f_unit", "青秀区大店"}};
    record = settle(record, scenario.state, supplement, kFields);
    BOOST_TEST(record.statements.size() == count + 1);
    BOOST_TEST(fact(domain::dossier_of({&record, 1}), "employer")->value == "青秀区大店");
}

BOOST_AUTO_TEST_CASE(what_is_corrected_on_the_spot_after_the_receipt_is_the_cases_new_word) {
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    auto record = settle({}, scenario.state, event, kFields);
    auto mended = event;
    mended.id = "mended";
    mended.kind = EventKind::correct_on_spot;
    mended.seq = 8;
    mended.body.form = {{"f_unit", "青秀区中店"}};
    record = settle(record, scenario.state, mended, kFields);
    BOOST_TEST(fact(domain::dossier_of({&record, 1}), "employer")->value == "青秀区中店");
    BOOST_TEST(record.case_count == 1);
}

BOOST_AUTO_TEST_CASE(a_newer_document_supersedes_the_one_before_but_never_a_better_one) {
    domain::DossierRecord before;
    before.documents = {{.id = "old", .type = "id_card", .grade = domain::TrustGrade::uploaded},
                        {.id = "issued", .type = "id_card", .grade = domain::TrustGrade::issued}};
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    const auto dossier = settled(before, event);
    BOOST_TEST(dossier.documents.size() == 3U);
    for (const auto& document : dossier.documents)
        BOOST_TEST(document.superseded == (document.id == "old"), document.id);
}

BOOST_AUTO_TEST_CASE(an_issued_result_is_a_document_of_grade_a_and_a_refusal_none) {
    scenario.state.life = domain::LifeCycle::ready;
    scenario.state.result = domain::CaseResult::granted;
    scenario.state.registration.item.result_document_type = "food_licence";
    scenario.state.licence_no = "桂A0001";
    domain::CaseEvent event;
    event.kind = EventKind::issue_out;
    event.seq = 9;
    const auto dossier = settled({}, event);
    BOOST_REQUIRE(dossier.documents.size() == 1U);
    BOOST_TEST((dossier.documents[0].grade == domain::TrustGrade::issued));
    BOOST_TEST(dossier.documents[0].number == "桂A0001");
    scenario.state.result = domain::CaseResult::refused;
    BOOST_TEST(settled({}, event).documents.empty());
}

BOOST_AUTO_TEST_SUITE_END()
