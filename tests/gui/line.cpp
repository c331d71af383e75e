#include "tests/gui/line.h"

#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "client/desk/case_list.h"
#include "client/desk/review.h"
#include "client/ui/words.h"
#include "core/base/log.h"
#include "tests/gui/dialogs.h"
#include "tests/support/files.h"

namespace yc::tests {

using namespace client;

std::string citizen_number(const std::string& first17) {
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < 17; ++i) sum += (first17[i] - '0') * weights[i];
    return first17 + "10X98765432"[sum % 11];
}

Line::Line() : hub(folder / "hub") {
    // The scanner API's own test device stands for the scanner of the counter. The API remembers where its
    // configuration lies for as long as the program runs.
    static const TempDir scanner;
    write_file(scanner / "dll.conf", "test\n");
    write_file(scanner / "test.conf", "test-picture \"Grid\"\nresolution 100.0\n");
    setenv("SANE_CONFIG_DIR", scanner.path().c_str(), 1);
    base::open_log(base::LogLevel::warning, folder / "test.log");
}

std::unique_ptr<ui::Station> Line::station(const std::string& user, const std::string& counter) {
    return station_in("client-" + user, user, counter);
}

std::unique_ptr<ui::Station> Line::station_in(const std::string& computer, const std::string& user,
                                              const std::string& counter) {
    auto opened = ui::Station::open({folder / computer, hub.url(), user, "yichuang", counter}, clock);
    BOOST_REQUIRE_MESSAGE(opened.ok(), "station of " + user);
    auto station = *std::move(opened);
    gui.wait_for(user + " is signed in",
                 [&] { return station->workplace().signed_in() && gui.shown(station->frame(), "rail"); });
    if (hub.running())
        gui.wait_for("first sync", [&] { return station->workplace().connection().last_sync.has_value(); });
    look_at(*station);
    return station;
}

void Line::look_at(ui::Station& station) {
    station.frame().Raise();
    station.frame().SetFocus();
    gui.settle();
}

namespace {

/// What a person at the counter would answer when a field asks: the value a field of this name gets here.
std::string answer_for(const std::string& field) {
    if (field.find("phone") != std::string::npos) return "13800138000";
    if (field.find("date") != std::string::npos) return "1940-01-01";
    if (field.find("account") != std::string::npos) return "6222020111122220001";
    if (field.find("year") != std::string::npos) return "2027";
    return {};
}

}  // namespace

void fill_form(Line& line) {
    for (int field = 0; field < 30; ++field) {
        wxWindow* focus = wxWindow::FindFocus();
        if (focus == nullptr) return;
        const std::string name = ui::to_utf8(focus->GetName());
        if (name.rfind("field.", 0) != 0) return;
        if (auto* choice = dynamic_cast<wxChoice*>(focus)) {
            if (choice->GetSelection() == wxNOT_FOUND) line.gui.press(WXK_DOWN);
        } else if (auto* box = dynamic_cast<wxCheckBox*>(focus)) {
            if (!box->GetValue()) line.gui.press(WXK_SPACE);
        } else if (const std::string answer = answer_for(name); !answer.empty()) {
            line.gui.type(answer);
        } else {
            line.gui.commit(focus, name.find("address") != std::string::npos ? "青秀区示例路1号" : "示例");
        }
        line.gui.press(WXK_RETURN);
        line.gui.settle();
        if (wxWindow::FindFocus() == focus) BOOST_FAIL("the form does not go on from " + name);
    }
    BOOST_FAIL("the form asks for ever");
}

void choose_item(Line& line, ui::MainFrame& frame, const std::string& initials) {
    line.gui.press(WXK_F3);
    line.gui.type(initials);
    line.gui.wait_for("an item is found", [&] { return line.gui.shown(frame, "item.results"); });
    line.gui.press(WXK_RETURN);
    line.gui.wait_for("the item is shown", [&] { return line.gui.shown(frame, "item.name"); });
}

void AtCounter::both_sizes(const std::string& shot) {
    gui.settle();
    gui.screenshot(frame(), shot);
    frame().SetSize(1920, 1080);
    gui.settle();
    gui.screenshot(frame(), shot + "-1920");
    frame().SetSize(1366, 768);
    gui.settle();
}

void choose_file(Line& line, const std::filesystem::path& file) {
    Dialogs::get().expect([&line, file](wxDialog& dialog) {
        auto& files = dynamic_cast<wxFileDialog&>(dialog);
        files.SetPath(ui::to_wx(file.string()));
        line.gui.wait_for("the file is chosen", [&] {
            if (files.HasFlag(wxFD_SAVE)) return true;
            wxArrayString chosen;
            files.GetPaths(chosen);
            return chosen.size() == 1 && ui::to_utf8(chosen[0]) == file.string();
        });
        gtk_dialog_response(GTK_DIALOG(dialog.GetHandle()), GTK_RESPONSE_ACCEPT);
    });
}

void scan_missing(Line& line, ui::MainFrame& frame) {
    for (int page = 0; page < 6; ++page) {
        if (line.gui.find(frame, "action.accept")->IsEnabled()) return;
        const std::string before = line.gui.text_of(frame, "missing");
        line.gui.press(WXK_F6);
        line.gui.wait_for("a page is scanned", [&] { return line.gui.text_of(frame, "missing") != before; });
    }
}

std::string finish(Line& line, ui::MainFrame& frame, int key, const std::string& shot) {
    if (key != 0) line.gui.press(key);
    line.gui.wait_for("the receipt stands", [&] { return line.gui.shown(frame, "outcome.number"); });
    line.gui.wait_for("the hub has it", [&] {
        return line.gui.text_of(frame, "outcome.whereabouts") == localization::tr("desk.where.at_the_hub");
    });
    line.gui.screenshot(frame, shot);
    return line.gui.text_of(frame, "outcome.number");
}

namespace {

/// The steps that bring a case to its result.
bool goes_on(domain::EventKind kind) {
    using enum domain::EventKind;
    return kind == start_review || kind == submit_to_review || kind == approve_step || kind == decide_grant ||
           kind == issue_out;
}

}  // namespace

void decide(Line& line, const std::string& user, const std::string& case_no, const std::string& shot) {
    auto station = line.station(user, "");
    line.look_at(*station);
    const auto find_case = [&]() -> std::optional<desk::CaseRow> {
        auto rows = station->workplace().review().rows(desk::ReviewFilter::all);
        if (!rows) return std::nullopt;
        for (const auto& row : *rows)
            if (row.case_no == case_no) return row;
        return std::nullopt;
    };
    line.gui.wait_for(user + " sees the case", [&] { return find_case().has_value(); });
    station->frame().go_to("review");
    bool shot_taken = false;
    for (int step = 0; step < 4; ++step) {
        const auto row = find_case();
        if (!row) break;
        auto view = station->workplace().review().open(row->case_id);
        BOOST_REQUIRE(view.ok());
        std::string wanted;
        for (const auto& action : station->workplace().review().actions(view->state))
            if (action.enabled && goes_on(action.kind) && wanted.empty())
                wanted = "decide." + std::string(base::to_name(action.kind));
        if (wanted.empty()) break;
        // Down the list to the case, as J does.
        for (int move = 0; move < 400 && line.gui.text_of(station->frame(), "detail.number") != case_no;
             ++move)
            line.gui.press('J');
        line.gui.wait_for("the decision is offered",
                          [&] { return line.gui.shown(station->frame(), wanted); });
        if (!shot_taken) {
            line.gui.wait_for("pages are there",
                              [&] { return station->workplace().connection().pending == 0; });
            line.gui.screenshot(station->frame(), shot);
            shot_taken = true;
        }
        BOOST_TEST_MESSAGE(user + ": " + wanted);
        line.gui.find(station->frame(), wanted)->SetFocus();
        line.gui.press(WXK_RETURN);
        line.gui.wait_for("the decision is kept", [&] {
            auto after = station->workplace().review().open(row->case_id);
            return after && after->state.event_count > view->state.event_count;
        });
    }
    line.gui.wait_for("decisions of " + user + " are sent",
                      [&] { return station->workplace().connection().pending == 0; });
}

void take_down(Line& line, ui::MainFrame& frame, const std::string& number, const std::string& name,
               const std::string& item) {
    GuiDriver& gui = line.gui;
    gui.press(WXK_F2);
    gui.card(number);
    gui.wait_for("the dossier is asked", [&] { return gui.find(frame, "field.party.name")->HasFocus(); });
    gui.commit(gui.find(frame, "field.party.name"), name);
    gui.press(WXK_RETURN);
    fill_form(line);
    choose_item(line, frame, item);
    fill_form(line);
}

}  // namespace yc::tests
