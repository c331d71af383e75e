#pragma once
#include <functional>

#include <wx/panel.h>

#include "client/desk/workplace.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/message_bar.h"

class wxButton;
class wxChoice;
class wxTextCtrl;

namespace yc::client::ui {

/// Who works here today, at which counter. The first thing on the screen.
class SignInView final : public wxPanel {
  public:
    SignInView(wxWindow* parent, desk::Workplace& workplace, std::function<void()> signed_in);
    /// Fills the fields and signs in (--user, --demo).
    void sign_in_as(const desk::SignIn& sign_in);

  private:
    void press();
    void complain(desk::Tone tone, const wxString& text);
    void add_hub();
    void show_hub_field();
    void send(const desk::SignIn& sign_in);
    /// A clerk works at a counter: asks which one when that is not known yet. True when there is nothing to
    /// ask.
    bool counter_settled(const desk::SignIn& sign_in);

    desk::Workplace& workplace_;
    std::function<void()> signed_in_;
    desk::SignInHints hints_;
    wxTextCtrl* user_;
    wxTextCtrl* password_;
    wxTextCtrl* hub_ = nullptr;
    wxPanel* hub_panel_ = nullptr;
    wxChoice* counter_ = nullptr;
    Card* card_;
    ChipRow* counters_ = nullptr;
    wxButton* button_;
    MessageBar* message_;
    bool working_ = false;  ///< a sign-in is under way
};

}  // namespace yc::client::ui
