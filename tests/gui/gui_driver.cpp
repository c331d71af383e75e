#include "tests/gui/gui_driver.h"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/evtloop.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <thread>

#include "client/ui/words.h"

namespace yc::tests {
namespace {

void pump() {
    wxEventLoopBase* loop = wxEventLoopBase::GetActive();
    wxTheApp->ProcessPendingEvents();
    while (loop->Pending()) loop->Dispatch();
    wxTheApp->ProcessPendingEvents();
    loop->ProcessIdle();
}

/// The one that is seen goes before hidden ones of the same name on other pages.
wxWindow* find_under(const wxWindow& root, const wxString& name) {
    wxWindow* hidden = nullptr;
    for (wxWindow* child : root.GetChildren()) {
        wxWindow* found = child->GetName() == name ? child : find_under(*child, name);
        if (found != nullptr && found->IsShownOnScreen()) return found;
        if (hidden == nullptr) hidden = found;
    }
    return hidden;
}

}  // namespace

void GuiDriver::wait_for(const std::string& what, const std::function<bool()>& condition,
                         std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        pump();
        if (condition()) return;
        if (std::chrono::steady_clock::now() > end) BOOST_FAIL("waited in vain for: " + what);
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
}

void GuiDriver::settle() {
    for (int round = 0; round < 5; ++round) pump();
}

wxWindow* GuiDriver::find(const wxWindow& root, const std::string& name) {
    wxWindow* found = find_under(root, client::ui::to_wx(name));
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no window named " + name);
    return found;
}

bool GuiDriver::shown(const wxWindow& root, const std::string& name) const {
    const wxWindow* found = find_under(root, client::ui::to_wx(name));
    return found != nullptr && found->IsShownOnScreen();
}

std::string GuiDriver::text_of(const wxWindow& root, const std::string& name) {
    wxWindow* window = find(root, name);
    if (auto* field = dynamic_cast<wxTextCtrl*>(window)) return client::ui::to_utf8(field->GetValue());
    return client::ui::to_utf8(window->GetLabel());
}

void GuiDriver::send(int key, int modifiers) {
    wxUIActionSimulator simulator;
    simulator.Char(key, modifiers);
    settle();
}

void GuiDriver::press(int key, int modifiers) {
    ++presses_;
    send(key, modifiers);
}

void GuiDriver::type(const std::string& ascii) {
    for (const char c : ascii) press(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

void GuiDriver::commit(wxWindow* field, const std::string& utf8) {
    auto* text = dynamic_cast<wxTextCtrl*>(field);
    BOOST_REQUIRE_MESSAGE(text != nullptr, "not a text field");
    const wxString wide = client::ui::to_wx(utf8);
    presses_ += static_cast<int>(wide.length());
    text->SetFocus();
    text->WriteText(wide);
    settle();
}

void GuiDriver::card(const std::string& ascii) {
    for (const char c : ascii) send(c, 0);
    send(WXK_RETURN, 0);
}

void GuiDriver::click(wxWindow* window) {
    click_at(window->GetScreenPosition() + wxPoint(window->GetSize().x / 2, window->GetSize().y / 2));
}

void GuiDriver::click_at(const wxPoint& place) {
    ++clicks_;
    wxUIActionSimulator simulator;
    simulator.MouseMove(place);
    settle();
    simulator.MouseClick();
    settle();
}

void GuiDriver::screenshot(wxWindow& window, const std::string& name) {
    const char* folder = std::getenv("YICHUANG_SCREENSHOTS");
    if (folder == nullptr) return;
    std::filesystem::create_directories(folder);
    // The toolkit draws in frames: what is shown now has been drawn after a few of them.
    window.Refresh();
    const auto drawn = std::chrono::steady_clock::now() + std::chrono::milliseconds{250};
    wait_for("frames are drawn", [&] { return std::chrono::steady_clock::now() > drawn; });
    const wxRect area = window.GetScreenRect();
    // From the X server itself: the toolkit's own screen context keeps an old picture.
    const std::string file = (std::filesystem::path(folder) / (name + ".png")).string();
    const std::string area_words =
        wxString::Format("%dx%d+%d+%d", area.width, area.height, area.x, area.y).utf8_string();
    const std::string command = "import -window root -crop " + area_words + " +repage '" + file + "'";
    BOOST_CHECK_MESSAGE(std::system(command.c_str()) == 0, "no screenshot " + name);
}

}  // namespace yc::tests
