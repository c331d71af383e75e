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
    const auto dossier = settle({}, scenario.state, event, kFields);
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

BOOST_AUTO_TEST_CASE(an_older_value_never_replaces_a_newer_one) {
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    domain::Dossier dossier;
    dossier.facts = {{.field = "phone", .value = "newer", .at = event.at + std::chrono::hours{1}},
                     {.field = "employer", .value = "older", .at = event.at - std::chrono::hours{1}}};
    dossier = settle(dossier, scenario.state, event, kFields);
    BOOST_TEST(fact(dossier, "phone")->value == "newer");
    BOOST_TEST(fact(dossier, "employer")->value == "青秀区小店");
    BOOST_TEST(dossier.facts.size() == 3U);  // and the name
}

BOOST_AUTO_TEST_CASE(a_newer_document_supersedes_the_one_before_but_never_a_better_one) {
    domain::Dossier dossier;
    dossier.documents = {{.id = "old", .type = "id_card", .grade = domain::TrustGrade::uploaded},
                         {.id = "issued", .type = "id_card", .grade = domain::TrustGrade::issued}};
    const auto event = next(EventKind::receive, tests::clerk(), 7);
    dossier = settle(dossier, scenario.state, event, kFields);
    BOOST_TEST(dossier.documents.size() == 3U);
    BOOST_TEST(dossier.documents[0].superseded);
    BOOST_TEST(!dossier.documents[1].superseded);
    BOOST_TEST(!dossier.documents[2].superseded);
}

BOOST_AUTO_TEST_CASE(an_issued_result_is_a_document_of_grade_a_and_a_refusal_none) {
    scenario.state.life = domain::LifeCycle::ready;
    scenario.state.result = domain::CaseResult::granted;
    scenario.state.registration.item.result_document_type = "food_licence";
    scenario.state.licence_no = "桂A0001";
    domain::CaseEvent event;
    event.kind = EventKind::issue_out;
    event.seq = 9;
    auto dossier = settle({}, scenario.state, event, kFields);
    BOOST_REQUIRE(dossier.documents.size() == 1U);
    BOOST_TEST((dossier.documents[0].grade == domain::TrustGrade::issued));
    BOOST_TEST(dossier.documents[0].number == "桂A0001");
    scenario.state.result = domain::CaseResult::refused;
    BOOST_TEST(settle({}, scenario.state, event, kFields).documents.empty());
}

BOOST_AUTO_TEST_SUITE_END()
