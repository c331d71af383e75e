// Who stands at the counter: the applicant's column and the items' question say the same.
#include "client/desk/intake.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

struct Fixture : DeskFixture {
    std::string answer_of(const Intake& intake) {
        for (const QuestionView& view : intake.questions())
            if (view.question.id == "agent") return view.answer;
        return "not asked";
    }
    bool asks_for_authority(const Intake& intake) {
        const auto rows = intake.materials();
        return std::any_of(rows.begin(), rows.end(),
                           [](const MaterialRow& row) { return row.name == "授权委托书"; });
    }
    bool names_agent_missing(const Intake& intake) {
        const auto list = intake.missing_list();
        return std::any_of(list.begin(), list.end(),
                           [](const Problem& problem) { return problem.text.key == "desk.missing.agent"; });
    }
    cli::InventedPerson agent = cli::invent_person(base::make_date(1970, 3, 4), 985, "黄示例");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_agent_tests, Fixture)

BOOST_AUTO_TEST_CASE(entering_an_agent_answers_the_question_and_the_papers_follow) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_TEST(answer_of(*intake) == "no");
    BOOST_TEST(!asks_for_authority(*intake));
    int told_of_materials = 0;
    const auto watch = intake->observe([&](IntakeChange change) {
        if (change == IntakeChange::materials) ++told_of_materials;
    });
    intake->set_agent(agent.number, agent.name, agent.phone);
    BOOST_TEST(answer_of(*intake) == "yes");
    BOOST_TEST(asks_for_authority(*intake));
    BOOST_TEST(told_of_materials > 0);
    intake->set_agent({}, {}, {});
    BOOST_TEST(answer_of(*intake) == "no");
    BOOST_TEST(!asks_for_authority(*intake));
}

BOOST_AUTO_TEST_CASE(an_item_chosen_after_the_agent_is_asked_for_the_agents_papers_too) {
    const auto intake = intake_for(elder, "高龄津贴");
    intake->set_agent(agent.number, agent.name, agent.phone);
    BOOST_REQUIRE(intake->choose_item(intake->search_items("临时救助").front().code).ok());
    BOOST_TEST(answer_of(*intake) == "yes");
    BOOST_TEST(asks_for_authority(*intake));
}

BOOST_AUTO_TEST_CASE(answering_that_somebody_acts_asks_for_the_agent) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_TEST(intake->answer("agent", "yes").ok());
    BOOST_TEST(intake->agent_expected());
    BOOST_TEST(names_agent_missing(*intake));
    BOOST_TEST(intake->receive().error().code == "intake.incomplete");
    intake->set_agent({}, {}, {});  // leaving the empty field does not take the answer back
    BOOST_TEST(answer_of(*intake) == "yes");
    intake->set_agent(agent.number, agent.name, agent.phone);
    BOOST_TEST(!names_agent_missing(*intake));
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_REQUIRE(state->registration.agent.has_value());
    BOOST_TEST(state->registration.agent->name == agent.name);
    BOOST_TEST(state->registration.circumstances.at("agent") == "yes");
}

BOOST_AUTO_TEST_CASE(answering_in_person_takes_the_agent_away_from_all_errands) {
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_REQUIRE(intake->choose_item(intake->search_items("临时救助").front().code).ok());
    intake->set_agent(agent.number, agent.name, agent.phone);
    BOOST_TEST(intake->answer("agent", "no").ok());
    BOOST_TEST(!intake->has_agent());
    BOOST_TEST(!intake->agent_expected());
    intake->show_errand(0);
    BOOST_TEST(answer_of(*intake) == "no");
}

BOOST_AUTO_TEST_SUITE_END()
