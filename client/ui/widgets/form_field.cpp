#include "client/ui/widgets/form_field.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"

namespace yc::client::ui {

using desk::FieldInput;

FormField::FormField(wxWindow* parent, const desk::FieldView& view, Calls calls)
    : wxPanel(parent), id_(view.id), calls_(std::move(calls)), options_(view.options) {
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    label_ = make_label(this, wxString(), TypeSize::caption, Ink::muted);
    source_ = make_label(this, wxString(), TypeSize::caption, Ink::accent, wxST_ELLIPSIZE_END);
    source_->SetMinSize(wxSize(30, -1));
    head->Add(label_, wxSizerFlags().CentreVertical());
    head->AddSpacer(space::small);
    head->Add(source_, wxSizerFlags(1).CentreVertical());
    make_control(view);
    problem_ = new WrappingText(this, wxString(), TypeSize::caption, Ink::bad);
    problem_->Hide();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, 2));
    column->Add(control(), wxSizerFlags().Expand());
    column->Add(problem_, wxSizerFlags().Expand().Border(wxTOP, 2));
    SetSizer(column);
    platform::set_accessible_name(control(), view.label);
    show(view);
}

bool FormField::is_wide(const desk::FieldView& view) {
    return view.input == FieldInput::lines || view.input == FieldInput::choices ||
           view.input == FieldInput::yes_no || view.id.find("address") != std::string::npos;
}

void FormField::make_control(const desk::FieldView& view) {
    const wxString name = "field." + to_wx(view.id);
    if (view.input == FieldInput::choice) {
        choice_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, 0,
                               wxDefaultValidator, name);
        for (const auto& [value, label] : view.options) choice_->Append(to_wx(label));
        choice_->SetMinSize(wxSize(60, -1));
        choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { tell(true); });
    } else if (view.input == FieldInput::yes_no) {
        check_ = new wxCheckBox(this, wxID_ANY, to_wx(view.label), wxDefaultPosition, wxDefaultSize, 0,
                                wxDefaultValidator, name);
        check_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tell(true); });
    } else {
        const bool lines = view.input == FieldInput::lines;
        text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                               lines ? wxTE_MULTILINE | wxTE_NO_VSCROLL : wxTE_PROCESS_ENTER,
                               wxDefaultValidator, name);
        text_->SetMinSize(wxSize(60, lines ? 64 : -1));
        if (lines) platform::add_class(text_, "field");
        text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            dirty_ = true;
            tell(false);
        });
        text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
            tell(true);
            if (calls_.enter) calls_.enter(id_);
        });
    }
    control()->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (dirty_ || wants_attention_) CallAfter([this] { tell(true); });
    });
    if (text_ == nullptr || text_->IsMultiLine())
        control()->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
            if (enter && (choice_ != nullptr || check_ != nullptr || event.ControlDown()) && calls_.enter) {
                tell(true);
                return calls_.enter(id_);
            }
            event.Skip();
        });
}

wxWindow* FormField::control() const {
    if (choice_ != nullptr) return choice_;
    if (check_ != nullptr) return check_;
    return text_;
}

std::string FormField::value() const {
    if (choice_ != nullptr) {
        const int index = choice_->GetSelection();
        return index == wxNOT_FOUND ? std::string() : options_[static_cast<size_t>(index)].first;
    }
    if (check_ != nullptr) return check_->GetValue() ? "yes" : "no";
    return to_utf8(text_->GetValue());
}

void FormField::tell(bool left) {
    if (setting_) return;
    if (left) dirty_ = false;
    if (calls_.change) calls_.change(id_, value(), left);
}

void FormField::set_value(const desk::FieldView& view) {
    setting_ = true;
    if (choice_ != nullptr) {
        int index = wxNOT_FOUND;
        for (size_t i = 0; i < options_.size(); ++i)
            if (options_[i].first == view.value) index = static_cast<int>(i);
        if (choice_->GetSelection() != index) choice_->SetSelection(index);
    } else if (check_ != nullptr) {
        check_->SetValue(view.value == "yes");
    } else if (!(text_->HasFocus() && dirty_) && to_utf8(text_->GetValue()) != view.value) {
        text_->ChangeValue(to_wx(view.value));
    }
    control()->Enable(!view.read_only);
    setting_ = false;
}

void FormField::mark(const desk::FieldView& view) {
    const bool prefilled = view.provenance.has_value() && !view.changed;
    if (text_ != nullptr) {
        prefilled ? platform::add_class(text_, "prefilled") : platform::remove_class(text_, "prefilled");
        view.problem && !view.problem->warning ? platform::add_class(text_, "wrong")
                                               : platform::remove_class(text_, "wrong");
    }
    wxString source;
    if (view.provenance)
        source = view.changed ? words("ui.field.changed") : words(view.provenance->text);
    else
        source = to_wx(view.hint);
    set_ink(source_, view.provenance ? (view.changed ? Ink::warn : Ink::accent) : Ink::muted);
    source_->Show(check_ == nullptr || !source.empty());
    if (source_->GetLabelText() != source) {
        source_->SetLabelText(source);
        source_->SetToolTip(view.provenance ? words(view.provenance->text) : source);
    }
}

void FormField::show(const desk::FieldView& view) {
    const wxString label = to_wx(view.label) + (view.required ? " *" : "");
    if (check_ != nullptr) {
        if (check_->GetLabelText() != label) check_->SetLabelText(label);
        label_->Hide();
    } else if (label_->GetLabelText() != label) {
        label_->SetLabelText(label);
    }
    set_value(view);
    mark(view);
    const bool unanswered = check_ != nullptr ? view.value != "yes" : view.value.empty();
    wants_attention_ = (view.required && unanswered) || (view.problem && !view.problem->warning);
    const bool had_problem = problem_->IsShown();
    if (view.problem) {
        set_ink(problem_, view.problem->warning ? Ink::warn : Ink::bad);
        problem_->show(words(view.problem->text));
        // Broken into lines before it is first laid out, so that it is given its whole height at once.
        problem_->InformFirstDirection(wxHORIZONTAL, GetClientSize().x, -1);
    }
    problem_->Show(view.problem.has_value());
    if (had_problem != problem_->IsShown()) InvalidateBestSize();
    Layout();
}

void FormField::focus() {
    control()->SetFocus();
    if (text_ != nullptr) text_->SelectAll();
}

}  // namespace yc::client::ui
