#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/string.h>

class wxKeyEvent;

namespace yc::client::ui {

/// One thing a person can do now. Menu, keys and the F1 sheet all come from these.
struct Command {
    std::string id;                 ///< stable, e.g. "intake.receive"; its words are "ui.cmd.<id>"
    std::string key;                ///< "F9", "Ctrl+K", "Alt+1", "J", "Space"; empty = menu only
    wxString label;                 ///< empty = the words of the id
    std::function<bool()> enabled;  ///< empty = always
    std::function<void()> run;
    [[nodiscard]] wxString words() const;
    [[nodiscard]] bool allowed() const { return !enabled || enabled(); }
};

/// Whether the key event is this key. Number pad keys count as their main keys.
[[nodiscard]] bool is_key(const wxKeyEvent& event, const std::string& key);
/// A key that types something (letters, Space, Enter): not taken away from fields and buttons.
[[nodiscard]] bool is_typing_key(const std::string& key);

/// Runs the first allowed command of this key; false when there is none, so that the control gets the key.
bool run_by_key(const std::vector<Command>& commands, const wxKeyEvent& event);

}  // namespace yc::client::ui
