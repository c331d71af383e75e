// A package (一件事) by keyboard: the guide before, one form, one receipt, the cases that know of each other.
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "client/ui/widgets/paper_view.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words.h"
#include "localization/localization.h"
#include "tests/gui/dialogs.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

/// What is typed into a field of this name; empty = Chinese words.
std::string typed_for(const std::string& name) {
    static const std::pair<const char*, const char*> answers[] = {
        {"phone", "13800138000"},  {"bank_account", "6200000000123456789"},
        {"_months", "1"},          {"amount", "1"},
        {"loan_left", "1"},        {"balance", "1"},
        {"_on", "2026-10-09"},     {".start", "1986-01-01"},
        {".finish", "2000-01-01"}, {"_from", "2026-10-09"}};
    for (const auto& [part, answer] : answers)
        if (name.find(part) != std::string::npos) return answer;
    return {};
}

struct Package : AtCounter {
    /// Papers of the shown errand that nobody has brought yet.
    long missing_papers() {
        const auto& list = dynamic_cast<const ui::Table&>(*gui.find(frame(), "materials")->GetParent());
        const wxString missing = ui::words("desk.material.missing");
        return std::count_if(list.rows().begin(), list.rows().end(),
                             [&](const ui::TableRow& row) { return row.cells[3].text == missing; });
    }
    /// Fills by keys what the form asks for, until the focus leaves it.
    void fill() {
        for (int field = 0; field < 80; ++field) {
            wxWindow* focus = wxWindow::FindFocus();
            const std::string name = focus ? ui::to_utf8(focus->GetName()) : std::string();
            if (!name.starts_with("field.")) return;
            if (auto* choice = dynamic_cast<wxChoice*>(focus)) {
                if (choice->GetSelection() == wxNOT_FOUND) gui.press(WXK_DOWN);
            } else if (auto* box = dynamic_cast<wxCheckBox*>(focus)) {
                if (!box->GetValue()) gui.press(WXK_SPACE);
            } else if (const std::string answer = typed_for(name); !answer.empty()) {
                gui.type(answer);
            } else {
                gui.commit(focus, name.find("address") != std::string::npos ? "青秀区示例路1号" : "示例");
            }
            gui.press(WXK_RETURN);
            gui.settle();
            if (wxWindow::FindFocus() == focus) BOOST_FAIL("the form does not go on from " + name);
        }
        BOOST_FAIL("the form asks for ever");
    }
    void scan_errand() {
        for (long left = missing_papers(); left > 0; left = missing_papers()) {
            gui.press(WXK_F6);
            gui.wait_for("a page is scanned", [&] { return missing_papers() < left; });
        }
    }
    /// By arrow keys along the errands of the intake.
    void go_to_errand(int errand) {
        const auto chip = [](int number) { return "errands." + std::to_string(number); };
        gui.find(frame(), chip(errand - 1))->SetFocus();
        gui.press(WXK_RIGHT);
        gui.wait_for("the errand is shown", [&] {
            return dynamic_cast<wxToggleButton*>(gui.find(frame(), chip(errand)))->GetValue();
        });
        gui.settle();
    }
    /// A key that shows a paper in a dialog, which Escape leaves.
    void look_at_paper(int key, int modifiers, const std::string& shot) {
        Dialogs::get().expect([&](wxDialog& dialog) {
            gui.wait_for("the paper is shown", [&] { return gui.shown(dialog, "paper.print"); });
            gui.settle();
            gui.screenshot(dialog, shot);
            const auto& pages = dynamic_cast<const ui::PaperView&>(*gui.find(dialog, "paper.pages"));
            gui.press(WXK_PAGEDOWN);
            gui.wait_for("the paper goes on", [&] { return pages.GetViewStart().y > 0; });
            gui.press(WXK_PAGEUP);
            gui.wait_for("and back", [&] { return pages.GetViewStart().y == 0; });
            gui.press(WXK_ESCAPE);
        });
        gui.press(key, modifiers);
        gui.wait_for("the paper was looked at", [&] { return Dialogs::get().all_came(); });
        gui.settle();
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(package_tests)

BOOST_FIXTURE_TEST_CASE(a_package_is_taken_in_by_keyboard_and_has_one_receipt, Package) {
    look_at(*here);
    gui.press(WXK_F2);
    gui.card(citizen_number("45010319660304001"));
    gui.wait_for("the dossier is asked", [&] { return gui.find(frame(), "field.party.name")->HasFocus(); });
    gui.commit(gui.find(frame(), "field.party.name"), "黄示例");
    gui.press(WXK_RETURN);
    fill();
    choose_item(*this, frame(), "txyjs");
    fill();
    BOOST_REQUIRE(gui.shown(frame(), "errands.2"));
    look_at_paper('G', wxMOD_CONTROL, "package-guide");
    for (int errand = 0; errand < 3; ++errand) {
        if (errand > 0) {
            go_to_errand(errand);
            gui.press(WXK_F4);
            fill();
        }
        scan_errand();
    }
    both_sizes("package-intake");
    const std::string number = finish(*this, frame(), WXK_F9, "package-receipt");
    BOOST_TEST(gui.clicks() == 0);
    both_sizes("package-receipt");
    BOOST_TEST(gui.shown(frame(), "outcome.paper3"));
    BOOST_TEST(!gui.shown(frame(), "outcome.paper4"), "one receipt and three forms");
    long receipts = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        if (entry.path().filename().string().starts_with("收件凭证")) ++receipts;
    BOOST_TEST(receipts == 1);

    frame().go_to("cases");
    gui.wait_for("the case says what it belongs to", [&] { return gui.shown(frame(), "detail.package"); });
    BOOST_TEST(gui.text_of(frame(), "detail.package").find("退休一件事") != std::string::npos);
    both_sizes("package-case");
    look_at_paper('P', 0, "package-reprint");
    if (const char* out = std::getenv("YICHUANG_SCREENSHOTS"))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.path().extension() == ".pdf")
                std::filesystem::copy_file(entry.path(), std::filesystem::path(out) / entry.path().filename(),
                                           std::filesystem::copy_options::overwrite_existing);
}

BOOST_AUTO_TEST_SUITE_END()
