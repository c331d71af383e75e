// 一件事: several items taken in as one, with one form in which nothing is asked twice.
#include "client/desk/intake_package.h"

#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using tests::DeskFixture;

namespace {

constexpr const char* retirement = "450103YJS102";

struct Fixture : DeskFixture {
    cli::InventedPerson worker_ = cli::invent_person(base::make_date(1966, 3, 4), 987, "黄示例");

    std::unique_ptr<Intake> intake_of(const std::string& package) {
        auto intake = new_intake();
        read(*intake, worker_.number);
        const auto chosen = intake->choose_item(package);
        BOOST_REQUIRE_MESSAGE(chosen.ok(), tests::told(chosen));
        return intake;
    }
    static std::vector<std::string> ids(const std::vector<FieldView>& fields) {
        std::vector<std::string> out;
        for (const auto& field : fields) out.push_back(field.id);
        return out;
    }
    /// Facts that the shown fields of all errands hold, each as often as it is asked.
    std::map<std::string, int> facts_asked(Intake& intake) {
        std::map<std::string, int> asked;
        for (size_t errand = 0; errand < intake.errand_count(); ++errand) {
            intake.show_errand(errand);
            const auto* item = desk->catalogue->newest(intake.item_head().code);
            for (const auto& id : ids(intake.fields())) {
                const auto* field = desk->catalogue->form_of(*item).find(id);
                if (field && !field->fact.empty()) ++asked[field->fact];
            }
        }
        intake.show_errand(0);
        return asked;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_package_tests, Fixture)

BOOST_AUTO_TEST_CASE(every_package_can_be_taken_by_somebody_at_a_comprehensive_window) {
    BOOST_TEST(desk->catalogue->bundle().packages.size() >= 3u);
    for (const auto& package : desk->catalogue->bundle().packages) {
        std::string reasons;
        bool taken = false;
        for (const bool organisation : {false, true}) {
            auto intake = new_intake();
            intake->set_organisation(organisation);
            const auto chosen = intake->choose_item(package.code);
            taken |= chosen.ok();
            if (!chosen) reasons += chosen.error().code + " ";
        }
        BOOST_TEST(taken, package.name + ": " + reasons);
    }
}

BOOST_AUTO_TEST_CASE(its_questions_come_first_and_add_and_drop_items) {
    const auto intake = intake_of(retirement);
    const size_t usual = intake->errand_count();
    BOOST_TEST(usual == 3u);
    const auto questions = intake->questions();
    BOOST_REQUIRE(!questions.empty());
    BOOST_TEST(questions.front().question.id == "package/fund");
    BOOST_REQUIRE(intake->answer("package/fund", "no").ok());
    BOOST_TEST(intake->errand_count() == usual - 1);
    BOOST_REQUIRE(intake->answer("package/reward", "yes").ok());
    BOOST_TEST(intake->errand_count() == usual);
}

BOOST_AUTO_TEST_CASE(nothing_is_asked_twice_and_a_value_reaches_every_form) {
    const auto intake = intake_of(retirement);
    for (const auto& [fact, times] : facts_asked(*intake))
        BOOST_TEST(times == 1, fact + " is asked " + std::to_string(times) + " times");
    intake->show_errand(0);
    intake->set_field("phone", "13800138000", true);
    for (size_t errand = 1; errand < intake->errand_count(); ++errand) {
        intake->show_errand(errand);
        const auto shown = ids(intake->fields());
        BOOST_TEST((std::find(shown.begin(), shown.end(), "phone") == shown.end()));
    }
}

BOOST_AUTO_TEST_CASE(what_was_typed_stays_when_an_answer_adds_an_item) {
    const auto intake = intake_of(retirement);
    intake->set_field("phone", "13800138001", true);
    BOOST_REQUIRE(intake->answer("package/reward", "yes").ok());
    intake->show_errand(0);
    const auto fields = intake->fields();
    const auto phone =
        std::find_if(fields.begin(), fields.end(), [](const FieldView& view) { return view.id == "phone"; });
    BOOST_REQUIRE((phone != fields.end()));
    BOOST_TEST(phone->value == "13800138001");
}

BOOST_AUTO_TEST_CASE(each_member_becomes_a_case_with_the_shared_values) {
    const auto intake = intake_of(retirement);
    for (size_t errand = 0; errand < intake->errand_count(); ++errand) {
        intake->show_errand(errand);
        cli::fill_in(*intake, worker_);
        scan_all(*intake);
    }
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    BOOST_REQUIRE_EQUAL(outcome->cases.size(), 3u);
    std::set<std::string> phones;
    for (const auto& each : outcome->cases) {
        const auto state = store->case_state(each.case_id);
        BOOST_REQUIRE(state.ok());
        phones.insert(state->form.at("phone"));
    }
    BOOST_TEST(phones.size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_item_chosen_twice_is_shown_instead) {
    const auto intake = intake_of(retirement);
    intake->show_errand(1);
    const auto code = intake->item_head().code;
    intake->show_errand(0);
    BOOST_REQUIRE(intake->choose_item(code).ok());
    BOOST_TEST(intake->errand_count() == 3u);
    BOOST_TEST(intake->current_errand() == 1u);
}

BOOST_AUTO_TEST_CASE(a_draft_remembers_its_package) {
    IntakeDraft draft;
    draft.package = retirement;
    draft.package_answers = {{"fund", "no"}};
    const auto read = draft_from_text(to_text(draft));
    BOOST_REQUIRE(read.ok());
    BOOST_TEST((*read == draft));
}

BOOST_AUTO_TEST_SUITE_END()
