// Forms in real windows: a form with tables, places and amounts that depends on the answers, filled by keys
// from the card to the receipt; and the panel by itself with every kind of field.
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/textctrl.h>

#include <boost/test/unit_test.hpp>
#include <cstdio>

#include "client/desk/intake_form.h"
#include "client/ui/pages/intake/form_panel.h"
#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"
#include "tests/gui/line.h"

using namespace yc;
using namespace yc::client;
using namespace yc::tests;

namespace {

bool ends_with(const std::string& text, const char* end) {
    return std::string_view(text).ends_with(end);
}

/// What is typed into a field of this name; empty = Chinese words.
std::string typed_for(const std::string& name) {
    static const std::pair<const char*, const char*> answers[] = {
        {"phone", "13800138000"}, {"birth_date", "19900101"}, {"work_months", "12"},
        {"members", "3"},         {".income", "3000.5"},      {"home_area", "40"},
        {"rent", "1200"},         {"savings", "20000"},       {"cars", "0"},
        {"wish_rooms", "2"},      {"wish_division", "xinzhu"}};
    for (const auto& [end, answer] : answers)
        if (ends_with(name, end)) return answer;
    if (name.starts_with("field.people.") && ends_with(name, ".number"))
        return citizen_number("4501031990010100" + std::string(1, name[13]));
    return {};
}

/// Fills what asks for input until the focus leaves the form; `rows` of the table are filled and one more is
/// added after each but the last.
void fill(Line& line, int rows) {
    for (int field = 0; field < 80; ++field) {
        wxWindow* focus = wxWindow::FindFocus();
        const std::string name = focus ? ui::to_utf8(focus->GetName()) : std::string();
        if (!name.starts_with("field.")) return;
        BOOST_TEST(!ui::platform::accessible_name(focus).empty(), "no spoken name: " << name);
        if (auto* choice = dynamic_cast<wxChoice*>(focus)) {
            if (choice->GetSelection() == wxNOT_FOUND) line.gui.press(WXK_DOWN);
        } else if (auto* box = dynamic_cast<wxCheckBox*>(focus)) {
            if (!box->GetValue()) line.gui.press(WXK_SPACE);
        } else if (dynamic_cast<wxTextCtrl*>(focus) != nullptr) {
            if (const auto answer = typed_for(name); !answer.empty())
                line.gui.type(answer);
            else
                line.gui.commit(focus, ends_with(name, "address") ? "青秀区示例路1号" : "示例");
        }
        const bool row_done = name.starts_with("field.people.") && ends_with(name, ".income");
        if (row_done && name[13] - '0' < rows - 1)
            line.gui.press(WXK_RETURN, wxMOD_CONTROL);
        else
            line.gui.press(WXK_RETURN);
        line.gui.settle();
        if (wxWindow::FindFocus() == focus) BOOST_FAIL("the form does not go on from " + name);
    }
    BOOST_FAIL("the form asks for ever");
}

/// Back with the tab key to the chips of a question.
void go_back_to(Line& line, const std::string& prefix) {
    for (int step = 0; step < 12; ++step) {
        const wxWindow* focus = wxWindow::FindFocus();
        if (focus != nullptr && ui::to_utf8(focus->GetName()).starts_with(prefix)) return;
        line.gui.press(WXK_TAB, wxMOD_SHIFT);
        line.gui.settle();
    }
    BOOST_FAIL("no way back to " + prefix);
}

std::vector<desk::FieldView> views_of(int fields) {
    using enum desk::FieldInput;
    static constexpr desk::FieldInput inputs[] = {text, number, money, date, choice, phone, identity, lines};
    std::vector<desk::FieldView> views;
    for (int i = 0; i < fields; ++i) {
        desk::FieldView view;
        view.id = "f" + std::to_string(i);
        view.section = "第" + std::to_string(i / 20 + 1) + "节";
        view.label = view.short_label = "项目" + std::to_string(i);
        view.input = inputs[i % 8];
        if (view.input == choice) view.options = {{"a", "甲"}, {"b", "乙"}};
        if (view.input == lines) view.width = 6;
        view.required = i % 3 == 0;
        views.push_back(std::move(view));
    }
    return views;
}

struct OpenForm {
    wxFrame* frame = new wxFrame(nullptr, wxID_ANY, "form", wxDefaultPosition, wxSize(560, 700));
    std::vector<std::string> changes;
    ui::FormPanel* panel = new ui::FormPanel(
        frame, {[this](const std::string& id, const std::string& value, bool) {
                    changes.push_back(id + "=" + value);
                },
                [](const std::string&) { return -1; }, [](const std::string&, int) { return false; }, [] {}});
    OpenForm() {
        frame->Show();
        wxYield();
    }
    ~OpenForm() { frame->Destroy(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(forms_tests)

BOOST_AUTO_TEST_CASE(a_form_with_rows_is_filled_by_keys_from_the_card_to_the_receipt) {
    Line line;
    auto& gui = line.gui;
    auto counter = line.station("clerk1", "qx1");
    auto& frame = counter->frame();
    line.look_at(*counter);
    gui.press(WXK_F2);
    gui.card(citizen_number("45010319900101001"));
    gui.wait_for("the dossier is asked", [&] { return gui.find(frame, "field.party.name")->HasFocus(); });
    gui.commit(gui.find(frame, "field.party.name"), "韦示例");
    gui.press(WXK_RETURN);
    fill_form(line);
    choose_item(line, frame, "ggzlzfbz");
    BOOST_REQUIRE(gui.text_of(frame, "item.name").find("公共租赁") != std::string::npos);
    BOOST_TEST(!gui.shown(frame, "item.changes"));
    BOOST_TEST(!gui.shown(frame, "field.work_months"));

    // Another answer: other papers, another limit, other fields, each with its reason.
    go_back_to(line, "question.kind");
    gui.press(WXK_LEFT);
    gui.settle();
    gui.screenshot(frame, "forms-answers");
    gui.wait_for("the answer changes the limit", [&] { return gui.shown(frame, "item.changes"); });
    gui.wait_for("a field is asked for", [&] { return gui.shown(frame, "field.work_months"); });
    gui.screenshot(frame, "forms-answers");

    gui.press(WXK_F4);
    gui.settle();
    fill(line, 2);
    // Three were said to live there: the rule under the table asked for the third row, and Enter added it.
    BOOST_TEST(gui.text_of(frame, "field.income_total") == "9,001.50");
    BOOST_TEST(gui.text_of(frame, "field.income_head") == "3,000.50");
    gui.screenshot(frame, "forms-filled");

    // A row too few is told under the table, and the finishing key leads there.
    gui.find(frame, "field.people.2.name")->SetFocus();
    gui.settle();
    gui.press(WXK_DELETE, wxMOD_ALT);
    gui.wait_for("the row is taken away", [&] { return !gui.shown(frame, "field.people.2.name"); });
    gui.press(WXK_F10);
    gui.wait_for("the table is where it is mended",
                 [&] { return gui.find(frame, "field.people")->HasFocus(); });
    BOOST_TEST(!gui.shown(frame, "outcome"));
    gui.screenshot(frame, "forms-rule");
    gui.press(WXK_RETURN);
    gui.wait_for("a row is there", [&] { return gui.shown(frame, "field.people.2.name"); });
    gui.settle();
    fill(line, 2);
    scan_missing(line, frame);
    finish(line, frame, WXK_F10, "forms-receipt");
    BOOST_TEST(gui.clicks() == 0);
    BOOST_TEST(gui.shown(frame, "outcome.paper1"));
    std::printf("form of %s: key presses: %d, mouse clicks: %d\n", "public_rental", gui.presses(),
                gui.clicks());
    const char* out = std::getenv("YICHUANG_SCREENSHOTS");
    if (out == nullptr) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(line.folder.path()))
        if (entry.path().extension() == ".pdf")
            std::filesystem::copy_file(entry.path(), std::filesystem::path(out) / entry.path().filename(),
                                       std::filesystem::copy_options::overwrite_existing);
}

BOOST_AUTO_TEST_CASE(fields_appear_without_taking_the_focus_or_scrolling) {
    OpenForm form;
    auto views = views_of(60);
    form.panel->show(views);
    wxYield();
    wxWindow* field = wxWindow::FindWindowByName("field.f41", form.panel);
    BOOST_REQUIRE(field);
    field->SetFocus();
    for (int turn = 0; turn < 5; ++turn) wxYield();
    const int before = field->GetScreenPosition().y;
    desk::FieldView more;
    more.id = "more";
    more.section = views[3].section;
    more.label = more.short_label = "新出现的项目";
    more.width = 6;
    views.insert(views.begin() + 3, more);
    form.panel->show(views);
    const auto away = [&] { return field->GetScreenPosition().y - before; };
    for (int turn = 0; turn < 200 && (turn == 0 || std::abs(away()) > 12); ++turn) wxYield();
    BOOST_TEST(wxWindow::FindFocus() == field);
    const int moved = away();

    BOOST_TEST(std::abs(moved) <= 12, "within a line of where it was: moved by " << moved);
    const auto* added = wxWindow::FindWindowByName("field.more", form.panel);
    BOOST_REQUIRE(added);
    views.erase(views.begin() + 3);
    form.panel->show(views);
    wxYield();
    BOOST_TEST(wxWindow::FindFocus() == field);
    BOOST_TEST(!wxWindow::FindWindowByName("field.more", form.panel));
}

BOOST_AUTO_TEST_CASE(amounts_are_grouped_and_several_choices_ticked) {
    OpenForm form;
    desk::FieldView money{.id = "m", .label = "金额", .input = desk::FieldInput::money, .value = "1234567.5"};
    desk::FieldView several{.id = "s",
                            .label = "经营项目",
                            .input = desk::FieldInput::choices,
                            .options = {{"a", "甲"}, {"b", "乙"}, {"c", "丙"}},
                            .value = "b"};
    form.panel->show({money, several});
    wxYield();
    auto* amount = dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName("field.m", form.panel));
    BOOST_REQUIRE(amount);
    BOOST_TEST(ui::to_utf8(amount->GetValue()) == "1,234,567.5");
    amount->SetFocus();
    wxYield();
    BOOST_TEST(ui::to_utf8(amount->GetValue()) == "1234567.5");
    auto* box = dynamic_cast<wxCheckBox*>(wxWindow::FindWindowByName("field.s.a", form.panel));
    BOOST_REQUIRE(box);
    BOOST_TEST(!box->GetValue());
    box->SetFocus();
    wxYield();
    BOOST_TEST(ui::to_utf8(amount->GetValue()) == "1,234,567.5");
    GuiDriver gui;
    gui.press(WXK_SPACE);
    gui.press(WXK_DOWN);
    gui.press(WXK_DOWN);
    gui.press(WXK_SPACE);
    gui.wait_for("all are ticked", [&] { return !form.changes.empty() && form.changes.back() == "s=a,b,c"; });
}

BOOST_AUTO_TEST_CASE(two_hundred_fields_open) {
    OpenForm form;
    const auto views = views_of(200);
    form.panel->show(views);
    form.panel->focus_first_open();
    wxYield();
    int top = -1;
    for (int i = 0; i < 200; ++i) {
        const auto* field = wxWindow::FindWindowByName("field.f" + std::to_string(i), form.panel);
        BOOST_REQUIRE_MESSAGE(field != nullptr && field->IsShownOnScreen(), "field " + std::to_string(i));
        BOOST_TEST(field->GetSize().x > 0);
        BOOST_TEST(field->GetScreenPosition().y >= top, "in the order of the form");
        top = field->GetScreenPosition().y;
    }
}

BOOST_AUTO_TEST_SUITE_END()
