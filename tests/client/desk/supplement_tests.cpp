// Papers that come in later at the counter: what a notice asked for, and what is owed after the acceptance.
#include "client/desk/supplement.h"

#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/printed_text.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using domain::LifeCycle;

namespace {

struct Fixture : tests::DeskFixture {
    static constexpr const char* photo = "elder_allowance-04";

    /// Accepted though the photo is owed; the case id.
    std::string accept_owing() {
        const auto intake = intake_for(elder, "高龄津贴");
        BOOST_REQUIRE(intake->set_deferred(photo, true).ok());
        scan_all(*intake);
        const auto outcome = intake->accept();
        BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
        return outcome->cases.front().case_id;
    }
    std::vector<std::string> awaited(const std::string& id) { return awaited_papers(*store->case_state(id)); }

    Supplement supplement{*desk};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(supplement_tests, Fixture)

BOOST_AUTO_TEST_CASE(what_is_owed_comes_in_and_its_receipt_promises_no_acceptance) {
    const std::string id = accept_owing();
    BOOST_TEST(awaited(id) == std::vector<std::string>{photo}, boost::test_tools::per_element());
    BOOST_TEST(supplement.take_in(id, {}).error().code == "supplement.incomplete");
    BOOST_TEST(supplement.take_in(id, {{"elder_allowance-01", {}}}).error().code == "supplement.not_asked");
    clock.advance(std::chrono::hours(1));
    const auto page = supplement.add_page(*cli::sample_page_png(++seed));
    const auto taken = supplement.take_in(id, {{photo, {page->sha256}}});
    BOOST_REQUIRE_MESSAGE(taken.ok(), tests::told(taken));
    BOOST_TEST(awaited(id).empty());
    const PrintedDocument& paper = taken->documents.front();
    BOOST_TEST(tests::says(paper, "本件已经受理"));
    BOOST_TEST(tests::says(paper, "已经补齐"));
    BOOST_TEST(!tests::says(paper, "视为受理"));
    BOOST_TEST(tests::says(paper, "11:00"), "when the paper came in, not the case");
}

BOOST_AUTO_TEST_CASE(what_is_awaited_follows_from_where_the_case_stands) {
    domain::CaseState state;
    state.supplement_codes = {"asked"};
    state.deferred_codes = {"owed"};
    const auto first = [&](LifeCycle life) {
        state.life = life;
        const auto codes = awaited_papers(state);
        return codes.empty() ? std::string() : codes.front();
    };
    BOOST_TEST(first(LifeCycle::supplement) == "asked");
    BOOST_TEST(first(LifeCycle::supplement_in_review) == "asked");
    BOOST_TEST(first(LifeCycle::in_review) == "owed");
    state.closed_at = clock.now();
    BOOST_TEST(first(LifeCycle::closed).empty());
}

BOOST_AUTO_TEST_SUITE_END()
