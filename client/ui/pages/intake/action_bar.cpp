#include "client/ui/pages/intake/action_bar.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

const char* name_of(desk::IntakeAction action) {
    switch (action) {
        case desk::IntakeAction::park:
            return "park";
        case desk::IntakeAction::notify:
            return "notify";
        case desk::IntakeAction::decline:
            return "decline";
        case desk::IntakeAction::receive:
            return "receive";
        case desk::IntakeAction::accept:
            return "accept";
        case desk::IntakeAction::decide_on_spot:
            return "decide_on_spot";
    }
    return "";
}

ActionBar::ActionBar(wxWindow* parent, std::function<void(desk::IntakeAction)> act)
    : Card(parent, space::small), act_(std::move(act)) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    missing_ = make_label(this, wxString(), TypeSize::strong, Ink::normal, wxST_ELLIPSIZE_END);
    missing_->SetName("missing");
    missing_->SetMinSize(wxSize(80, -1));
    row->Add(missing_, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, space::small));
    buttons_sizer_ = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buttons_sizer_, wxSizerFlags().CentreVertical());
    content()->Add(row, wxSizerFlags(1).Expand());
}

void ActionBar::refresh(const desk::Intake& intake) {
    bool same_size = true;
    primary_ = nullptr;
    for (const auto& action : intake.actions()) {
        wxButton*& button = buttons_[action.action];
        if (button == nullptr) {
            button = make_button(this, wxString(), ButtonLook::plain,
                                 std::string("action.") + name_of(action.action),
                                 [this, which = action.action] { act_(which); });
            buttons_sizer_->Add(button, wxSizerFlags().Border(wxLEFT, space::hair));
        }
        const wxString label = words(action.label) + "  " + to_wx(action.key);
        if (button->GetLabelText() != label) {
            button->SetLabelText(label);
            button->InvalidateBestSize();
            same_size = false;
        }
        button->Enable(action.enabled);
        button->SetToolTip(action.enabled ? wxString() : words(action.why_not));
        set_primary(button, action.primary);
        if (action.primary && action.enabled) primary_ = button;
    }
    const wxString missing = words(intake.missing());
    if (missing_->GetLabelText() != missing) {
        missing_->SetLabelText(missing);
        wxString all;
        for (const auto& problem : intake.missing_list())
            all += (all.empty() ? "" : "\n") + words(problem.text);
        missing_->SetToolTip(all);
    }
    set_ink(missing_, intake.missing_list().empty() ? Ink::good : Ink::warn);
    if (!same_size) Layout();
}

bool ActionBar::allowed(desk::IntakeAction action) const {
    const auto found = buttons_.find(action);
    return found != buttons_.end() && found->second->IsEnabled();
}

void ActionBar::focus_primary() {
    if (primary_ != nullptr) primary_->SetFocus();
}

}  // namespace yc::client::ui
