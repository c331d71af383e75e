#include "client/ui/widgets/message_bar.h"

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

MessageBar::MessageBar(wxWindow* parent, const std::string& name)
    : Card(parent, space::small),
      text_(new WrappingText(this, wxString())),
      actions_(new wxBoxSizer(wxHORIZONTAL)) {
    SetName(to_wx(name));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text_, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, space::small));
    row->Add(actions_, wxSizerFlags().CentreVertical());
    close_ = make_button(this, L"✕", ButtonLook::quiet, name + ".close", [this] { clear(); });
    close_->SetToolTip(words("ui.close"));
    platform::set_accessible_name(close_, to_utf8(words("ui.close")));
    row->Add(close_, wxSizerFlags().CentreVertical());
    content()->Add(row, wxSizerFlags().Expand());
    Hide();
}

void MessageBar::say(desk::Tone tone, const wxString& text, std::vector<BarAction> actions) {
    for (wxButton* button : buttons_) button->Destroy();
    buttons_.clear();
    actions_->Clear();
    switch (tone) {
        case desk::Tone::good:
            paint_as(Paint::good_soft, Paint::good);
            break;
        case desk::Tone::warn:
            paint_as(Paint::warn_soft, Paint::warn);
            break;
        case desk::Tone::bad:
            paint_as(Paint::bad_soft, Paint::bad);
            break;
        case desk::Tone::plain:
            paint_as(Paint::accent_soft, Paint::accent);
            break;
    }
    text_->show(text);
    for (BarAction& action : actions) {
        auto* button = make_button(this, action.label, ButtonLook::plain,
                                   to_utf8(GetName()) + ".action" + std::to_string(buttons_.size()),
                                   std::move(action.press));
        actions_->Add(button, wxSizerFlags().Border(wxRIGHT, space::hair));
        button->MoveBeforeInTabOrder(close_);
        buttons_.push_back(button);
    }
    Show();
    Layout();
    GetParent()->Layout();
}

void MessageBar::clear() {
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
}

}  // namespace yc::client::ui
