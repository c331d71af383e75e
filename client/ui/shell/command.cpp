#include "client/ui/shell/command.h"

#include <wx/accel.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/event.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

struct Chord {
    int modifiers = wxMOD_NONE;
    int key = 0;
};

Chord parse(const std::string& key) {
    if (key == "Space") return {wxMOD_NONE, WXK_SPACE};
    if (key.size() == 1) return {wxMOD_NONE, key[0]};
    wxAcceleratorEntry entry;
    if (!entry.FromString(to_wx(key))) return {};
    int modifiers = wxMOD_NONE;
    if (entry.GetFlags() & wxACCEL_CTRL) modifiers |= wxMOD_CONTROL;
    if (entry.GetFlags() & wxACCEL_ALT) modifiers |= wxMOD_ALT;
    if (entry.GetFlags() & wxACCEL_SHIFT) modifiers |= wxMOD_SHIFT;
    return {modifiers, entry.GetKeyCode()};
}

int main_key(int key) {
    if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD9) return '0' + (key - WXK_NUMPAD0);
    if (key == WXK_NUMPAD_ENTER) return WXK_RETURN;
    return key;
}

bool focus_takes_typing() {
    const wxWindow* focus = wxWindow::FindFocus();
    return dynamic_cast<const wxTextCtrl*>(focus) != nullptr ||
           dynamic_cast<const wxChoice*>(focus) != nullptr;
}

bool focus_takes_space() {
    const wxWindow* focus = wxWindow::FindFocus();
    return dynamic_cast<const wxAnyButton*>(focus) != nullptr ||
           dynamic_cast<const wxControl*>(focus) != nullptr;
}

}  // namespace

wxString Command::words() const {
    return label.empty() ? ui::words("ui.cmd." + id) : label;
}

bool is_key(const wxKeyEvent& event, const std::string& key) {
    if (key.empty()) return false;
    const Chord chord = parse(key);
    return chord.key != 0 && main_key(event.GetKeyCode()) == chord.key &&
           event.GetModifiers() == chord.modifiers;
}

bool is_typing_key(const std::string& key) {
    return key.size() == 1 || key == "Space" || key == "Enter";
}

bool run_by_key(const std::vector<Command>& commands, const wxKeyEvent& event) {
    for (const Command& command : commands) {
        if (!is_key(event, command.key)) continue;
        if (is_typing_key(command.key) && focus_takes_typing()) return false;
        if ((command.key == "Space" || command.key == "Enter") && focus_takes_space()) return false;
        if (!command.allowed()) continue;
        command.run();
        return true;
    }
    return false;
}

}  // namespace yc::client::ui
