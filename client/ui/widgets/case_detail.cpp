#include "client/ui/widgets/case_detail.h"

#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include "client/ui/theme/palette.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/empty_state.h"
#include "client/ui/words.h"

namespace yc::client::ui {

CaseDetail::CaseDetail(wxWindow* parent, Parts parts)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL, "detail"),
      parts_(parts) {
    SetScrollRate(0, 12);
    SetBackgroundColour(colour(Paint::surface));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    build();
}

void CaseDetail::show(const std::optional<desk::CaseView>& view) {
    if (!view || !view_ || view->row.case_id != view_->row.case_id) explained_ = false;
    view_ = view;
    build();
}

void CaseDetail::toggle_explanation() {
    explained_ = !explained_;
    build();
}

void CaseDetail::build() {
    const wxWindowUpdateLocker quiet(this);
    GetSizer()->Clear(true);
    auto* column = static_cast<wxBoxSizer*>(GetSizer());
    if (!view_) {
        auto* empty = new EmptyState(this);
        empty->show(words("ui.detail.none"), words("ui.detail.none_advice"));
        column->Add(empty, wxSizerFlags(1).Expand());
    } else {
        add_head(column);
        if (view_->package) add_package(column);
        add_clocks(column);
        if (parts_.form) add_form(column);
        if (parts_.materials) add_materials(column);
        if (parts_.timeline) add_timeline(column);
    }
    FitInside();
    Layout();
    Scroll(0, 0);
}

void CaseDetail::add_heading(wxBoxSizer* column, const char* key) {
    column->Add(make_label(this, words(key), TypeSize::strong), wxSizerFlags().Border(wxTOP, space::large));
}

void CaseDetail::add_head(wxBoxSizer* column) {
    const desk::CaseRow& row = view_->row;
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    auto* name = new WrappingText(this, to_wx(row.applicant_name), TypeSize::section);
    name->SetName("detail.applicant");
    head->Add(name, wxSizerFlags(1));
    head->Add(new Pill(this, words(row.state), ink_of(row.state_tone)),
              wxSizerFlags().Border(wxLEFT, space::small));
    column->Add(head, wxSizerFlags().Expand());
    column->Add(new WrappingText(this, to_wx(row.item_name)), wxSizerFlags().Expand().Border(wxTOP, 2));
    auto* number = make_label(this, to_wx(row.case_no), TypeSize::caption, Ink::muted);
    number->SetName("detail.number");
    column->Add(number, wxSizerFlags().Border(wxTOP, 2));
    if (row.whereabouts != desk::Whereabouts::at_the_hub || row.pages_pending) {
        const wxString text = row.pages_pending && row.whereabouts == desk::Whereabouts::at_the_hub
                                  ? words("ui.detail.pages_pending")
                                  : words(desk::words_of(row.whereabouts));
        column->Add(new Pill(this, text, Ink::warn), wxSizerFlags().Border(wxTOP, space::hair));
    }
}

void CaseDetail::add_package(wxBoxSizer* column) {
    auto* title = new WrappingText(this, words(view_->package->title), TypeSize::strong);
    title->SetName("detail.package");
    column->Add(title, wxSizerFlags().Expand().Border(wxTOP, space::large));
    for (const desk::PackageMemberView& member : view_->package->members) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(
            new WrappingText(this, to_wx(member.item_name), member.shown ? TypeSize::strong : TypeSize::text),
            wxSizerFlags(1).CentreVertical());
        row->Add(new Pill(this, words(member.state), ink_of(member.tone)),
                 wxSizerFlags().CentreVertical().Border(wxLEFT, space::small));
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
        wxString whose = to_wx(member.case_no + " · " + member.department_name);
        if (member.lead) whose += words("ui.detail.leads");
        column->Add(new WrappingText(this, whose, TypeSize::caption, Ink::muted), wxSizerFlags().Expand());
    }
}

void CaseDetail::add_clocks(wxBoxSizer* column) {
    if (view_->clocks.empty()) return;
    add_heading(column, "ui.detail.clocks");
    for (const desk::ClockView& clock : view_->clocks) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(make_label(this, words(clock.name)), wxSizerFlags(1).CentreVertical());
        row->Add(new Pill(this, words(clock.text), ink_of(clock.tone)), wxSizerFlags().CentreVertical());
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
        if (!explained_) continue;
        for (const desk::Text& line : clock.explanation)
            column->Add(new WrappingText(this, words(line), TypeSize::caption, Ink::muted),
                        wxSizerFlags().Expand().Border(wxLEFT, space::medium));
    }
    column->Add(
        make_button(this, words(explained_ ? "ui.detail.hide_why" : "ui.detail.why"), ButtonLook::quiet,
                    "detail.why", [this] { CallAfter([this] { toggle_explanation(); }); }),
        wxSizerFlags().Border(wxTOP, 2));
}

void CaseDetail::add_form(wxBoxSizer* column) {
    if (view_->form.empty()) return;
    add_heading(column, "ui.detail.form");
    for (const desk::CaseField& field : view_->form) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* label = new WrappingText(this, to_wx(field.label), TypeSize::caption, Ink::muted);
        label->SetMinSize(wxSize(characters(this, 13), -1));
        row->Add(label, wxSizerFlags().Border(wxTOP, 1));
        auto* values = new wxBoxSizer(wxVERTICAL);
        values->Add(new WrappingText(this, to_wx(field.value)), wxSizerFlags().Expand());
        if (!field.dossier_value.empty())
            values->Add(
                new WrappingText(this, words("ui.detail.dossier_says", {{"value", field.dossier_value}}),
                                 TypeSize::caption, Ink::warn),
                wxSizerFlags().Expand());
        if (!field.submitted_before.empty())
            values->Add(
                new WrappingText(this, words("ui.detail.said_before", {{"value", field.submitted_before}}),
                                 TypeSize::caption, Ink::warn),
                wxSizerFlags().Expand());
        row->Add(values, wxSizerFlags(1).Border(wxLEFT, space::small));
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
}

void CaseDetail::add_materials(wxBoxSizer* column) {
    if (view_->materials.empty()) return;
    add_heading(column, "ui.detail.materials");
    for (const desk::MaterialRow& material : view_->materials) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new WrappingText(this, to_wx(material.name)), wxSizerFlags(1).CentreVertical());
        row->Add(new Pill(this, words(material.state_text), ink_of(material.tone)),
                 wxSizerFlags().CentreVertical().Border(wxLEFT, space::small));
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
}

void CaseDetail::add_timeline(wxBoxSizer* column) {
    add_heading(column, "ui.detail.timeline");
    for (auto entry = view_->timeline.rbegin(); entry != view_->timeline.rend(); ++entry) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(make_label(this, to_wx(base::to_minute_string(entry->at).substr(5)), TypeSize::caption,
                            Ink::muted),
                 wxSizerFlags().Border(wxTOP | wxRIGHT, 2));
        auto* text = new wxBoxSizer(wxVERTICAL);
        text->Add(new WrappingText(this, words(entry->text)), wxSizerFlags().Expand());
        if (!entry->detail.empty())
            text->Add(new WrappingText(this, to_wx(entry->detail), TypeSize::caption, Ink::muted),
                      wxSizerFlags().Expand());
        row->Add(text, wxSizerFlags(1).Border(wxLEFT, space::small));
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
}

}  // namespace yc::client::ui
