// What the counter does when not everything is there: one-time notice, refusal, supplement, parking, page
// files. By keys where keys exist.
#include <wx/dialog.h>
#include <wx/dnd.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>

#include "cli/journey_pages.h"
#include "client/desk/case_list.h"
#include "client/desk/intake.h"
#include "client/desk/review.h"
#include "client/ui/words.h"
#include "tests/gui/dialogs.h"
#include "tests/gui/line.h"
#include "tests/support/files.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;
using domain::LifeCycle;
using ui::to_utf8;

namespace {

struct Counter : AtCounter {
    domain::CaseState state_of(ui::Station& station, const std::string& case_no) {
        auto rows = station.workplace().case_list().rows({.search = case_no});
        BOOST_REQUIRE(rows.ok());
        BOOST_REQUIRE_EQUAL(rows->size(), 1U);
        auto view = station.workplace().review().open(rows->front().case_id);
        BOOST_REQUIRE(view.ok());
        return view->state;
    }
    int papers() const {
        int found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "client-clerk1/papers"))
            if (entry.path().extension() == ".pdf" && read_file(entry.path()).starts_with("%PDF")) ++found;
        return found;
    }
    std::string message() { return to_utf8(frame().message_bar()->text()); }

    /// A reviewer asks for papers by the dialog of the decision.
    void ask_for_supplement(ui::Station& reviewer, const std::string& case_no);
    /// The clerk takes in at the counter what was asked for.
    void hand_in_supplement(const std::string& case_no);
};

void Counter::ask_for_supplement(ui::Station& reviewer, const std::string& case_no) {
    gui.wait_for("the reviewer sees the case", [&] {
        auto rows = reviewer.workplace().review().rows(desk::ReviewFilter::all, case_no);
        return rows && rows->size() == 1;
    });
    reviewer.frame().go_to("review");
    gui.wait_for("the case is shown",
                 [&] { return gui.text_of(reviewer.frame(), "detail.number") == case_no; });
    Dialogs::get().expect([&](wxDialog& dialog) {
        gui.wait_for("the dialog is drawn", [&] { return gui.shown(dialog, "reason.confirm"); });
        gui.press(WXK_RETURN, wxMOD_CONTROL);
        BOOST_TEST(gui.shown(dialog, "reason.message"));  // neither paper nor reason is named
        gui.click(gui.find(dialog, "reason.choice.elder_allowance-01"));
        gui.commit(gui.find(dialog, "reason.text"), "照片与本人不符");
        gui.screenshot(dialog, "review-supplement-dialog");
        gui.press(WXK_RETURN, wxMOD_CONTROL);
    });
    gui.find(reviewer.frame(), "decide.notify_supplement")->SetFocus();
    gui.press(WXK_RETURN);
    gui.wait_for("the notice is made",
                 [&] { return state_of(reviewer, case_no).life == LifeCycle::supplement; });
    gui.screenshot(reviewer.frame(), "review-supplement-done");
    BOOST_TEST(to_utf8(reviewer.frame().message_bar()->text()).find("补正") != std::string::npos);
    gui.wait_for("it is sent", [&] { return reviewer.workplace().connection().pending == 0; });
}

void Counter::hand_in_supplement(const std::string& case_no) {
    look_at(*here);
    gui.wait_for("the counter knows of the notice",
                 [&] { return state_of(*here, case_no).life == LifeCycle::supplement; });
    frame().go_to("cases");
    gui.click(gui.find(frame(), "cases.filter.supplement"));
    gui.press('J');
    gui.wait_for("what is asked for is shown",
                 [&] { return gui.shown(frame(), "supplement.elder_allowance-01"); });
    gui.press(WXK_F6);
    gui.wait_for("the paper is scanned", [&] {
        return gui.find(frame(), "supplement.elder_allowance-01")->GetLabel().Contains(L"·");
    });
    gui.screenshot(frame(), "supplement");
    gui.press(WXK_F9);
    gui.wait_for("the receipt stands", [&] { return gui.shown(frame(), "outcome.paper0"); });
    gui.screenshot(frame(), "supplement-done");
    gui.press('P');  // the case behind what was done is not printed; a dialog would fail the test
    gui.settle();
    gui.press(WXK_RETURN);
}

/// The drop of files, as the window system hands it over.
bool drop(wxWindow* on, const std::filesystem::path& file) {
    wxArrayString names;
    names.Add(ui::to_wx(file.string()));
    while (on != nullptr && on->GetDropTarget() == nullptr) on = on->GetParent();
    BOOST_REQUIRE(on != nullptr);
    auto* target = dynamic_cast<wxFileDropTarget*>(on->GetDropTarget());
    BOOST_REQUIRE(target != nullptr);
    return target->OnDropFiles(1, 1, names);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(counter_tests, Counter)

BOOST_AUTO_TEST_CASE(a_notice_tells_once_what_is_missing_and_a_refusal_names_the_right_organ) {
    take_down(*this, frame(), citizen_number("45010319400202003"), "韦示例", "gljt");
    BOOST_TEST(!gui.find(frame(), "action.accept")->IsEnabled());
    Dialogs::get().expect([&](wxDialog& dialog) {
        gui.wait_for("the dialog is drawn", [&] { return gui.shown(dialog, "reason.confirm"); });
        gui.screenshot(dialog, "notice-dialog");
        gui.press(WXK_RETURN, wxMOD_CONTROL);
    });
    gui.press(WXK_F7);
    const std::string noticed = finish(*this, frame(), 0, "receipt-notice");
    const domain::CaseState asked = state_of(*here, noticed);
    BOOST_TEST((asked.life == LifeCycle::supplement));
    BOOST_TEST(!asked.supplement_codes.empty());
    BOOST_TEST(papers() == 3);  // receipt, notice, filled form
    gui.press(WXK_RETURN);

    take_down(*this, frame(), citizen_number("45010319400303005"), "黄示例", "gljt");
    Dialogs::get().expect([&](wxDialog& dialog) {
        gui.wait_for("the dialog is drawn", [&] { return gui.shown(dialog, "reason.line.organ"); });
        gui.press(WXK_RETURN, wxMOD_CONTROL);
        BOOST_TEST(gui.shown(dialog, "reason.message"));
        gui.click(gui.find(dialog, "reason.alternative.not_required"));
        BOOST_TEST(!gui.shown(dialog, "reason.line.organ"));
        gui.click(gui.find(dialog, "reason.alternative.not_ours"));
        gui.commit(gui.find(dialog, "reason.line.organ"), "南宁市江南区民政局");
        gui.commit(gui.find(dialog, "reason.text"), "申请人户籍不在本区");
        gui.screenshot(dialog, "decline-dialog");
        gui.press(WXK_RETURN, wxMOD_CONTROL);
    });
    gui.click(gui.find(frame(), "action.decline"));
    const std::string declined = finish(*this, frame(), 0, "receipt-decline");
    const domain::CaseState closed = state_of(*here, declined);
    BOOST_TEST((closed.life == LifeCycle::closed));
    BOOST_TEST((closed.result == domain::CaseResult::declined));
    BOOST_TEST(closed.right_organ == "南宁市江南区民政局");
    BOOST_TEST(papers() == 5);  // and the refusal with its filled form
    gui.press(WXK_RETURN);
    frame().go_to("cases");
    gui.click(gui.find(frame(), "cases.filter.closed"));
    gui.press('J');
    gui.wait_for("the refused case is shown", [&] { return gui.shown(frame(), "cases.reprint"); });
    BOOST_TEST(gui.text_of(frame(), "detail.number") == declined);
    BOOST_TEST(!gui.find(frame(), "cases.reprint")->IsEnabled());
    BOOST_TEST(!gui.find(frame(), "cases.reprint")->GetToolTipText().empty());
    gui.press('P');
    gui.screenshot(frame(), "cases-no-receipt");
    BOOST_TEST(Dialogs::get().all_came());
}

BOOST_AUTO_TEST_CASE(a_supplement_goes_from_the_reviewer_to_the_counter_and_back) {
    take_down(*this, frame(), citizen_number("45010319400404007"), "梁示例", "gljt");
    scan_missing(*this, frame());
    const std::string case_no = finish(*this, frame(), WXK_F9, "receipt");
    gui.press(WXK_RETURN);
    auto reviewer = station("handler_civil", "");
    ask_for_supplement(*reviewer, case_no);
    hand_in_supplement(case_no);
    look_at(*reviewer);
    gui.wait_for("it is back at the reviewer", [&] {
        auto rows = reviewer->workplace().review().rows(desk::ReviewFilter::back_from_supplement);
        return rows && rows->size() == 1 && rows->front().case_no == case_no;
    });
    BOOST_TEST((state_of(*reviewer, case_no).life != LifeCycle::supplement));
}

BOOST_AUTO_TEST_CASE(what_is_owed_after_a_tolerant_acceptance_comes_in_at_the_counter) {
    take_down(*this, frame(), citizen_number("45010319400505002"), "梁示例", "gljt");
    while (gui.text_of(frame(), "missing").find("、") != std::string::npos) {
        const std::string before = gui.text_of(frame(), "missing");
        gui.press(WXK_F6);
        gui.wait_for("a page is scanned", [&] { return gui.text_of(frame(), "missing") != before; });
    }
    gui.find(frame(), "materials")->SetFocus();
    gui.press(WXK_END);
    gui.wait_for("the photo can be deferred", [&] { return gui.shown(frame(), "material.defer"); });
    gui.click(gui.find(frame(), "material.defer"));
    gui.wait_for("it can be accepted", [&] { return gui.find(frame(), "action.accept")->IsEnabled(); });
    const std::string case_no = finish(*this, frame(), WXK_F10, "receipt-tolerant");
    gui.press(WXK_RETURN);
    BOOST_TEST(state_of(*here, case_no).deferred_codes.size() == 1U);
    const std::string owed = "supplement." + state_of(*here, case_no).deferred_codes.front();
    frame().go_to("cases");
    gui.click(gui.find(frame(), "cases.filter.open"));
    gui.press('J');
    gui.wait_for("what is owed is shown", [&] { return gui.shown(frame(), owed); });
    gui.press(WXK_F6);
    gui.wait_for("the paper is scanned", [&] { return gui.find(frame(), owed)->GetLabel().Contains(L"·"); });
    gui.screenshot(frame(), "supplement-owed");
    gui.press(WXK_F9);
    gui.wait_for("the receipt stands", [&] { return gui.shown(frame(), "outcome.paper0"); });
    gui.wait_for("the hub has it", [&] { return here->workplace().connection().pending == 0; });
    const domain::CaseState state = state_of(*here, case_no);
    BOOST_TEST(state.deferred_codes.empty());
    BOOST_TEST((state.life == LifeCycle::accepted));
    BOOST_TEST(here->workplace().connection().refused == 0);
}

BOOST_AUTO_TEST_CASE(parked_work_comes_back_and_a_power_cut_loses_nothing) {
    const std::string number = citizen_number("45010319400505009");
    take_down(*this, frame(), number, "覃示例", "gljt");
    const std::string missing_at_first = gui.text_of(frame(), "missing");
    gui.press(WXK_F6);
    gui.wait_for("a page is scanned", [&] { return gui.text_of(frame(), "missing") != missing_at_first; });
    const std::string missing = gui.text_of(frame(), "missing");
    gui.press(WXK_F8);
    gui.wait_for("it lies in the tray", [&] { return gui.shown(frame(), "tray.0"); });
    BOOST_TEST(gui.text_of(frame(), "party.number").empty());
    gui.screenshot(frame(), "parked");
    // Somebody else is begun; taking the parked work up parks that one in its turn.
    gui.card(citizen_number("45010319400606000"));
    gui.click(gui.find(frame(), "tray.0"));
    gui.wait_for("it is back", [&] { return gui.text_of(frame(), "party.number") == number; });
    gui.settle();
    BOOST_TEST(gui.text_of(frame(), "field.party.name") == "覃示例");
    BOOST_TEST(gui.text_of(frame(), "missing") == missing);
    gui.wait_for("the other one is parked", [&] { return gui.shown(frame(), "tray.0"); });

    // What stands on the disk now is what a power cut would leave.
    const std::string address = "民族大道 100 号";
    gui.commit(gui.find(frame(), "field.party.address"), address);
    const auto kept_address = [&](const std::string& draft) {
        auto intake = here->workplace().resume_intake(draft);
        BOOST_REQUIRE(intake.ok());
        for (const auto& field : (*intake)->party())
            if (field.field == desk::PartyField::address) return field.value;
        return std::string();
    };
    gui.wait_for("it is saved by itself", [&] {
        auto drafts = here->workplace().case_list().parked();
        return drafts && std::any_of(drafts->begin(), drafts->end(), [&](const auto& draft) {
                   return kept_address(draft.draft_id) == address;
               });
    });
    std::filesystem::copy(folder / "client-clerk1", folder / "after-power-cut",
                          std::filesystem::copy_options::recursive);
    auto again = station_in("after-power-cut", "clerk1", "qx1");
    gui.wait_for("both lie in the tray", [&] { return gui.shown(again->frame(), "tray.1"); });
    gui.screenshot(again->frame(), "after-power-cut");
    wxWindow* interrupted = gui.find(again->frame(), "tray.0");
    if (!interrupted->GetLabel().Contains(L"覃示例")) interrupted = gui.find(again->frame(), "tray.1");
    gui.click(interrupted);
    gui.wait_for("the interrupted one is back",
                 [&] { return gui.text_of(again->frame(), "party.number") == number; });
    gui.settle();
    BOOST_TEST(gui.text_of(again->frame(), "field.party.address") == address);
    BOOST_TEST(gui.text_of(again->frame(), "missing") == missing);
}

BOOST_AUTO_TEST_CASE(pages_come_from_files_and_bad_ones_are_told) {
    const std::string page = *cli::sample_page_jpeg(7);
    write_file(folder / "good.jpg", page);
    write_file(folder / "half.jpg", page.substr(0, page.size() / 2));
    write_file(folder / "large.jpg", page + std::string(21 << 20, '\0'));
    write_file(folder / "word.jpg", "not an image");
    choose_item(*this, frame(), "gljt");
    const std::string before = gui.text_of(frame(), "missing");
    choose_file(*this, folder / "good.jpg");
    gui.press('O', wxMOD_CONTROL);
    gui.wait_for("the page of the dialog is taken",
                 [&] { return gui.text_of(frame(), "missing") != before; });
    const std::string one = gui.text_of(frame(), "missing");
    wxWindow* materials = gui.find(frame(), "materials");
    BOOST_TEST(drop(materials, folder / "good.jpg"));
    gui.wait_for("the dropped page is taken", [&] { return gui.text_of(frame(), "missing") != one; });
    const std::string two = gui.text_of(frame(), "missing");
    drop(materials, folder / "half.jpg");
    BOOST_TEST(message() == localization::tr("error.page.truncated"));
    drop(materials, folder / "large.jpg");
    BOOST_TEST(message() ==
               localization::tr("error.page.too_many_bytes", {{"found", "21"}, {"limit", "20"}}));
    gui.screenshot(frame(), "page-too-large");
    drop(materials, folder / "word.jpg");
    BOOST_TEST(message() == localization::tr("error.page.not_image"));
    drop(materials, folder / "gone.jpg");
    BOOST_TEST(message().find("gone.jpg") != std::string::npos);
    BOOST_TEST(gui.text_of(frame(), "missing") == two);
}

BOOST_AUTO_TEST_SUITE_END()
