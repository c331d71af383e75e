// The intake window itself: messages that never move the page, what is missing, the agent, turned pages.
#include <wx/checkbox.h>
#include <wx/scrolwin.h>

#include <boost/test/unit_test.hpp>

#include "client/ui/words.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

struct Window : Line {
    std::unique_ptr<ui::Station> here = station("clerk1", "qx1");
    ui::MainFrame& frame() { return here->frame(); }
    bool said() { return gui.shown(frame(), "message"); }
    wxRect place_of(const std::string& name) { return gui.find(frame(), name)->GetScreenRect(); }
    std::string missing() { return gui.text_of(frame(), "missing"); }
    void both_sizes(const std::string& shot) {
        gui.settle();
        gui.screenshot(frame(), shot);
        frame().SetSize(1920, 1080);
        gui.settle();
        gui.screenshot(frame(), shot + "-1920");
        frame().SetSize(1366, 768);
        gui.settle();
    }
};

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
    both_sizes("intake-thumbnails");
    gui.press(WXK_F10);
    gui.wait_for("it is received", [&] { return gui.shown(frame(), "outcome.number"); });
}

BOOST_AUTO_TEST_CASE(in_english_at_both_sizes) {
    here.reset();
    localization::set_language(localization::Language::en);
    here = station("clerk1", "qx1");
    look_at(*here);
    gui.screenshot(frame(), "intake-en-empty");
    take_down(*this, frame(), citizen_number("45010319400101001"), "Wei Shili", "gljt");
    gui.press(WXK_F10);
    both_sizes("intake-en");
    gui.press(WXK_F3);
    gui.type("b");
    both_sizes("intake-en-items");
    localization::set_language(localization::Language::zh_CN);
}

BOOST_AUTO_TEST_SUITE_END()
