#include "client/ui/widgets/message_bar.h"

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/message_stay.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

std::pair<Paint, Paint> paints_of(desk::Tone tone) {
    switch (tone) {
        case desk::Tone::good:
            return {Paint::good_soft, Paint::good};
        case desk::Tone::warn:
            return {Paint::warn_soft, Paint::warn};
        case desk::Tone::bad:
            return {Paint::bad_soft, Paint::bad};
        case desk::Tone::plain:
            break;
    }
    return {Paint::accent_soft, Paint::accent};
}

}  // namespace

MessageBar::MessageBar(wxWindow* parent, const std::string& name, std::function<wxRect()> strip)
    : Card(parent, space::hair),
      strip_(std::move(strip)),
      text_(new WrappingText(this, wxString())),
      actions_(new wxBoxSizer(wxHORIZONTAL)),
      leaving_(this) {
    SetName(to_wx(name));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text_, wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, space::small));
    row->Add(actions_, wxSizerFlags().CentreVertical());
    close_ = make_button(this, L"✕", ButtonLook::quiet, name + ".close", [this] { clear(); });
    close_->SetToolTip(words("ui.close"));
    platform::set_accessible_name(close_, to_utf8(words("ui.close")));
    row->Add(close_, wxSizerFlags().CentreVertical());
    content()->Add(row, wxSizerFlags(1).Expand());
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { clear(); }, leaving_.GetId());
    Hide();
}

void MessageBar::replace_actions(std::vector<BarAction> actions) {
    for (wxButton* button : buttons_) button->Destroy();
    buttons_.clear();
    actions_->Clear();
    for (BarAction& action : actions) {
        auto* button = make_button(this, action.label, ButtonLook::plain,
                                   to_utf8(GetName()) + ".action" + std::to_string(buttons_.size()),
                                   std::move(action.press));
        actions_->Add(button, wxSizerFlags().Border(wxRIGHT, space::hair));
        button->MoveBeforeInTabOrder(close_);
        buttons_.push_back(button);
    }
}

void MessageBar::say(desk::Tone tone, const wxString& text, std::vector<BarAction> actions) {
    const auto stay = stay_of(tone, !actions.empty());
    const auto [ground, edge] = paints_of(tone);
    paint_as(ground, edge);
    replace_actions(std::move(actions));
    text_->show(text);
    fleeting_ = stay.count() > 0;
    ++said_;
    leaving_.Stop();
    if (fleeting_) leaving_.StartOnce(static_cast<int>(stay.count()));
    Show();
    stand();
    if (strip_) Raise();
}

void MessageBar::stand() {
    if (!IsShown()) return;
    if (!strip_) {
        Layout();
        GetParent()->Layout();
        return;
    }
    const wxRect strip = strip_();
    const int buttons = actions_->CalcMin().x + close_->GetBestSize().x;
    text_->InformFirstDirection(wxHORIZONTAL, strip.width - buttons - 4 * space::small, -1);
    const int inner = std::max(text_->GetBestSize().y, close_->GetBestSize().y);
    const int height = inner + 2 * space::hair;
    SetSize(strip.x, strip.y + std::max(2, (strip.height - height) / 2), strip.width, height);
    Layout();
}

void MessageBar::clear() {
    leaving_.Stop();
    if (!IsShown()) return;
    Hide();
    if (!strip_) GetParent()->Layout();
}

}  // namespace yc::client::ui
