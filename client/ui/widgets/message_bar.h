#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/timer.h>

#include "client/ui/widgets/card.h"
#include "client/ui/widgets/wrapping_text.h"

class wxButton;

namespace yc::client::ui {

struct BarAction {
    wxString label;
    std::function<void()> press;
};

/// Non-modal: what needs attention, with what can be done about it. Hidden while there is nothing to say;
/// success goes by itself.
class MessageBar final : public Card {
  public:
    /// `strip`: where it stands, in the parent's coordinates, over whatever is there, so that nothing is moved;
    /// what is higher grows downwards. Without one it takes its place in the parent's sizer.
    explicit MessageBar(wxWindow* parent, const std::string& name = "message",
                        std::function<wxRect()> strip = {});
    /// `tone`: plain, good, warn or bad. Replaces what was shown.
    void say(desk::Tone tone, const wxString& text, std::vector<BarAction> actions = {});
    void clear();
    /// Takes its place again after the strip has changed.
    void stand();
    /// Shown, and to be taken away by the person's next action.
    [[nodiscard]] bool fleeting() const { return IsShown() && fleeting_; }
    /// Counts what was said, so that a later message can be told from an earlier one.
    [[nodiscard]] int said() const { return said_; }
    [[nodiscard]] wxString text() const { return text_->text(); }

  private:
    void replace_actions(std::vector<BarAction> actions);

    std::function<wxRect()> strip_;
    WrappingText* text_;
    wxBoxSizer* actions_;
    wxButton* close_;
    std::vector<wxButton*> buttons_;
    wxTimer leaving_;
    bool fleeting_ = false;
    int said_ = 0;
};

}  // namespace yc::client::ui
