// The form of an item changes: cases received before and drafts begun before keep the form they were filled
// in with.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "client/desk/case_view.h"
#include "client/desk/papers.h"
#include "forms/form_change.h"
#include "forms/form_json.h"
#include "tests/client/desk/desk_fixture.h"
#include "tests/client/desk/printed_text.h"
#include "tests/client/desk/told.h"

using namespace yc;
using namespace yc::client::desk;
using nlohmann::json;

namespace {

struct ChangedForm : tests::DeskFixture {
    /// A field is gone, one has another type, an option that was chosen is gone, another field is new.
    void change_form() {
        const auto& bundle = desk->catalogue->bundle();
        auto form = forms::form_to_json(*forms::newest_form(bundle, "elder_allowance"));
        const auto edit = [&](const std::string& id, auto change) {
            for (auto& section : form["sections"])
                for (auto field = section["fields"].begin(); field != section["fields"].end(); ++field)
                    if ((*field)["id"] == id) return change(section["fields"], field);
            BOOST_FAIL("no field " + id);
        };
        edit("household_address", [](json& fields, json::iterator field) { fields.erase(field); });
        edit("phone", [](json&, json::iterator field) { (*field)["type"] = "date"; });
        edit("living", [](json&, json::iterator field) { (*field)["options"].erase(0); });
        edit("bank_name", [](json& fields, json::iterator field) {
            auto added = *field;
            added["id"] = "bank_branch";
            added["label"] = {{"zh", "开户网点"}, {"en", "Branch"}};
            fields.push_back(added);
        });
        const auto change = forms::with_form(bundle, *forms::form_from_json(form), {clock.today(), "改表"});
        BOOST_REQUIRE(change.ok());
        BOOST_REQUIRE(change->items.size() == 1u);
        desk->catalogue = *forms::Catalogue::open(change->bundle);
    }

    /// What the screen of the case and its printed form say, and the paper itself.
    std::string told_of(const std::string& case_id) {
        const auto view = read_case(*desk, case_id);
        BOOST_REQUIRE_MESSAGE(view.ok(), tests::told(view));
        std::string all;
        for (const auto& field : view->form) all += field.id + " " + field.label + "=" + field.value + "\n";
        for (const auto& row : form_rows(*desk, view->state)) all += row.label + "=" + row.value + "\n";
        const auto paper = print_paper(*desk, reports::NoticeKind::application_form, view->state);
        BOOST_REQUIRE_MESSAGE(paper.ok(), tests::told(paper));
        return all + tests::text_of(*paper);
    }
    std::unique_ptr<Intake> reopened(const std::string& draft_id) {
        const auto kept = store->draft(draft_id);
        BOOST_REQUIRE((kept.ok() && *kept));
        auto draft = draft_from_text((*kept)->json);
        BOOST_REQUIRE_MESSAGE(draft.ok(), tests::told(draft));
        return std::make_unique<Intake>(*desk, std::make_unique<IntakeDraft>(*draft));
    }
    static bool asks(Intake& intake, const std::string& id) {
        const auto& fields = intake.fields();
        return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.id == id; });
    }
    static std::map<std::string, std::string> values_of(Intake& intake) {
        std::map<std::string, std::string> values;
        for (const auto& field : intake.fields()) values[field.id] = field.value;
        return values;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_form_change_tests, ChangedForm)

BOOST_AUTO_TEST_CASE(a_case_received_before_is_shown_and_printed_as_it_was_filled_in) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    intake->set_field("living", "family");
    intake->set_field("household_address", "南宁市青秀区示例街1号");
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto id = outcome->cases.front().case_id;
    const auto before = told_of(id);
    for (const char* said :
         {"household_address 户籍地址=南宁市青秀区示例街1号\n", "living 居住方式=与子女同住\n",
          "户籍地址=南宁市青秀区示例街1号\n", "☑\u00A0与子女同住"})
        BOOST_TEST(before.find(said) != std::string::npos, said);
    change_form();
    BOOST_TEST(told_of(id) == before);
}

BOOST_AUTO_TEST_CASE(a_draft_parked_across_the_change_goes_on_with_its_form) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    intake->set_field("living", "family");
    const auto typed = values_of(*intake);
    BOOST_REQUIRE(intake->park().ok());
    const auto draft_id = CaseList(*desk).parked()->front().draft_id;
    change_form();
    const auto again = reopened(draft_id);
    BOOST_TEST(asks(*again, "household_address"));
    BOOST_TEST(!asks(*again, "bank_branch"));
    BOOST_TEST((values_of(*again) == typed));
    const auto outcome = again->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_REQUIRE(state.ok());
    BOOST_TEST(state->registration.item.version == 1);
    BOOST_TEST(state->form.at("living") == "family");
    BOOST_TEST(state->form.at("household_address") == typed.at("household_address"));
    BOOST_TEST(told_of(state->id).find("☑\u00A0与子女同住") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_intake_open_on_the_screen_goes_on_with_its_form) {
    const auto intake = intake_for(elder, "高龄津贴");
    scan_all(*intake);
    const auto typed = values_of(*intake);
    change_form();
    BOOST_TEST((values_of(*intake) == typed));
    const auto outcome = intake->receive();
    BOOST_TEST(outcome.ok(), tests::told(outcome));
}

BOOST_AUTO_TEST_CASE(a_new_intake_has_the_new_form) {
    change_form();
    const auto intake = intake_for(elder, "高龄津贴");
    BOOST_TEST(!asks(*intake, "household_address"));
    BOOST_TEST(asks(*intake, "bank_branch"));
    intake->set_field("phone", "2026-11-01");
    scan_all(*intake);
    const auto outcome = intake->receive();
    BOOST_REQUIRE_MESSAGE(outcome.ok(), tests::told(outcome));
    const auto state = store->case_state(outcome->cases.front().case_id);
    BOOST_TEST(state->registration.item.version == 2);
    BOOST_TEST(!state->form.contains("household_address"));
}

BOOST_AUTO_TEST_SUITE_END()
