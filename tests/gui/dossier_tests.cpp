// 资料库: two clerks said different things of one person while the hub was away; both values are seen, and
// one is chosen by keys.
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>

#include "client/desk/dossiers.h"
#include "client/ui/theme/palette.h"
#include "client/ui/words.h"
#include "tests/gui/dialogs.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

/// Labels that show the key of a text that is missing.
void collect_keys(const wxWindow& root, std::vector<std::string>& keys) {
    for (const wxWindow* child : root.GetChildren()) {
        const std::string label = ui::to_utf8(child->GetLabel());
        for (const char* area : {"ui.", "desk.", "dossier."})
            if (label.rfind(area, 0) == 0) keys.push_back(label);
        collect_keys(*child, keys);
    }
}

struct TwoClerks : Line {
    const std::string number = citizen_number("45010319410404007");
    std::unique_ptr<ui::Station> first = station("clerk1", "qx1");
    std::unique_ptr<ui::Station> second = station("clerk2", "qx2");

    ui::MainFrame& frame() { return first->frame(); }
    const desk::Dossiers& dossiers() { return first->workplace().dossiers(); }

    /// A case of the person with this phone; the receipt stands then.
    void receive(ui::Station& here, const std::string& phone) {
        look_at(here);
        take_down(*this, here.frame(), number, "黄示例", "gljt");
        auto* field = dynamic_cast<wxTextCtrl*>(gui.find(here.frame(), "field.party.phone"));
        BOOST_REQUIRE(field != nullptr);
        field->SetFocus();
        field->SelectAll();
        gui.type(phone);
        gui.press(WXK_RETURN);
        gui.settle();
        scan_missing(*this, here.frame());
        gui.press(WXK_F9);
        gui.wait_for("the receipt stands", [&] { return gui.shown(here.frame(), "outcome.number"); });
    }
    /// Both take the person in while the hub is away, then it is back and knows both cases.
    void say_different_things() {
        hub.stop();
        receive(*first, "13800138001");
        receive(*second, "13900139002");
        hub.start();
        for (auto* here : {first.get(), second.get()}) {
            here->workplace().sync_now();
            gui.wait_for("the hub has it", [&] { return here->workplace().connection().pending == 0; });
        }
        look_at(*first);
    }
    /// From the clerk's own case, by keys.
    void open_from_case() {
        frame().go_to("cases");
        gui.press(WXK_HOME);
        gui.press('B', wxMOD_CONTROL);
        gui.wait_for("the dossier is shown", [&] { return gui.shown(frame(), "dossier.name"); });
    }
    size_t open_facts() { return dossiers().is_open() ? dossiers().view().open.size() : 0; }
    std::string phone() {
        for (const auto& group : dossiers().view().groups)
            for (const auto& fact : group.facts)
                if (fact.field == "phone") return fact.values.front().value;
        return {};
    }
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

BOOST_FIXTURE_TEST_SUITE(dossier_tests, TwoClerks)

BOOST_AUTO_TEST_CASE(both_values_are_seen_and_one_is_chosen_and_undone_by_keys) {
    say_different_things();
    open_from_case();
    gui.wait_for("the conflict stands first", [&] { return gui.shown(frame(), "dossier.choose0.1"); });
    BOOST_REQUIRE_EQUAL(open_facts(), 1);
    const auto conflict = dossiers().view().open.front();
    BOOST_TEST(conflict.field == "phone");
    BOOST_REQUIRE_EQUAL(conflict.values.size(), 2);
    BOOST_TEST(conflict.values[0].value == "13900139002");  // the newest first
    BOOST_TEST(conflict.values[1].value == "13800138001");
    BOOST_TEST(gui.text_of(frame(), "dossier.masked").find(number) == std::string::npos);
    both_sizes("dossier-conflict");
    gui.press('2');
    gui.wait_for("it is settled", [&] { return open_facts() == 0; });
    BOOST_TEST(phone() == "13800138001");
    both_sizes("dossier-settled");
    gui.press('U');
    gui.wait_for("it is open again", [&] { return open_facts() == 1; });
    gui.press('B');
    gui.wait_for("both are kept", [&] { return open_facts() == 0; });
    BOOST_TEST(gui.shown(frame(), "dossier.undo0"));
    gui.press(WXK_ESCAPE);
    gui.wait_for("back at the cases", [&] { return frame().current_page() == "cases"; });
}

BOOST_AUTO_TEST_CASE(an_open_field_leads_from_the_intake_to_the_dossier_and_back) {
    say_different_things();
    gui.press('N', wxMOD_CONTROL);
    gui.wait_for("a new intake", [&] { return gui.shown(frame(), "party.number"); });
    gui.press(WXK_F2);
    gui.card(number);
    gui.wait_for("the dossier has answered", [&] { return gui.shown(frame(), "party.open_dossier"); });
    BOOST_TEST(gui.text_of(frame(), "field.party.phone").empty());
    gui.screenshot(frame(), "dossier-intake-open");
    gui.press('B', wxMOD_CONTROL);
    gui.wait_for("the conflict is shown", [&] { return gui.shown(frame(), "dossier.choose0.0"); });
    gui.press('1');
    gui.wait_for("it is settled", [&] { return dossiers().is_open() && open_facts() == 0; });
    gui.press(WXK_ESCAPE);
    gui.wait_for("back at the intake", [&] { return frame().current_page() == "intake"; });
    gui.wait_for("the field is filled",
                 [&] { return gui.text_of(frame(), "field.party.phone") == "13900139002"; });
}

BOOST_AUTO_TEST_CASE(without_the_hub_the_cached_dossier_is_read_only) {
    say_different_things();
    gui.press('N', wxMOD_CONTROL);
    gui.press(WXK_F2);
    gui.card(number);
    gui.wait_for("the dossier is cached here", [&] { return gui.shown(frame(), "party.open_dossier"); });
    hub.stop();
    frame().go_to("dossier");
    gui.press(WXK_F2);
    gui.type(number);
    gui.press(WXK_RETURN);
    gui.wait_for("the cached dossier is shown", [&] { return gui.shown(frame(), "dossier.name"); });
    BOOST_TEST(open_facts() == 1);
    BOOST_TEST(!gui.find(frame(), "dossier.choose0.0")->IsEnabled());
    gui.press('1');
    gui.settle();
    BOOST_TEST(open_facts() == 1);
    gui.screenshot(frame(), "dossier-offline");
}

BOOST_AUTO_TEST_CASE(a_supervisor_looks_with_a_reason_and_corrects_on_request) {
    say_different_things();
    first.reset();
    second.reset();
    first = station("supervisor2", "");  // of the other hall: no case of the person is kept there
    frame().go_to("dossier");
    gui.press(WXK_F2);
    gui.type(number);
    gui.press(WXK_RETURN);
    gui.wait_for("a reason is asked", [&] { return gui.find(frame(), "dossier.reason")->HasFocus(); });
    gui.screenshot(frame(), "dossier-reason");
    gui.commit(gui.find(frame(), "dossier.reason"), "本人书面申请更正");
    gui.press(WXK_RETURN);
    gui.wait_for("the dossier is shown", [&] { return gui.shown(frame(), "dossier.name"); });
    gui.press('1');
    gui.wait_for("it is settled", [&] { return dossiers().is_open() && open_facts() == 0; });
    Dialogs::get().expect([&](wxDialog& dialog) {
        gui.screenshot(dialog, "dossier-correct");
        gui.type("13700137003");
        gui.press(WXK_TAB);
        gui.commit(gui.find(dialog, "reason.text"), "本人书面申请");
        gui.press(WXK_RETURN, wxMOD_CONTROL);
    });
    gui.find(frame(), "dossier.correct_fact.phone")->SetFocus();
    gui.press(WXK_SPACE);
    gui.wait_for("it is corrected", [&] { return phone() == "13700137003"; });
    both_sizes("dossier-supervisor");
    gui.press('U');
    gui.wait_for("the correction is undone", [&] { return phone() == "13900139002"; });
}

BOOST_AUTO_TEST_CASE(in_english_and_dark_every_word_has_its_translation) {
    say_different_things();
    first.reset();
    localization::set_language(localization::Language::en);
    for (const auto& [name, kind] :
         {std::pair{"dark", ui::ThemeKind::dark}, std::pair{"contrast", ui::ThemeKind::contrast}}) {
        ui::use_theme(kind);
        first = station("clerk1", "qx1");
        open_from_case();
        gui.settle();
        gui.screenshot(frame(), std::string("dossier-english-") + name);
        std::vector<std::string> keys;
        collect_keys(*gui.find(frame(), "page.dossier"), keys);
        for (const std::string& key : keys) BOOST_ERROR("without words: " + key);
        first.reset();
    }
    ui::use_theme(ui::ThemeKind::light);
    localization::set_language(localization::Language::zh_CN);
}

BOOST_AUTO_TEST_SUITE_END()
