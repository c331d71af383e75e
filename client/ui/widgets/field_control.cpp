#include "client/ui/widgets/field_control.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {

using desk::FieldInput;
using desk::FieldView;

namespace {

wxString name_of(const FieldView& view) {
    return "field." + to_wx(view.id);
}

bool is_enter(const wxKeyEvent& event) {
    return event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
}

/// Enter goes on and leaving is told, for what is no text.
void tell_keys(wxWindow* window, const FieldControl::Calls& calls) {
    window->Bind(wxEVT_CHAR_HOOK, [enter = calls.enter](wxKeyEvent& event) {
        if (is_enter(event) && event.GetModifiers() == wxMOD_NONE) return enter();
        event.Skip();
    });
    window->Bind(wxEVT_KILL_FOCUS, [left = calls.left](wxFocusEvent& event) {
        event.Skip();
        left();
    });
}

class ChoiceControl final : public FieldControl {
  public:
    ChoiceControl(wxWindow* parent, const FieldView& view, const Calls& calls) : options_(view.options) {
        wxArrayString labels;
        for (const auto& [value, label] : options_) labels.Add(to_wx(label));
        choice_ = new wxChoice(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, labels, 0,
                               wxDefaultValidator, name_of(view));
        choice_->SetMinSize(wxSize(60, -1));
        choice_->Bind(wxEVT_CHOICE, [chosen = calls.chosen](wxCommandEvent&) { chosen(); });
        tell_keys(choice_, calls);
    }
    [[nodiscard]] wxWindow* window() const override { return choice_; }
    [[nodiscard]] std::string value() const override {
        const int index = choice_->GetSelection();
        return index == wxNOT_FOUND ? std::string() : options_[static_cast<size_t>(index)].first;
    }
    void show(const FieldView& view) override {
        int index = wxNOT_FOUND;
        for (size_t i = 0; i < options_.size(); ++i)
            if (options_[i].first == view.value) index = static_cast<int>(i);
        if (choice_->GetSelection() != index) choice_->SetSelection(index);
    }

  private:
    std::vector<std::pair<std::string, std::string>> options_;
    wxChoice* choice_;
};

class TickControl final : public FieldControl {
  public:
    TickControl(wxWindow* parent, const FieldView& view, const Calls& calls)
        : box_(new wxCheckBox(parent, wxID_ANY, to_wx(view.label), wxDefaultPosition, wxDefaultSize, 0,
                              wxDefaultValidator, name_of(view))) {
        box_->Bind(wxEVT_CHECKBOX, [chosen = calls.chosen](wxCommandEvent&) { chosen(); });
        tell_keys(box_, calls);
    }
    [[nodiscard]] wxWindow* window() const override { return box_; }
    [[nodiscard]] std::string value() const override { return box_->GetValue() ? "yes" : "no"; }
    void show(const FieldView& view) override {
        const wxString label = to_wx(view.label) + (view.required ? " *" : "");
        if (box_->GetLabelText() != label) box_->SetLabelText(label);
        box_->SetValue(view.value == "yes");
    }
    [[nodiscard]] bool labels_itself() const override { return true; }

  private:
    wxCheckBox* box_;
};

/// A value worked out: shown, never in the way of the keys.
class FixedControl final : public FieldControl {
  public:
    FixedControl(wxWindow* parent, const FieldView& view)
        : label_(make_label(parent, L"—", TypeSize::strong, Ink::normal, wxST_ELLIPSIZE_END)) {
        label_->SetName(name_of(view));
        label_->SetMinSize(wxSize(60, -1));
    }
    [[nodiscard]] wxWindow* window() const override { return label_; }
    [[nodiscard]] std::string value() const override { return value_; }
    void show(const FieldView& view) override {
        value_ = view.value;
        const wxString words = view.words.empty() ? wxString(L"—") : to_wx(view.words);
        if (label_->GetLabelText() != words) label_->SetLabelText(words);
    }
    void focus() override {}
    [[nodiscard]] bool takes_input() const override { return false; }

  private:
    wxStaticText* label_;
    std::string value_;
};

/// A table's own line, under its rows: adds one.
class RowsControl final : public FieldControl {
  public:
    RowsControl(wxWindow* parent, const FieldView& view, const Calls& calls) {
        button_ = make_button(parent, wxString(), ButtonLook::plain, "field." + view.id, calls.chosen);
        button_->Bind(wxEVT_KILL_FOCUS, [left = calls.left](wxFocusEvent& event) {
            event.Skip();
            left();
        });
    }
    [[nodiscard]] wxWindow* window() const override { return button_; }
    [[nodiscard]] std::string value() const override { return value_; }
    void show(const FieldView& view) override {
        value_ = view.value;
        const bool full = std::atoi(view.value.c_str()) >= view.most_rows;
        const wxString label = full ? words("ui.rows.full", {{"most", std::to_string(view.most_rows)}})
                                    : words("ui.rows.add", {{"table", view.label}});
        if (button_->GetLabelText() != label) {
            button_->SetLabelText(label);
            button_->InvalidateBestSize();
        }
        button_->Enable(!full);
    }

  private:
    wxButton* button_;
    std::string value_;
};

}  // namespace

void FieldControl::mark(bool, bool) {}

std::unique_ptr<FieldControl> make_field_control(wxWindow* parent, const FieldView& view,
                                                 FieldControl::Calls calls) {
    if (view.input == FieldInput::rows) return std::make_unique<RowsControl>(parent, view, calls);
    if (view.read_only) return std::make_unique<FixedControl>(parent, view);
    switch (view.input) {
        case FieldInput::choice:
            return std::make_unique<ChoiceControl>(parent, view, calls);
        case FieldInput::yes_no:
            return std::make_unique<TickControl>(parent, view, calls);
        case FieldInput::choices:
            return make_choices_control(parent, view, std::move(calls));
        case FieldInput::division:
            return make_division_control(parent, view, std::move(calls));
        default:
            return make_text_control(parent, view, std::move(calls));
    }
}

}  // namespace yc::client::ui
