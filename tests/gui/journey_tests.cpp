// The whole line through real windows and a real hub: two applicants at the counter, the back office at other
// programs, the hand-out, the report. Key presses and clicks are counted as a clerk would make them.
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "client/desk/case_list.h"
#include "client/desk/handout.h"
#include "client/desk/review.h"
#include "client/ui/application.h"
#include "client/ui/shell/main_frame.h"
#include "client/ui/words.h"
#include "core/base/log.h"
#include "tests/gui/gui_driver.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using namespace yc::client;
using tests::GuiDriver;

namespace {

/// An 18-digit number with its GB 11643 check digit.
std::string citizen_number(const std::string& first17) {
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < 17; ++i) sum += (first17[i] - '0') * weights[i];
    return first17 + "10X98765432"[sum % 11];
}

struct Line {
    Line() : hub(folder / "hub") {
        // The scanner API's own test device stands for the scanner of the counter.
        std::filesystem::create_directories(folder / "sane");
        tests::write_file(folder / "sane/dll.conf", "test\n");
        tests::write_file(folder / "sane/test.conf", "test-picture \"Grid\"\nresolution 100.0\n");
        setenv("SANE_CONFIG_DIR", (folder / "sane").c_str(), 1);
        base::open_log(base::LogLevel::warning, folder / "test.log");
    }

    std::unique_ptr<ui::Station> station(const std::string& user, const std::string& counter) {
        auto opened =
            ui::Station::open({folder / ("client-" + user), hub.url(), user, "yichuang", counter}, clock);
        BOOST_REQUIRE_MESSAGE(opened.ok(), "station of " + user);
        auto station = *std::move(opened);
        gui.wait_for(user + " is signed in",
                     [&] { return station->workplace().signed_in() && gui.shown(station->frame(), "rail"); });
        gui.wait_for("first sync", [&] { return station->workplace().connection().last_sync.has_value(); });
        return station;
    }

    /// Brings a window to the front, as a person does by looking at it.
    void look_at(ui::Station& station) {
        station.frame().Raise();
        station.frame().SetFocus();
        gui.settle();
    }

    tests::TempDir folder;
    base::SystemClock clock;
    tests::HubProcess hub;
    GuiDriver gui;
};

/// What a person at the counter would answer when a field asks: the value a field of this name gets here.
std::string answer_for(const std::string& field) {
    if (field.find("phone") != std::string::npos) return "13800138000";
    if (field.find("date") != std::string::npos) return "1940-01-01";
    if (field.find("account") != std::string::npos) return "6222020111122220001";
    if (field.find("year") != std::string::npos) return "2027";
    return {};
}

/// Fills what asks for input, by keys, until the focus leaves the form.
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

/// Scans until nothing stands in the way of accepting.
void scan_missing(Line& line, ui::MainFrame& frame) {
    for (int page = 0; page < 6; ++page) {
        if (line.gui.find(frame, "action.accept")->IsEnabled()) return;
        const std::string before = line.gui.text_of(frame, "missing");
        line.gui.press(WXK_F6);
        line.gui.wait_for("a page is scanned", [&] { return line.gui.text_of(frame, "missing") != before; });
    }
}

std::string finish(Line& line, ui::MainFrame& frame, int key, const std::string& shot) {
    line.gui.press(key);
    line.gui.wait_for("the receipt stands", [&] { return line.gui.shown(frame, "outcome.number"); });
    line.gui.wait_for("the hub has it", [&] {
        return line.gui.text_of(frame, "outcome.whereabouts") == localization::tr("desk.where.at_the_hub");
    });
    line.gui.screenshot(frame, shot);
    return line.gui.text_of(frame, "outcome.number");
}

/// The steps that bring a case to its result.
bool goes_on(domain::EventKind kind) {
    using enum domain::EventKind;
    return kind == start_review || kind == submit_to_review || kind == approve_step || kind == decide_grant ||
           kind == issue_out;
}

/// Takes the step that brings the case on until the case needs nothing more from this person.
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

void hand_out(Line& line, ui::Station& counter, const std::string& number, const std::string& case_no) {
    line.look_at(counter);
    counter.frame().go_to("handout");
    line.gui.wait_for("the result is ready at the counter", [&] {
        auto rows = counter.workplace().handout().rows(case_no);
        return rows && !rows->empty();
    });
    line.gui.card(case_no);
    line.gui.wait_for("the case is shown", [&] { return line.gui.shown(counter.frame(), "collector"); });
    line.gui.card(number);
    line.gui.screenshot(counter.frame(), "handout");
    line.gui.wait_for("the collector is known",
                      [&] { return line.gui.find(counter.frame(), "handout.confirm")->IsEnabled(); });
    line.gui.press(WXK_F9);
    line.gui.wait_for("the proof of service is made",
                      [&] { return line.gui.shown(counter.frame(), "outcome.paper0"); });
    line.gui.screenshot(counter.frame(), "handout-done");
    line.gui.press(WXK_RETURN);
}

/// Leaves the papers that were printed beside the screenshots.
void keep_papers(const std::filesystem::path& folder) {
    const char* out = std::getenv("YICHUANG_SCREENSHOTS");
    if (out == nullptr) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".pdf")
            std::filesystem::copy_file(entry.path(), std::filesystem::path(out) / entry.path().filename(),
                                       std::filesystem::copy_options::overwrite_existing);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journey_tests)

BOOST_AUTO_TEST_CASE(from_the_counter_to_the_result) {
    Line line;
    auto& gui = line.gui;
    const auto began = std::chrono::steady_clock::now();
    auto counter = line.station("clerk1", "qx1");
    const auto ready =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    std::printf("first start at this computer, to signed in and synchronised: %lld ms\n",
                static_cast<long long>(ready.count()));
    auto& frame = counter->frame();
    line.look_at(*counter);
    gui.wait_for("the items are there", [&] { return gui.shown(frame, "page.intake"); });
    gui.screenshot(frame, "intake-empty");

    // Tab goes down the page, and a finishing key pressed too early says what is missing and where.
    gui.press(WXK_F2);
    gui.press(WXK_TAB);
    gui.wait_for("Tab reaches the name", [&] { return gui.find(frame, "field.party.name")->HasFocus(); });
    gui.press(WXK_TAB);
    gui.wait_for("Tab reaches the phone", [&] { return gui.find(frame, "field.party.phone")->HasFocus(); });
    BOOST_TEST(!gui.shown(frame, "message"));
    gui.press(WXK_F9);
    gui.wait_for("it says what is missing", [&] { return gui.shown(frame, "message"); });
    BOOST_TEST(!gui.shown(frame, "outcome"));

    // A first-time applicant: everything is typed, everything is scanned.
    const std::string first = citizen_number("45010319400101001");
    gui.restart_count();
    gui.press(WXK_F2);
    gui.restart_count();
    gui.card(first);
    gui.wait_for("the dossier is asked", [&] { return gui.find(frame, "field.party.name")->HasFocus(); });
    gui.commit(gui.find(frame, "field.party.name"), "韦示例老人");
    gui.press(WXK_RETURN);
    fill_form(line);
    choose_item(line, frame, "gljt");
    fill_form(line);
    gui.screenshot(frame, "intake-first-time");
    scan_missing(line, frame);
    gui.screenshot(frame, "intake-scanned");
    const std::string first_case = finish(line, frame, WXK_F10, "receipt-first-time");
    std::printf("first-time applicant: key presses: %d, mouse clicks: %d\n", gui.presses(), gui.clicks());
    BOOST_TEST(gui.clicks() == 0);
    gui.press(WXK_RETURN);

    decide(line, "handler_civil", first_case, "review");
    decide(line, "reviewer_civil", first_case, "review-second");
    decide(line, "approver_civil", first_case, "review-approve");
    hand_out(line, *counter, first, first_case);

    // The same applicant returns: the dossier knows nearly everything.
    frame.go_to("intake");
    gui.wait_for("the next applicant", [&] { return gui.find(frame, "party.number")->HasFocus(); });
    gui.restart_count();
    gui.card(first);
    gui.wait_for("the dossier is found",
                 [&] { return gui.text_of(frame, "field.party.name") == "韦示例老人"; });
    choose_item(line, frame, "jmyb");
    gui.screenshot(frame, "intake-returning");
    fill_form(line);
    gui.wait_for("the offers have the focus", [&] { return gui.find(frame, "offers.take")->HasFocus(); });
    gui.screenshot(frame, "intake-returning-offers");
    gui.press(WXK_SPACE);
    scan_missing(line, frame);
    gui.screenshot(frame, "intake-returning-ready");
    finish(line, frame, WXK_F12, "receipt-returning");
    std::printf("returning applicant: key presses: %d, mouse clicks: %d\n", gui.presses(), gui.clicks());
    BOOST_TEST(gui.presses() <= 20);
    BOOST_TEST(gui.clicks() == 0);
    gui.press(WXK_RETURN);

    frame.go_to("cases");
    auto rows = counter->workplace().case_list().rows({.filter = desk::CaseFilter::all});
    BOOST_REQUIRE(rows.ok());
    BOOST_TEST(rows->size() == 2);
    gui.click(gui.find(frame, "cases.filter.all"));
    frame.go_to("cases");
    gui.press('J');
    gui.screenshot(frame, "cases");

    frame.go_to("report");
    gui.wait_for("the report balances", [&] { return gui.shown(frame, "report.balance"); });
    gui.screenshot(frame, "report");
    frame.go_to("outbox");
    gui.screenshot(frame, "outbox");
    frame.go_to("settings");
    gui.screenshot(frame, "settings");

    // The same windows in English, dark, and at the larger size.
    localization::set_language(localization::Language::en);
    ui::use_theme(ui::ThemeKind::dark);
    frame.SetSize(1920, 1080);
    counter.reset();
    auto english = line.station("clerk1", "qx1");
    english->frame().SetSize(1920, 1080);
    line.look_at(*english);
    gui.settle();
    gui.screenshot(english->frame(), "intake-english-dark-1920");
    english.reset();
    ui::use_theme(ui::ThemeKind::light);
    localization::set_language(localization::Language::zh_CN);
    keep_papers(line.folder.path());
}

BOOST_AUTO_TEST_SUITE_END()
