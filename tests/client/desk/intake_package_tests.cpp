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
    static std::string value_of(const Intake& intake, const std::string& field) {
        for (const auto& view : intake.fields())
            if (view.id == field) return view.value;
        return "not asked";
    }
    static size_t page_count(const Intake& intake) {
        size_t pages = 0;
        for (const auto& row : intake.materials()) pages += row.pages.size();
        return pages;
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

BOOST_AUTO_TEST_CASE(what_was_typed_into_an_item_stays_when_a_package_comes_before_it) {
    const auto packaged = intake_of(retirement);
    packaged->show_errand(1);
    const auto intake = new_intake();
    read(*intake, worker_.number);
    intake->set_party(PartyField::phone, "13900139000");
    BOOST_REQUIRE(intake->choose_item(packaged->item_head().code).ok());
    intake->set_field("phone", "13800138002", true);
    BOOST_REQUIRE(intake->choose_item(retirement).ok());
    BOOST_TEST(intake->errand_count() == 3u);
    intake->show_errand(0);
    BOOST_TEST(value_of(*intake, "phone") == "13800138002");
    intake->set_field("phone", "", true);
    intake->set_field("phone", "", true);
    BOOST_TEST(value_of(*intake, "phone") == "", "a value that was cleared does not come back");
}

BOOST_AUTO_TEST_CASE(an_empty_field_that_is_shown_takes_what_was_typed_in_a_later_errand) {
    const std::vector<AskedFields> apart(2);
    const std::vector<AskedFields> shared{{}, {{"phone", {0, "tel"}}}};
    std::vector<Errand> errands(2);
    errands[1].form["phone"] = "13800138003";
    errands[1].left.insert("phone");
    share_values(errands, shared);
    BOOST_TEST(errands[0].form["tel"] == "13800138003");
    BOOST_TEST(errands[0].left.contains("tel"));
    errands[0].form["tel"] = "";
    share_values(errands, shared);
    BOOST_TEST(errands[1].form["phone"] == "", "cleared where it is asked is cleared everywhere");
    share_values(errands, apart);
    errands[1].form["phone"] = "13800138004";
    share_values(errands, shared);
    BOOST_TEST(errands[0].form["tel"] == "13800138004");
    BOOST_TEST(errands[1].form["phone"] == "13800138004");
}

BOOST_AUTO_TEST_CASE(where_a_field_is_asked_it_is_required_if_any_errand_needs_it) {
    FieldView asking;
    asking.id = "tel";
    FieldView hidden;
    hidden.id = "phone";
    hidden.required = true;
    hidden.problem = Problem{{"error.form.required", {}}};
    std::vector<std::vector<FieldView>> views{{asking}, {hidden, asking}};
    ask_once(views, {{}, {{"phone", {0, "tel"}}}});
    BOOST_REQUIRE_EQUAL(views[1].size(), 1u);
    BOOST_TEST(views[0].front().required);
    BOOST_REQUIRE(views[0].front().problem.has_value());
    BOOST_TEST(views[0].front().problem->text.key == "error.form.required");
    BOOST_TEST(!views[1].front().required);
}

BOOST_AUTO_TEST_CASE(fields_that_offer_other_options_are_asked_each) {
    const auto form_with = [](const std::string& option) {
        forms::Field field{.id = "kind", .type = forms::FieldType::choice};
        field.options = {{option, {}}};
        field.fact = "kind";
        return forms::Form{.id = option, .sections = {{.id = "s", .fields = {field}}}};
    };
    const forms::Form one = form_with("a"), same = form_with("a"), other = form_with("b");
    const auto state = [&](const forms::Form& form) {
        return forms::state_of(form, {}, {}, base::make_date(2026, 11, 23));
    };
    const auto before = asked_before({state(one), state(same), state(other)});
    BOOST_TEST(before[1].contains("kind"));
    BOOST_TEST(before[2].empty());
}

BOOST_AUTO_TEST_CASE(an_answer_taken_back_brings_form_and_pages_back) {
    const auto intake = intake_of(retirement);
    const auto show = [&](const std::string& code) {
        for (size_t errand = 0; errand < intake->errand_count(); ++errand) {
            intake->show_errand(errand);
            if (intake->item_head().code == code) return true;
        }
        return false;
    };
    std::set<std::string> with, without;
    const auto codes = [&](std::set<std::string>& into) {
        for (size_t errand = 0; errand < intake->errand_count(); ++errand) {
            intake->show_errand(errand);
            into.insert(intake->item_head().code);
        }
    };
    codes(with);
    BOOST_REQUIRE(intake->answer("package/fund", "no").ok());
    codes(without);
    for (const auto& code : without) with.erase(code);
    BOOST_REQUIRE_EQUAL(with.size(), 1u);
    const std::string dropped = *with.begin();
    BOOST_REQUIRE(intake->answer("package/fund", "yes").ok());
    BOOST_REQUIRE(show(dropped));
    cli::fill_in(*intake, worker_);
    scan_all(*intake);
    const auto form = intake->fields();
    const size_t pages = page_count(*intake);
    BOOST_TEST(pages > 0u);

    BOOST_REQUIRE(intake->answer("package/fund", "no").ok());
    BOOST_TEST(!show(dropped));
    const std::string last = *without.rbegin();
    BOOST_REQUIRE(show(last));
    BOOST_REQUIRE(intake->save().ok());
    const auto kept = store->draft(intake->id());
    BOOST_REQUIRE(kept.ok());
    auto read_back = draft_from_text(kept->value().json);
    BOOST_REQUIRE(read_back.ok());
    BOOST_TEST(read_back->set_aside.size() == 1u);
    BOOST_REQUIRE(intake->answer("package/fund", "yes").ok());
    BOOST_TEST(intake->item_head().code == last, "what is shown stays shown");
    BOOST_REQUIRE(show(dropped));
    BOOST_TEST((intake->fields() == form));
    BOOST_TEST(page_count(*intake) == pages);
}

BOOST_AUTO_TEST_CASE(what_is_taken_away_before_there_is_an_applicant_is_kept_too) {
    const auto intake = new_intake();
    const std::string code = intake->search_items("高龄津贴").front().code;
    BOOST_REQUIRE(intake->choose_item(code).ok());
    intake->set_field("phone", "13800138005");
    scan_all(*intake);
    const auto form = intake->fields();
    const size_t pages = page_count(*intake);
    BOOST_TEST(pages > 0u);
    BOOST_REQUIRE(intake->save().ok());
    intake->remove_item(0);
    BOOST_REQUIRE(intake->save().ok());

    const auto kept = store->draft(intake->id());
    BOOST_REQUIRE(kept.ok() && kept.value());
    const auto read_back = draft_from_text(kept.value()->json);
    BOOST_REQUIRE(read_back.ok());
    Intake resumed(*desk, std::make_unique<IntakeDraft>(*read_back));
    BOOST_TEST(resumed.errand_count() == 0u);
    BOOST_REQUIRE(resumed.choose_item(code).ok());
    BOOST_TEST((resumed.fields() == form));
    BOOST_TEST(page_count(resumed) == pages);
}

BOOST_AUTO_TEST_CASE(a_draft_remembers_its_package) {
    IntakeDraft draft;
    draft.package = retirement;
    draft.package_answers = {{"fund", "no"}};
    draft.set_aside = {{.item = "a", .form = {{"phone", "1"}}, .left = {"phone"}, .shared = {"phone"}}};
    const auto read = draft_from_text(to_text(draft));
    BOOST_REQUIRE(read.ok());
    BOOST_TEST((*read == draft));
}

BOOST_AUTO_TEST_SUITE_END()
