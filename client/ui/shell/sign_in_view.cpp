#include "client/ui/shell/sign_in_view.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

wxTextCtrl* field(Card* card, const char* words_key, const char* name, long style) {
    card->content()->Add(make_label(card, words(words_key), TypeSize::caption, Ink::muted),
                         wxSizerFlags().Border(wxTOP, space::medium));
    auto* text = new wxTextCtrl(card, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                style | wxTE_PROCESS_ENTER, wxDefaultValidator, name);
    platform::set_accessible_name(text, to_utf8(words(words_key)));
    card->content()->Add(text, wxSizerFlags().Expand().Border(wxTOP, 2));
    return text;
}

}  // namespace

SignInView::SignInView(wxWindow* parent, desk::Workplace& workplace, std::function<void()> signed_in)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "signin"),
      workplace_(workplace),
      signed_in_(std::move(signed_in)),
      hints_(workplace.hints()) {
    auto* card = card_ = new Card(this, space::page);
    card->SetMinSize(wxSize(400, -1));
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_label(card, words("ui.product"), TypeSize::title), wxSizerFlags(1).CentreVertical());
    if (hints_.sample)
        head->Add(new Pill(card, words("ui.sample"), Ink::warn), wxSizerFlags().CentreVertical());
    card->content()->Add(head, wxSizerFlags().Expand());
    card->content()->Add(new WrappingText(card, words("ui.signin.welcome"), TypeSize::text, Ink::muted),
                         wxSizerFlags().Expand().Border(wxTOP, space::hair));
    user_ = field(card, "ui.signin.user", "signin.user", 0);
    password_ = field(card, "ui.signin.password", "signin.password", wxTE_PASSWORD);
    if (!hints_.counters.empty()) {
        card->content()->Add(make_label(card, words("ui.signin.counter"), TypeSize::caption, Ink::muted),
                             wxSizerFlags().Border(wxTOP, space::medium));
        counter_ = new wxChoice(card, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, 0,
                                wxDefaultValidator, "signin.counter");
        platform::set_accessible_name(counter_, to_utf8(words("ui.signin.counter")));
        counter_->Append(words("ui.signin.no_counter"));
        counter_->SetSelection(0);
        for (size_t i = 0; i < hints_.counters.size(); ++i) {
            counter_->Append(to_wx(hints_.counters[i].name));
            if (hints_.counters[i].id == hints_.last_counter) counter_->SetSelection(static_cast<int>(i) + 1);
        }
        card->content()->Add(counter_, wxSizerFlags().Expand().Border(wxTOP, 2));
    }
    message_ = new MessageBar(card, "signin.message");
    card->content()->Add(message_, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    button_ = make_button(card, words("ui.signin.button"), ButtonLook::primary, "signin.button",
                          [this] { press(); });
    card->content()->Add(button_, wxSizerFlags().Expand().Border(wxTOP, space::large));
    add_hub();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer(2);
    column->Add(card, wxSizerFlags().CentreHorizontal());
    column->AddStretchSpacer(3);
    SetSizer(column);

    user_->SetValue(to_wx(hints_.last_user));
    user_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { password_->SetFocus(); });
    password_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { press(); });
    (hints_.last_user.empty() ? user_ : password_)->SetFocus();
}

void SignInView::add_hub() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    hub_panel_ = new wxPanel(card_);
    row->Add(make_label(hub_panel_, words("ui.signin.hub", {{"url", hints_.hub_url}}), TypeSize::caption,
                        Ink::muted, wxST_ELLIPSIZE_MIDDLE),
             wxSizerFlags(1).CentreVertical());
    row->Add(make_button(hub_panel_, words("ui.signin.change_hub"), ButtonLook::quiet, "signin.change_hub",
                         [this] { CallAfter([this] { show_hub_field(); }); }),
             wxSizerFlags().CentreVertical());
    hub_panel_->SetSizer(row);
    card_->content()->Add(hub_panel_, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    if (hints_.hub_url.empty()) show_hub_field();
}

void SignInView::show_hub_field() {
    hub_panel_->Hide();
    hub_ = field(card_, "ui.signin.hub_address", "signin.hub", 0);
    hub_->SetHint("https://");
    hub_->SetValue(to_wx(hints_.hub_url));
    hub_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { press(); });
    if (!hints_.hub_url.empty()) hub_->SetFocus();
    card_->Layout();
    Layout();
}

void SignInView::complain(desk::Tone tone, const wxString& text) {
    message_->say(tone, text);
    // The text knows its lines only once it has a width; then the card grows around it.
    CallAfter([this] {
        card_->InvalidateBestSize();
        Layout();
    });
}

void SignInView::press() {
    if (working_) return;
    desk::SignIn sign_in{to_utf8(user_->GetValue()), to_utf8(password_->GetValue()), {}};
    if (counter_ != nullptr && counter_->GetSelection() > 0)
        sign_in.counter = hints_.counters[static_cast<size_t>(counter_->GetSelection()) - 1].id;
    if (sign_in.user.empty()) {
        complain(desk::Tone::warn, words("ui.signin.who"));
        return user_->SetFocus();
    }
    if (hub_ != nullptr) {
        if (auto set = workplace_.set_hub(to_utf8(hub_->GetValue().Trim(true).Trim(false))); !set) {
            complain(desk::Tone::warn, words(set.error()));
            return hub_->SetFocus();
        }
    }
    send(sign_in);
}

void SignInView::sign_in_as(const desk::SignIn& sign_in) {
    user_->SetValue(to_wx(sign_in.user));
    send(sign_in);
}

void SignInView::send(const desk::SignIn& sign_in) {
    if (std::exchange(working_, true)) return;
    button_->Disable();
    button_->SetLabelText(words("ui.signin.working"));
    message_->clear();
    const wxWeakRef<SignInView> self(this);
    workplace_.sign_in(sign_in, [this, self, sign_in](const base::Result<desk::Who>& who) {
        if (!self) return;
        working_ = false;
        if (who) {
            if (counter_settled(sign_in)) signed_in_();
            return;
        }
        button_->Enable();
        button_->SetLabelText(words("ui.signin.button"));
        complain(desk::Tone::bad, words(who.error()));
        password_->SetFocus();
        password_->SelectAll();
    });
}

bool SignInView::counter_settled(const desk::SignIn& sign_in) {
    const desk::Who& who = workplace_.who();
    if (!who.user.has(domain::Role::clerk) || who.counter || !sign_in.counter.empty()) return true;
    std::vector<Chip> chips;
    for (const domain::Counter& counter : workplace_.counters())
        if (counter.hall == who.user.hall) chips.push_back({counter.id, to_wx(counter.name)});
    if (chips.empty()) return true;
    workplace_.sign_out();
    button_->Hide();
    card_->content()->Add(make_label(card_, words("ui.signin.choose_counter"), TypeSize::strong),
                          wxSizerFlags().Border(wxTOP, space::large));
    counters_ = new ChipRow(card_, "signin.counters", [this, sign_in](const std::string& counter) {
        desk::SignIn with_counter = sign_in;
        with_counter.counter = counter;
        CallAfter([this, with_counter] { send(with_counter); });
    });
    counters_->show(chips, "");
    card_->content()->Add(counters_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    Layout();
    // The row of counters knows its lines only once it has a width.
    CallAfter([this] {
        card_->Layout();
        Layout();
    });
    counters_->SetFocus();
    return false;
}

}  // namespace yc::client::ui
