// A page that was turned upright at the counter stays so for everybody who sees it later.
#include "client/desk/case_view.h"
#include "client/desk/intake.h"
#include "client/desk/intake_materials.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

const MaterialRow& row_of(const std::vector<MaterialRow>& rows, const std::string& code) {
    return *std::find_if(rows.begin(), rows.end(), [&](const MaterialRow& row) { return row.code == code; });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_turned_tests, DeskFixture)

BOOST_AUTO_TEST_CASE(a_turned_page_goes_with_the_case_and_its_image_stays_as_it_was) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    const std::string code = "elder_allowance-01";
    const std::string sha256 = row_of(intake->materials(), code).pages[0].sha256;
    const std::string before = *store->page(sha256);
    for (int quarter = 0; quarter < 3; ++quarter) intake->rotate_page(code, 0);
    BOOST_TEST(row_of(intake->materials(), code).pages[0].rotation == 270);
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto view = read_case(*desk, outcome->cases.front().case_id);
    BOOST_REQUIRE(view.ok());
    BOOST_TEST(row_of(view->materials, code).pages[0].rotation == 270);
    BOOST_TEST(row_of(view->materials, "elder_allowance-02").pages[0].rotation == 0);
    BOOST_TEST(*store->page(sha256) == before);
}

BOOST_AUTO_TEST_CASE(four_quarters_are_upright_again_and_leave_no_trace) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    for (int quarter = 0; quarter < 4; ++quarter) intake->rotate_page("elder_allowance-01", 0);
    const auto outcome = intake->receive();
    BOOST_REQUIRE(outcome.ok());
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_REQUIRE(state.ok());
    for (const auto& material : state->materials) BOOST_TEST(material.turned.empty());
}

BOOST_AUTO_TEST_CASE(a_reused_paper_comes_turned_and_may_be_turned_again) {
    domain::Dossier dossier;
    dossier.party = {{domain::DocumentKind::citizen_id, elder.number}, elder.name, elder.phone, {}, {}, {}};
    domain::DossierDocument card{
        .id = "d1", .type = "id_card", .name = "居民身份证", .grade = domain::TrustGrade::issued};
    card.pages = {std::string(64, 'a'), std::string(64, 'b')};
    card.turned = {{card.pages[1], 180}};
    card.at = clock.now();
    dossier.documents = {card};
    BOOST_REQUIRE(store->save_dossier(dossier, clock.now() + std::chrono::hours(1)).ok());
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_REQUIRE(intake->take_offer("elder_allowance-01").ok());
    BOOST_TEST(row_of(intake->materials(), "elder_allowance-01").pages[1].rotation == 180);
    intake->rotate_page("elder_allowance-01", 0);
    scan_all(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto view = read_case(*desk, outcome->cases.front().case_id);
    BOOST_TEST(row_of(view->materials, "elder_allowance-01").pages[0].rotation == 90);
    BOOST_TEST(row_of(view->materials, "elder_allowance-01").pages[1].rotation == 180);
}

BOOST_AUTO_TEST_SUITE_END()
