// The frame around the work: language, key sheet, search, lists, printing, several people at one computer,
// and a name for everything that can have the focus.
#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>

#include "client/desk/case_list.h"
#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"
#include "tests/gui/dialogs.h"
#include "tests/gui/line.h"
#include "tests/support/files.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

struct Shell : Line {
    /// Types what a person types to sign in, in the window.
    void sign_in_by_hand(ui::Station& here, const std::string& user);
    std::string receive(ui::Station& here, const std::string& number, const std::string& name) {
        take_down(*this, here.frame(), number, name, "gljt");
        scan_missing(*this, here.frame());
        return finish(*this, here.frame(), WXK_F9, "receipt");
    }
};

void Shell::sign_in_by_hand(ui::Station& here, const std::string& user) {
    auto& frame = here.frame();
    gui.wait_for("the sign-in is shown", [&] { return gui.shown(frame, "signin.user"); });
    auto* field = dynamic_cast<wxTextCtrl*>(gui.find(frame, "signin.user"));
    field->SetFocus();
    field->SelectAll();
    gui.commit(field, user);
    gui.press(WXK_RETURN);
    gui.wait_for("the password is asked", [&] { return gui.find(frame, "signin.password")->HasFocus(); });
    gui.type("yichuang");
    gui.press(WXK_RETURN);
    gui.wait_for(user + " is signed in",
                 [&] { return here.workplace().signed_in() && gui.shown(frame, "rail"); });
    BOOST_TEST(here.workplace().who().user.id == user);
}

/// Whether words are spoken for it: letters or characters, not a sign like "›".
bool is_spoken(const std::string& name) {
    for (const wxUniChar c : ui::to_wx(name))
        if (c >= 0x3400 || (c < 128 && std::isalnum(static_cast<int>(c.GetValue())))) return true;
    return false;
}

void collect_unnamed(const wxWindow& root, std::vector<std::string>& unnamed) {
    for (wxWindow* child : root.GetChildren()) {
        if (!child->IsShown()) continue;
        const bool focusable = child->AcceptsFocus() && child->GetChildren().empty();
        if (focusable && !is_spoken(ui::platform::accessible_name(child)))
            unnamed.push_back(ui::to_utf8(root.GetName()) + "/" + ui::to_utf8(child->GetName()) + " (" +
                              ui::to_utf8(child->GetClassInfo()->GetClassName()) + ")");
        collect_unnamed(*child, unnamed);
    }
}

/// Waits, from inside the native dialog's own loop, for the print dialog and lets it print into a file.
struct PrintIntoFile {
    std::filesystem::path file;
    int rounds = 0;
    bool seen = false;
    bool printed = false;

    static GtkPrintUnixDialog* shown() {
        GtkPrintUnixDialog* found = nullptr;
        GList* windows = gtk_window_list_toplevels();
        for (GList* one = windows; one != nullptr; one = one->next)
            if (GTK_IS_PRINT_UNIX_DIALOG(one->data) && gtk_widget_get_mapped(GTK_WIDGET(one->data)))
                found = GTK_PRINT_UNIX_DIALOG(one->data);
        g_list_free(windows);
        return found;
    }
    void choose(GtkPrintUnixDialog* dialog) {
        GtkPrintSettings* settings = gtk_print_unix_dialog_get_settings(dialog);
        gtk_print_settings_set(settings, GTK_PRINT_SETTINGS_OUTPUT_URI, ("file://" + file.string()).c_str());
        gtk_print_settings_set(settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
        gtk_print_settings_set_printer(settings, "Print to File");
        gtk_print_unix_dialog_set_settings(dialog, settings);
        g_object_unref(settings);
        seen = true;
    }
    /// Once every 25 ms; leaves the dialog after 10 s whatever happens.
    static gboolean turn(gpointer data) {
        auto& self = *static_cast<PrintIntoFile*>(data);
        GtkPrintUnixDialog* dialog = shown();
        if (dialog != nullptr && !self.seen) self.choose(dialog);
        const bool ready = dialog != nullptr && gtk_print_unix_dialog_get_selected_printer(dialog) != nullptr;
        if (!ready && ++self.rounds < 400) return G_SOURCE_CONTINUE;
        self.printed = ready;
        if (dialog != nullptr)
            gtk_dialog_response(GTK_DIALOG(dialog), ready ? GTK_RESPONSE_OK : GTK_RESPONSE_CANCEL);
        return G_SOURCE_REMOVE;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(shell_tests, Shell)

BOOST_AUTO_TEST_CASE(several_people_share_a_computer_with_one_series_of_numbers) {
    auto here = station_in("shared", "clerk1", "qx1");
    const std::string first = receive(*here, citizen_number("45010319420101001"), "甘示例");
    gui.press(WXK_RETURN);
    here->frame().go_to("settings");
    gui.settle();
    gui.screenshot(here->frame(), "settings");
    gui.click(gui.find(here->frame(), "settings.sign_out"));
    gui.wait_for("the sign-in is shown", [&] { return gui.shown(here->frame(), "signin.user"); });
    gui.screenshot(here->frame(), "sign-in");
    // After a restart nobody has opened the store yet: a colleague who is new here signs in first.
    here.reset();
    auto opened = ui::Station::open({folder / "shared", hub.url(), "", "", ""}, clock);
    BOOST_REQUIRE(opened.ok());
    here = *std::move(opened);
    look_at(*here);
    sign_in_by_hand(*here, "clerk2");
    BOOST_TEST(!std::filesystem::exists(folder / "shared/store-2"));
    BOOST_TEST(here->workplace().who().counter->id == "qx1");
    const std::string second = receive(*here, citizen_number("45010319420202003"), "谭示例");
    BOOST_TEST(first.substr(0, first.size() - 5) == second.substr(0, second.size() - 5));
    BOOST_TEST(first != second);
}

BOOST_AUTO_TEST_CASE(a_new_computer_is_told_its_hub_in_the_window) {
    auto opened = ui::Station::open({folder / "new", "", "", "", ""}, clock);
    BOOST_REQUIRE(opened.ok());
    auto here = *std::move(opened);
    look_at(*here);
    gui.wait_for("the address is asked", [&] { return gui.shown(here->frame(), "signin.hub"); });
    gui.commit(gui.find(here->frame(), "signin.user"), "handler_civil");
    gui.commit(gui.find(here->frame(), "signin.password"), "yichuang");
    gui.press(WXK_RETURN);
    gui.wait_for("a missing address is told", [&] { return gui.shown(here->frame(), "signin.message"); });
    gui.screenshot(here->frame(), "sign-in-hub");
    gui.commit(gui.find(here->frame(), "signin.hub"), hub.url());
    gui.press(WXK_RETURN);
    gui.wait_for("signed in", [&] { return gui.shown(here->frame(), "rail"); });
    here.reset();
    opened = ui::Station::open({folder / "new", "", "", "", ""}, clock);
    BOOST_REQUIRE(opened.ok());
    BOOST_TEST((*opened)->workplace().hints().hub_url == hub.url());
}

BOOST_AUTO_TEST_CASE(language_search_keys_and_lists) {
    auto here = station("clerk1", "qx1");
    auto& frame = here->frame();
    const std::string case_no = receive(*here, citizen_number("45010319420303005"), "施示例");
    gui.press(WXK_RETURN);
    gui.press('K', wxMOD_CONTROL);
    gui.wait_for("the search has the focus", [&] { return gui.find(frame, "search")->HasFocus(); });
    gui.type(case_no.substr(case_no.size() - 5));
    gui.press(WXK_RETURN);
    gui.wait_for("the case is found", [&] {
        return frame.current_page() == "cases" && gui.text_of(frame, "detail.number") == case_no;
    });
    gui.screenshot(frame, "search");
    gui.press('W');
    gui.screenshot(frame, "cases-why");
    Dialogs::get().expect([&](wxDialog& dialog) {
        gui.wait_for("the sheet is drawn", [&] { return gui.shown(dialog, "keysheet.close"); });
        gui.screenshot(dialog, "keysheet");
        gui.press(WXK_F1);
    });
    gui.press(WXK_F1);
    BOOST_TEST(Dialogs::get().all_came());

    frame.go_to("settings");
    gui.click(gui.find(frame, "settings.language.en"));
    gui.wait_for("the windows speak English", [&] {
        return localization::language() == localization::Language::en && gui.shown(frame, "page.settings");
    });
    gui.screenshot(frame, "settings-english");
    gui.click(gui.find(frame, "settings.language.zh_CN"));
    gui.wait_for("and Chinese again",
                 [&] { return localization::language() == localization::Language::zh_CN; });
    gui.settle();

    frame.go_to("report");
    gui.wait_for("the report balances", [&] { return gui.shown(frame, "report.balance"); });
    const std::string today = gui.text_of(frame, "report.date");
    gui.press(WXK_LEFT, wxMOD_CONTROL);
    BOOST_TEST(gui.text_of(frame, "report.date") != today);
    gui.press(WXK_RIGHT, wxMOD_CONTROL);
    BOOST_TEST(gui.text_of(frame, "report.date") == today);
    gui.press('S', wxMOD_CONTROL);
    gui.wait_for("the report is saved", [&] { return gui.shown(frame, "message"); });
    gui.screenshot(frame, "report-saved");
}

BOOST_AUTO_TEST_CASE(a_paper_goes_through_the_print_dialog) {
    auto here = station("clerk1", "qx1");
    receive(*here, citizen_number("45010319420404007"), "岑示例");
    Dialogs::get().expect_answer(wxID_NONE);  // the toolkit's own: it is shown
    PrintIntoFile print{folder / "printed.pdf"};
    g_timeout_add(25, &PrintIntoFile::turn, &print);
    gui.click(gui.find(here->frame(), "outcome.paper0.print"));
    BOOST_TEST(print.seen);
    BOOST_REQUIRE(print.printed);
    gui.wait_for("it is printed", [&] { return read_file(print.file).starts_with("%PDF"); });
    BOOST_TEST(gui.shown(here->frame(), "outcome.paper0"));
}

BOOST_AUTO_TEST_CASE(everything_that_takes_the_focus_has_a_name) {
    std::vector<std::string> unnamed;
    auto counter = station("clerk1", "qx1");
    take_down(*this, counter->frame(), citizen_number("45010319420505009"), "苏示例", "gljt");
    gui.press(WXK_F6);
    gui.wait_for("a page is shown", [&] { return gui.shown(counter->frame(), "pages.rotate"); });
    collect_unnamed(counter->frame(), unnamed);
    for (const char* page : {"cases", "handout", "report", "outbox", "settings"}) {
        counter->frame().go_to(page);
        gui.settle();
        BOOST_TEST(counter->frame().current_page() == page);
        collect_unnamed(counter->frame(), unnamed);
    }
    counter.reset();
    auto office = station("handler_civil", "");
    BOOST_TEST(office->frame().current_page() == "review");
    gui.settle();
    collect_unnamed(office->frame(), unnamed);
    office.reset();
    auto opened = ui::Station::open({folder / "client-clerk1", hub.url(), "", "", ""}, clock);
    BOOST_REQUIRE(opened.ok());
    collect_unnamed((*opened)->frame(), unnamed);
    std::sort(unnamed.begin(), unnamed.end());
    unnamed.erase(std::unique(unnamed.begin(), unnamed.end()), unnamed.end());
    for (const std::string& one : unnamed) BOOST_ERROR("no accessible name: " + one);
}

BOOST_AUTO_TEST_SUITE_END()
