#pragma once
#include <functional>
#include <map>

#include "client/desk/intake.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/wrapping_text.h"

class wxButton;

namespace yc::client::ui {

/// Bottom of the intake page: what is still missing, and what may be done; exactly one button is primary.
class ActionBar final : public Card {
  public:
    ActionBar(wxWindow* parent, std::function<void(desk::IntakeAction)> act);
    void refresh(const desk::Intake& intake);
    [[nodiscard]] bool allowed(desk::IntakeAction action) const;
    void focus_primary();

  private:
    /// The sentence with as many names as there is room for.
    void show_missing();

    desk::IntakeStanding standing_;
    std::function<void(desk::IntakeAction)> act_;
    wxStaticText* missing_;
    wxBoxSizer* buttons_sizer_;
    std::map<desk::IntakeAction, wxButton*> buttons_;
    wxButton* primary_ = nullptr;
};

/// Stable name of an action: for commands and tests.
[[nodiscard]] const char* name_of(desk::IntakeAction action);

}  // namespace yc::client::ui
