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
    missing_ =
        make_label(this, wxString(), TypeSize::strong, Ink::normal, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    missing_->SetName("missing");
    missing_->SetMinSize(wxSize(80, -1));
    row->Add(missing_, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, space::small));
    buttons_sizer_ = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buttons_sizer_, wxSizerFlags().CentreVertical());
    content()->Add(row, wxSizerFlags(1).Expand());
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { show_missing(); });
    });
}

void ActionBar::show_missing() {
    Layout();
    const int room = buttons_sizer_->GetPosition().x - missing_->GetPosition().x - 2 * space::small;
    wxString sentence;
    for (const desk::Text& text : standing_.missing) {
        sentence = words(text);
        if (missing_->GetTextExtent(sentence).x <= room) break;
    }
    const auto& all = standing_.missing_list;
    if (missing_->GetLabelText() != sentence) missing_->SetLabelText(sentence);
    wxString list;
    for (const auto& problem : all) list += (list.empty() ? "" : "\n") + words(problem.text);
    if (missing_->GetToolTipText() != list) missing_->SetToolTip(list);
    set_ink(missing_, all.empty() ? Ink::good : standing_.untouched ? Ink::muted : Ink::warn);
}

void ActionBar::refresh(const desk::Intake& intake) {
    standing_ = intake.standing();
    bool same_size = true;
    primary_ = nullptr;
    for (const auto& action : standing_.actions) {
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
    if (!same_size) Layout();
    show_missing();
}

bool ActionBar::allowed(desk::IntakeAction action) const {
    const auto found = buttons_.find(action);
    return found != buttons_.end() && found->second->IsEnabled();
}

void ActionBar::focus_primary() {
    if (primary_ != nullptr) primary_->SetFocus();
}

}  // namespace yc::client::ui
