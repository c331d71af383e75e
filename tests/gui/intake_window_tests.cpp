// The intake window itself: messages that never move the page, what is missing, the agent, turned pages.
#include <wx/anybutton.h>
#include <wx/checkbox.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>

#include "client/desk/case_list.h"
#include "client/desk/intake.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

struct Window : AtCounter {
    bool said() { return gui.shown(frame(), "message"); }
    wxRect place_of(const std::string& name) { return gui.find(frame(), name)->GetScreenRect(); }
    std::string missing() { return gui.text_of(frame(), "missing"); }
    /// Of the page that was turned in the interrupted intake as it stands on the disk; -1 while none is.
    int kept_rotation() {
        auto drafts = here->workplace().case_list().parked();
        BOOST_REQUIRE(drafts.ok());
        for (const auto& draft : *drafts) {
            auto intake = here->workplace().resume_intake(draft.draft_id);
            BOOST_REQUIRE(intake.ok());
            for (const auto& row : (*intake)->materials())
                for (const auto& page : row.pages)
                    if (page.rotation != 0) return page.rotation;
        }
        return -1;
    }
    /// Whether a row of the papers shows a page small.
    bool picture_shown() {
        wxWindow* list = gui.find(frame(), "materials");
        auto* table = dynamic_cast<ui::Table*>(list);
        if (table == nullptr) table = dynamic_cast<ui::Table*>(list->GetParent());
        BOOST_REQUIRE(table != nullptr);
        const auto& rows = table->rows();
        return std::any_of(rows.begin(), rows.end(),
                           [](const auto& row) { return row.cells.front().picture.IsOk(); });
    }
};

struct InEnglish {
    InEnglish() { localization::set_language(localization::Language::en); }
    ~InEnglish() { localization::set_language(before); }
    const localization::Language before = localization::language();
};

/// Every label and button that is shown, but for the names of the district's halls, counters and people.
void check_no_chinese(Window& line) {
    const desk::Who& who = line.here->workplace().who();
    const std::string names[] = {who.user.name, who.hall->name, who.counter->name};
    std::vector<wxWindow*> open{&line.frame()};
    int seen = 0;
    while (!open.empty()) {
        wxWindow* window = open.back();
        open.pop_back();
        for (wxWindow* child : window->GetChildren())
            if (child->IsShown()) open.push_back(child);
        if (dynamic_cast<wxStaticText*>(window) == nullptr && dynamic_cast<wxAnyButton*>(window) == nullptr)
            continue;
        wxString label = wxControl::RemoveMnemonics(window->GetLabel());
        for (const std::string& name : names) label.Replace(ui::to_wx(name), wxString());
        if (label.empty()) continue;
        ++seen;
        const bool chinese =
            std::any_of(label.begin(), label.end(), [](wxUniChar c) { return c >= 0x4E00 && c <= 0x9FFF; });
        BOOST_TEST(!chinese, ui::to_utf8(label));
    }
    BOOST_TEST(seen > 20);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intake_window_tests, Window)

BOOST_AUTO_TEST_CASE(messages_never_move_the_page_and_success_goes_with_the_next_action) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    const wxRect form = place_of("form");
    gui.press(WXK_F10);
    gui.wait_for("it says why not", [&] { return said(); });
    gui.settle();
    BOOST_TEST((place_of("form") == form));
    gui.screenshot(frame(), "intake-error");
    gui.press(WXK_ESCAPE);
    gui.wait_for("it is dismissed", [&] { return !said(); });
    gui.press(WXK_F8);
    gui.wait_for("it is parked", [&] { return gui.shown(frame(), "tray.0"); });
    BOOST_TEST(said());
    both_sizes("intake-parked");
    gui.press(WXK_F3);
    gui.wait_for("the next action takes the message away", [&] { return !said(); });
    gui.type("ylbx");
    gui.wait_for("items are found", [&] { return gui.shown(frame(), "item.results"); });
    both_sizes("intake-items");
}

BOOST_AUTO_TEST_CASE(what_is_being_typed_for_one_applicant_never_reaches_the_next) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    for (const std::string name : {"field.party.phone", "field.party.address", "field.party.name"}) {
        auto* field = gui.find(frame(), name);
        field->SetFocus();
        gui.settle();
        gui.type("13800138009");
        gui.wait_for("it is typed", [&] { return gui.text_of(frame(), name) == "13800138009"; });
        gui.press(WXK_F8);
        gui.wait_for("the next applicant is asked for",
                     [&] { return gui.find(frame(), "party.number")->HasFocus(); });
        gui.settle();
        BOOST_TEST(gui.text_of(frame(), name).empty(), name);
        BOOST_TEST(missing() == localization::tr("desk.missing.begin"), name);
        gui.press(WXK_F2);
        gui.type("4501");
        gui.settle();
    }
}

BOOST_AUTO_TEST_CASE(what_is_being_typed_in_one_errand_never_reaches_another) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    wxWindow* field = nullptr;
    for (wxWindow* one : gui.find(frame(), "form")->GetChildren())
        for (wxWindow* child : one->GetChildren())
            if (field == nullptr && dynamic_cast<wxTextCtrl*>(child) != nullptr) field = child;
    BOOST_REQUIRE(field != nullptr);
    const std::string name = ui::to_utf8(field->GetName());
    const std::string before = gui.text_of(frame(), name);
    field->SetFocus();
    gui.settle();
    gui.type("77");
    gui.wait_for("it is typed", [&] { return gui.text_of(frame(), name) != before; });
    gui.press(WXK_F8);
    gui.wait_for("the next applicant is asked for",
                 [&] { return gui.find(frame(), "party.number")->HasFocus(); });
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    BOOST_TEST(gui.text_of(frame(), name).find("77") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_success_goes_by_itself) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    gui.press(WXK_F8);
    gui.wait_for("it is parked", [&] { return said(); });
    gui.wait_for("the message goes", [&] { return !said(); });
}

BOOST_AUTO_TEST_CASE(a_tick_that_is_asked_for_is_asked_for_in_whole_words) {
    look_at(*here);
    BOOST_TEST(missing() == localization::tr("desk.missing.begin"));
    gui.press(WXK_F2);
    gui.card(citizen_number("45010319400101001"));
    gui.wait_for("the name is asked", [&] { return gui.find(frame(), "field.party.name")->HasFocus(); });
    choose_item(*this, frame(), "gljt");
    both_sizes("intake-begun");
    gui.press(WXK_F9);
    gui.wait_for("it says what is missing", [&] { return said(); });
    wxCheckBox* box = nullptr;
    for (wxWindow* field : gui.find(frame(), "form")->GetChildren())
        for (wxWindow* child : field->GetChildren())
            if (auto* found = dynamic_cast<wxCheckBox*>(child)) box = found;
    BOOST_REQUIRE(box != nullptr);
    box->SetFocus();
    gui.settle();
    BOOST_TEST(place_of("form").Contains(box->GetParent()->GetScreenRect()));
    gui.screenshot(frame(), "intake-tick");
}

BOOST_AUTO_TEST_CASE(the_agent_and_the_question_say_the_same) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    BOOST_TEST(!gui.shown(frame(), "field.agent.number"));
    gui.find(frame(), "question.agent.no")->SetFocus();
    gui.press(WXK_RIGHT);
    gui.wait_for("the agent is asked for", [&] { return gui.shown(frame(), "field.agent.number"); });
    both_sizes("intake-agent-asked");
    BOOST_TEST(missing().find("代办人") != std::string::npos);
    gui.find(frame(), "field.agent.number")->SetFocus();
    gui.type(citizen_number("45010319700304002"));
    gui.press(WXK_RETURN);
    gui.commit(gui.find(frame(), "field.agent.name"), "黄示例");
    gui.wait_for("the agent is known", [&] { return missing().find("代办人") == std::string::npos; });
    gui.screenshot(frame(), "intake-agent");
}

BOOST_AUTO_TEST_CASE(pages_are_shown_small_in_their_rows_and_turned_with_the_page) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    scan_missing(*this, frame());
    gui.press(WXK_F6);
    gui.wait_for("scanning is over and said", [&] {
        return ui::to_utf8(frame().message_bar()->text()).find("已扫描") != std::string::npos;
    });
    gui.find(frame(), "pages.rotate")->SetFocus();
    gui.press(WXK_SPACE);
    gui.wait_for("the turn is kept", [&] { return kept_rotation() == 90; });
    gui.wait_for("the row shows the page", [&] { return picture_shown(); });
    both_sizes("intake-thumbnails");
    gui.press(WXK_F10);
    gui.wait_for("it is received", [&] { return gui.shown(frame(), "outcome.number"); });
}

BOOST_AUTO_TEST_CASE(a_wrong_item_is_taken_away_and_chosen_again) {
    look_at(*here);
    take_down(*this, frame(), citizen_number("45010319400101001"), "韦示例老人", "gljt");
    const std::string field = "field.emergency_name", unscanned = missing();
    gui.commit(gui.find(frame(), field), "黄示例");
    gui.press(WXK_F6);
    gui.wait_for("a page is scanned", [&] { return missing() != unscanned && picture_shown(); });
    const std::string before = missing(), typed = gui.text_of(frame(), field);
    BOOST_TEST(typed == "黄示例");
    const std::string item = gui.text_of(frame(), "item.name");
    gui.press(WXK_F3, wxMOD_SHIFT);
    gui.wait_for("it is taken away", [&] { return !gui.shown(frame(), "item.name"); });
    BOOST_TEST(ui::to_utf8(frame().message_bar()->text()).find(item) != std::string::npos);
    choose_item(*this, frame(), "gljt");
    gui.settle();
    BOOST_TEST(missing() == before);
    BOOST_TEST(gui.text_of(frame(), field) == typed);
    gui.wait_for("the row shows the page again", [&] { return picture_shown(); });
    gui.click(gui.find(frame(), "item.remove"));
    gui.wait_for("it is taken away", [&] { return !gui.shown(frame(), "item.name"); });
}

BOOST_AUTO_TEST_CASE(in_english_at_both_sizes) {
    here.reset();
    const InEnglish english;
    here = station("clerk1", "qx1");
    look_at(*here);
    gui.screenshot(frame(), "intake-en-empty");
    check_no_chinese(*this);
    take_down(*this, frame(), citizen_number("45010319400101001"), "Wei Shili", "gljt");
    gui.press(WXK_F10);
    both_sizes("intake-en");
    gui.press(WXK_F3);
    gui.type("b");
    both_sizes("intake-en-items");
    here.reset();  // its windows speak the language they were made in
}

BOOST_AUTO_TEST_SUITE_END()
