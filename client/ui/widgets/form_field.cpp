#include "client/ui/widgets/form_field.h"

#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"

namespace yc::client::ui {

using desk::FieldInput;

FormField::FormField(wxWindow* parent, const desk::FieldView& view, Calls calls)
    : wxPanel(parent), id_(view.id), input_(view.input), row_of_(view.row_of), calls_(std::move(calls)) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    head_ = new wxBoxSizer(wxHORIZONTAL);
    column->Add(head_, wxSizerFlags().Expand().Border(wxBOTTOM, 2));
    if (view.input != FieldInput::yes_no && view.input != FieldInput::rows) {
        label_ = make_label(this, wxString(), TypeSize::caption, Ink::muted);
        head_->Add(label_, wxSizerFlags().CentreVertical());
    }
    control_ = make_field_control(this, view, control_calls());
    const bool whole = view.input != FieldInput::rows;
    column->Add(control_->window(), whole ? wxSizerFlags().Expand() : wxSizerFlags().Left());
    SetSizer(column);
    platform::set_accessible_name(control(), view.label);
    show(view);
}

FormField::~FormField() {
    // The windows tell their end (the focus goes) while their control still lives.
    calls_ = {};
    DestroyChildren();
}

FieldControl::Calls FormField::control_calls() {
    return {.typed =
                [this] {
                    dirty_ = true;
                    tell(false);
                },
            .chosen =
                [this] {
                    if (input_ != FieldInput::rows) return tell(true);
                    if (calls_.add_row) calls_.add_row(id_);
                },
            .enter =
                [this] {
                    if (input_ == FieldInput::rows) {
                        if (calls_.add_row) calls_.add_row(id_);
                        return;
                    }
                    tell(true);
                    if (calls_.enter) calls_.enter(id_);
                },
            .left =
                [this] {
                    if (!dirty_ && !wants_attention_) return;
                    CallAfter([this, which = shows_which_] {
                        if (which == shows_which_) tell(true);
                    });
                }};
}

std::string FormField::make_of(const desk::FieldView& view) {
    std::string make = view.id + "\n" + view.label + "\n" + std::to_string(static_cast<int>(view.input)) +
                       (view.read_only ? "r" : "");
    for (const auto& [value, label] : view.options) make += "\n" + value + "\n" + label;
    return make;
}

bool FormField::has_focus() const {
    for (const wxWindow* window = FindFocus(); window != nullptr; window = window->GetParent())
        if (window == this) return true;
    return false;
}

void FormField::let_go() {
    dirty_ = false;
    ++shows_which_;
    control_->let_go();
}

void FormField::tell(bool left) {
    if (showing_) return;
    if (left) dirty_ = false;
    if (input_ == FieldInput::rows) return;
    if (calls_.change) calls_.change(id_, value(), left);
}

void FormField::show_label(const desk::FieldView& view) {
    if (label_ == nullptr) return;
    const std::string& words = view.short_label.empty() ? view.label : view.short_label;
    const wxString label = to_wx(words) + (view.required ? " *" : "");
    if (label_->GetLabelText() == label) return;
    label_->SetLabelText(label);
    label_->SetToolTip(to_wx(view.label));
}

void FormField::show_source(const desk::FieldView& view) {
    const bool prefilled = view.provenance.has_value() && !view.changed;
    control_->mark(prefilled, view.problem && !view.problem->warning);
    wxString source;
    if (view.provenance)
        source = view.changed ? words("ui.field.changed") : words(view.provenance->text);
    else
        source = to_wx(view.hint);
    if (source_ == nullptr) {
        if (source.empty()) return;
        source_ = make_label(this, wxString(), TypeSize::caption, Ink::accent, wxST_ELLIPSIZE_END);
        source_->SetMinSize(wxSize(30, -1));
        head_->Add(source_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, label_ ? space::small : 0));
    }
    set_ink(source_, view.provenance ? (view.changed ? Ink::warn : Ink::accent) : Ink::muted);
    source_->Show(label_ != nullptr || !source.empty());
    if (source_->GetLabelText() == source) return;
    source_->SetLabelText(source);
    source_->SetToolTip(view.provenance ? words(view.provenance->text) : source);
}

void FormField::show_problem(const desk::FieldView& view) {
    const bool had_problem = problem_ != nullptr && problem_->IsShown();
    if (view.problem) {
        if (problem_ == nullptr) {
            problem_ = new WrappingText(this, wxString(), TypeSize::caption, Ink::bad);
            GetSizer()->Add(problem_, wxSizerFlags().Expand().Border(wxTOP, 2));
        }
        set_ink(problem_, view.problem->warning ? Ink::warn : Ink::bad);
        problem_->show(words(view.problem->text));
        // Broken into lines before it is first laid out, so that it is given its whole height at once.
        problem_->InformFirstDirection(wxHORIZONTAL, GetClientSize().x, -1);
    }
    if (problem_ != nullptr) problem_->Show(view.problem.has_value());
    if (had_problem != view.problem.has_value()) InvalidateBestSize();
}

void FormField::show(const desk::FieldView& view) {
    showing_ = true;
    show_label(view);
    control_->show(view);
    showing_ = false;
    show_source(view);
    show_problem(view);
    const bool empty = input_ == FieldInput::yes_no ? view.value != "yes"
                       : input_ == FieldInput::rows ? view.value == "0"
                                                    : view.value.empty();
    wants_attention_ =
        control_->takes_input() && ((view.required && empty) || (view.problem && !view.problem->warning));
    Layout();
}

}  // namespace yc::client::ui
