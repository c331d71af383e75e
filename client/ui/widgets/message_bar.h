#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/ui/widgets/card.h"
#include "client/ui/widgets/wrapping_text.h"

class wxButton;

namespace yc::client::ui {

struct BarAction {
    wxString label;
    std::function<void()> press;
};

/// Non-modal: what needs attention, with what can be done about it. Hidden while there is nothing to say.
class MessageBar final : public Card {
  public:
    explicit MessageBar(wxWindow* parent, const std::string& name = "message");
    /// `tone`: plain, good, warn or bad. Replaces what was shown.
    void say(desk::Tone tone, const wxString& text, std::vector<BarAction> actions = {});
    void clear();
    [[nodiscard]] wxString text() const { return text_->text(); }

  private:
    WrappingText* text_;
    wxBoxSizer* actions_;
    wxButton* close_;
    std::vector<wxButton*> buttons_;
};

}  // namespace yc::client::ui
