// An item that is suspended or cancelled while a clerk has it open, and cases taken before.
#include <boost/test/unit_test.hpp>

#include "forms/catalogue_merge.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

struct CancelledItem : tests::DeskFixture {
    void set_state(const std::string& code, domain::ItemState state) {
        const auto changed =
            forms::with_state(desk->catalogue->bundle(), code, state, {clock.today(), "政策调整"});
        BOOST_REQUIRE(changed.ok());
        desk->catalogue = *forms::Catalogue::open(*changed);
    }
    std::string code_of(Intake& intake) { return intake.search_items("高龄津贴").front().code; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_cancelled_tests, CancelledItem)

BOOST_AUTO_TEST_CASE(an_item_cancelled_while_open_is_not_received_and_the_clerk_is_told_why) {
    const auto intake = intake_for(elder, "高龄津贴");
    const auto code = code_of(*intake);
    set_state(code, domain::ItemState::suspended);
    const auto refused = intake->receive();
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "intake.item_not_in_use");
    BOOST_TEST(!refused.error().args.at("item").empty());
    set_state(code, domain::ItemState::in_use);
    const auto outcome = intake->receive();
    BOOST_TEST(outcome.ok(), tests::told(outcome));
}

BOOST_AUTO_TEST_CASE(a_case_taken_before_still_has_its_item_and_form) {
    const auto intake = intake_for(elder, "高龄津贴");
    const auto code = code_of(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    set_state(code, domain::ItemState::cancelled);
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_REQUIRE(state.ok());
    const auto& terms = state->registration.item;
    const auto* pinned = desk->catalogue->find(terms.code, terms.version);
    BOOST_REQUIRE(pinned);
    BOOST_TEST(pinned->name == terms.name);
    BOOST_TEST((pinned->state == domain::ItemState::in_use));
    BOOST_TEST(!desk->catalogue->form_of(*pinned).sections.empty());
    BOOST_TEST((desk->catalogue->newest(code)->state == domain::ItemState::cancelled));
}

BOOST_AUTO_TEST_SUITE_END()
