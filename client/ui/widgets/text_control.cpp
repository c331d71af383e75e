#include <algorithm>

#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/field_control.h"
#include "client/ui/words.h"
#include "forms/form_definition.h"

namespace yc::client::ui {

using desk::FieldInput;
using desk::FieldView;

namespace {

class TextControl final : public FieldControl {
  public:
    TextControl(wxWindow* parent, const FieldView& view, Calls calls)
        : calls_(std::move(calls)),
          lines_(view.input == FieldInput::lines),
          money_(view.input == FieldInput::money) {
        const long kind = lines_   ? wxTE_MULTILINE | wxTE_NO_VSCROLL
                          : money_ ? wxTE_PROCESS_ENTER | wxTE_RIGHT
                                   : wxTE_PROCESS_ENTER;
        text_ = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, kind,
                               wxDefaultValidator, "field." + to_wx(view.id));
        text_->SetMinSize(wxSize(60, lines_ ? 64 : -1));
        if (lines_) platform::add_class(text_, "field");
        text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            typing_ = true;
            calls_.typed();
        });
        text_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            if (money_ && !typing_) put(plain(to_utf8(text_->GetValue())));
        });
        text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            typing_ = false;
            calls_.left();
            if (money_) put(forms::grouped_amount(value()));
        });
        bind_enter();
    }

    [[nodiscard]] wxWindow* window() const override { return text_; }
    [[nodiscard]] std::string value() const override {
        const std::string text = to_utf8(text_->GetValue());
        return money_ ? plain(text) : text;
    }
    void show(const FieldView& view) override {
        if (text_->HasFocus() && typing_) return;
        put(money_ && !text_->HasFocus() ? forms::grouped_amount(view.value) : view.value);
    }
    void let_go() override { typing_ = false; }
    void focus() override {
        text_->SetFocus();
        text_->SelectAll();
    }
    void mark(bool prefilled, bool wrong) override {
        if (prefilled != prefilled_) set_class("prefilled", prefilled_ = prefilled);
        if (wrong != wrong_) set_class("wrong", wrong_ = wrong);
    }

  private:
    /// Enter goes on; in several lines Shift+Enter begins a new one. As characters, so that an input method
    /// that is composing keeps its Enter.
    void bind_enter() {
        const auto go_on = [this] {
            typing_ = false;
            calls_.enter();
        };
        if (!lines_) {
            text_->Bind(wxEVT_TEXT_ENTER, [go_on](wxCommandEvent&) { go_on(); });
            return;
        }
        text_->Bind(wxEVT_CHAR, [go_on](wxKeyEvent& event) {
            const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
            if (enter && !event.ShiftDown()) return go_on();
            event.Skip();
        });
    }
    static std::string plain(std::string text) {
        std::erase(text, ',');
        return text;
    }
    void put(const std::string& text) {
        if (to_utf8(text_->GetValue()) != text) text_->ChangeValue(to_wx(text));
    }
    void set_class(const char* name, bool on) {
        on ? platform::add_class(text_, name) : platform::remove_class(text_, name);
    }

    Calls calls_;
    wxTextCtrl* text_;
    bool lines_;
    bool money_;
    bool typing_ = false;
    bool prefilled_ = false;
    bool wrong_ = false;
};

}  // namespace

std::unique_ptr<FieldControl> make_text_control(wxWindow* parent, const FieldView& view,
                                                FieldControl::Calls calls) {
    return std::make_unique<TextControl>(parent, view, std::move(calls));
}

}  // namespace yc::client::ui
