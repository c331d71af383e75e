// The whole line through real windows and a real hub: two applicants at the counter, the back office at other
// programs, the hand-out, the report. Key presses and clicks are counted as a clerk would make them.
#include <wx/button.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "client/desk/case_list.h"
#include "client/desk/handout.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

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
