#include <algorithm>

#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/field_control.h"
#include "client/ui/words.h"
#include "forms/division_search.h"

namespace yc::client::ui {

using desk::FieldView;

namespace {

/// So many places are offered at a time; more letters narrow them down.
constexpr size_t most_offered = 6;

class DivisionControl final : public FieldControl {
  public:
    DivisionControl(wxWindow* parent, const FieldView& view, Calls calls)
        : panel_(new wxPanel(parent)), calls_(std::move(calls)) {
        text_ = new wxTextCtrl(panel_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                               wxTE_PROCESS_ENTER, wxDefaultValidator, "field." + to_wx(view.id));
        text_->SetMinSize(wxSize(60, -1));
        text_->SetHint(words("ui.division.hint"));
        list_ = new wxListBox(panel_, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr,
                              wxLB_SINGLE | wxBORDER_NONE, wxDefaultValidator, "offers." + to_wx(view.id));
        list_->DisableFocusFromKeyboard();
        platform::set_accessible_name(list_, view.label);
        list_->Hide();
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(text_, wxSizerFlags().Expand());
        column->Add(list_, wxSizerFlags().Expand());
        panel_->SetSizer(column);
        bind();
    }
    [[nodiscard]] wxWindow* window() const override { return panel_; }
    [[nodiscard]] wxWindow* inner() const override { return text_; }
    [[nodiscard]] std::string value() const override { return code_; }
    void show(const FieldView& view) override {
        if (text_->HasFocus() && typing_) return;
        code_ = view.value;
        put(view.words.empty() ? view.value : view.words);
    }
    void let_go() override {
        typing_ = false;
        offer({});
    }
    void focus() override {
        text_->SetFocus();
        text_->SelectAll();
    }
    void mark(bool prefilled, bool wrong) override {
        set_class("prefilled", prefilled);
        set_class("wrong", wrong);
    }

  private:
    void bind() {
        text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
        text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
            if (list_->IsShown()) take(list_->GetSelection());
            calls_.enter();
        });
        text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            panel_->CallAfter([this] { leave(); });
        });
        text_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            const int key = event.GetKeyCode();
            if (!list_->IsShown() || (key != WXK_DOWN && key != WXK_UP && key != WXK_ESCAPE))
                return event.Skip();
            if (key == WXK_ESCAPE) return offer({});
            const int to = list_->GetSelection() + (key == WXK_DOWN ? 1 : -1);
            list_->SetSelection(std::clamp(to, 0, static_cast<int>(list_->GetCount()) - 1));
        });
        list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
            take(event.GetSelection());
            text_->SetFocus();
        });
    }
    void search() {
        typing_ = true;
        const std::string query = to_utf8(text_->GetValue());
        // What was typed is the value until one is chosen: it is told as wrong, never lost.
        code_ = query;
        offer(forms::find_divisions(query, most_offered));
        calls_.typed();
    }
    void offer(std::vector<forms::DivisionHit> hits) {
        hits_ = std::move(hits);
        wxArrayString names;
        for (const auto& hit : hits_) names.Add(to_wx(hit.full_name));
        list_->Set(names);
        if (!names.empty()) list_->SetSelection(0);
        const int line = list_->GetCharHeight() + 8;
        const bool shown = !names.empty();
        list_->SetMinSize(wxSize(60, line * static_cast<int>(std::max<size_t>(hits_.size(), 1))));
        if (shown == list_->IsShown() && !shown) return;
        list_->Show(shown);
        panel_->InvalidateBestSize();
        panel_->GetParent()->InvalidateBestSize();
        panel_->PostSizeEventToParent();
    }
    void take(int index) {
        if (index < 0 || index >= static_cast<int>(hits_.size())) return;
        code_ = hits_[static_cast<size_t>(index)].code;
        put(hits_[static_cast<size_t>(index)].full_name);
        typing_ = false;
        offer({});
        calls_.chosen();
    }
    /// A name that stands for one place only is that place.
    void leave() {
        if (text_->HasFocus() || list_->HasFocus()) return;
        if (typing_ && hits_.size() == 1) take(0);
        typing_ = false;
        offer({});
        calls_.left();
    }
    void put(const std::string& text) {
        if (to_utf8(text_->GetValue()) != text) text_->ChangeValue(to_wx(text));
    }
    void set_class(const char* name, bool on) {
        on ? platform::add_class(text_, name) : platform::remove_class(text_, name);
    }

    wxPanel* panel_;
    Calls calls_;
    wxTextCtrl* text_;
    wxListBox* list_;
    std::vector<forms::DivisionHit> hits_;
    std::string code_;
    bool typing_ = false;
};

}  // namespace

std::unique_ptr<FieldControl> make_division_control(wxWindow* parent, const FieldView& view,
                                                    FieldControl::Calls calls) {
    return std::make_unique<DivisionControl>(parent, view, std::move(calls));
}

}  // namespace yc::client::ui
