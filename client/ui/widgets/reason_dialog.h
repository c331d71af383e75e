#pragma once
#include <optional>
#include <string>
#include <vector>

#include <wx/string.h>

class wxWindow;

namespace yc::client::ui {

/// What a decision must be given before it can be made.
struct ReasonQuestion {
    wxString title;
    wxString explanation;
    wxString confirm;                                       ///< the word on the primary button
    std::vector<std::pair<std::string, wxString>> choices;  ///< a list to tick: id → name; may be empty
    std::vector<std::string> ticked;                        ///< ids ticked at first
    std::vector<std::pair<std::string, wxString>> alternatives;  ///< one of these; may be empty
    std::vector<wxString> canned;                                ///< usual sentences, to take over
    wxString reason_label;                                       ///< empty = no reason is asked
    bool reason_required = false;
    std::vector<std::pair<std::string, wxString>> lines;  ///< further single lines: id → label, all required
    std::string lines_with;  ///< the lines are asked only with this alternative; empty = always
};

struct ReasonAnswer {
    std::vector<std::string> ticked;
    std::string alternative;
    std::string reason;
    std::vector<std::string> lines;  ///< in the order asked; empty ones where none is asked
};

/// Asks in a dialog; Ctrl+Enter confirms, Escape leaves. Nothing when the person leaves.
[[nodiscard]] std::optional<ReasonAnswer> ask_reason(wxWindow* parent, const ReasonQuestion& question);

}  // namespace yc::client::ui
