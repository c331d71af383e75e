#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "client/desk/intake.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/form_field.h"

class wxButton;
class wxCheckBox;
class wxScrolledWindow;
class wxTextCtrl;

namespace yc::client::ui {

/// Left column of the intake page: who applies, who acts for them, what the dossier knows.
class ApplicantPanel final : public Card {
  public:
    /// `onwards`: the applicant is settled, go to the item. `dossier`: show what is known of them.
    ApplicantPanel(wxWindow* parent, std::function<void()> onwards, std::function<void()> dossier);
    void use(desk::Intake* intake);
    void refresh();
    void focus_number();
    /// The dossier has answered: a party it does not know needs a name typed.
    void dossier_answered();

  private:
    void number_typed(bool entered);
    void party_enter(const std::string& field);
    void show_party();
    void agent_typed();
    void toggle_agent(bool shown);
    void show_agent();
    void follow_agent_question();
    desk::FieldView agent_view(const std::string& id, const std::string& value) const;

    desk::Intake* intake_ = nullptr;
    std::function<void()> onwards_;
    wxScrolledWindow* body_;
    ChipRow* kind_;
    wxTextCtrl* number_;
    Pill* number_kind_;
    WrappingText* number_problem_;
    wxBoxSizer* party_sizer_;
    std::vector<FormField*> party_;
    WrappingText* dossier_;
    wxButton* dossier_button_;
    wxButton* agent_button_;
    wxPanel* agent_panel_;
    std::vector<FormField*> agent_;
    wxCheckBox* green_;
    bool agent_asked_ = false;
    bool awaiting_dossier_ = false;
    bool setting_ = false;
};

}  // namespace yc::client::ui
