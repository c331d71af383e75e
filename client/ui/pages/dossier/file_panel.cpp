#include "client/ui/pages/dossier/file_panel.h"

#include <wx/button.h>
#include <wx/statbmp.h>
#include <wx/wrapsizer.h>
#include <wx/wupdlock.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/palette.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/empty_state.h"
#include "client/ui/widgets/watermark.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

using domain::DossierActKind;

constexpr int thumbnail_width = 44;
constexpr int thumbnail_height = 58;
constexpr int label_characters = 14;

wxString source_words(const desk::SaidValue& said) {
    wxString text = words(said.source);
    if (!said.valid_until.empty())
        text += L" · " + words("desk.dossier.valid.until", {{"date", said.valid_until}});
    return text;
}

}  // namespace

FilePanel::FilePanel(wxWindow* parent, Background& background, Calls calls)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL,
                       "dossier.file"),
      calls_(std::move(calls)),
      thumbnails_(this, background, wxSize(thumbnail_width, thumbnail_height), calls_.read,
                  [this] { show_pictures(); }) {
    SetScrollRate(0, 12);
    SetBackgroundColour(colour(Paint::surface));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    carry_watermark(this, [this] { return view_ ? calls_.watermark() : wxString(); });
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        for (size_t i = 0; i < conflicts_.size(); ++i)
            if (conflicts_[i].panel->IsDescendant(event.GetWindow())) make_current(i);
    });
}

void FilePanel::show(const std::optional<desk::DossierView>& view, const wxString& when_none) {
    view_ = view;
    when_none_ = when_none;
    build();
}

void FilePanel::build() {
    const wxWindowUpdateLocker quiet(this);
    auto* column = static_cast<wxBoxSizer*>(GetSizer());
    conflicts_.clear();
    pictures_.clear();
    first_document_ = nullptr;
    current_ = 0;
    column->Clear(true);
    if (!view_) {
        auto* empty = new EmptyState(this);
        empty->show(words("ui.dossier.none"), when_none_);
        column->Add(empty, wxSizerFlags(1).Expand());
    } else {
        add_head(column);
        for (const auto& fact : view_->open) add_conflict(column, fact);
        add_acts(column);
        for (const auto& group : view_->groups) add_group(column, group);
        add_documents(column);
        if (!view_->why_not.empty())
            column->Add(new WrappingText(this, words(view_->why_not), TypeSize::caption, Ink::muted),
                        wxSizerFlags().Expand().Border(wxTOP, space::large));
    }
    if (!conflicts_.empty()) make_current(0);
    show_pictures();
    FitInside();
    Layout();
    Scroll(0, 0);
    Refresh();
}

void FilePanel::heading(wxBoxSizer* column, const wxString& text) {
    column->Add(make_label(this, text, TypeSize::strong), wxSizerFlags().Border(wxTOP, space::large));
}

void FilePanel::add_head(wxBoxSizer* column) {
    auto* name = new WrappingText(this, to_wx(view_->name), TypeSize::title);
    name->SetName("dossier.name");
    column->Add(name, wxSizerFlags().Expand());
    wxString number = words(view_->kind) + L" " + to_wx(view_->number);
    for (const std::string& other : view_->others)
        number += L" · " + words("ui.dossier.merged", {{"number", other}});
    auto* masked = new WrappingText(this, number, TypeSize::text, Ink::muted);
    masked->SetName("dossier.masked");
    column->Add(masked, wxSizerFlags().Expand().Border(wxTOP, 2));
    auto* notes = new wxWrapSizer(wxHORIZONTAL, 0);
    for (const desk::DossierNote& note : view_->notes)
        notes->Add(new Pill(this, words(note.text), ink_of(note.tone)),
                   wxSizerFlags().Border(wxRIGHT | wxTOP, space::hair));
    column->Add(notes, wxSizerFlags().Expand().Border(wxTOP, space::hair));
}

void FilePanel::add_conflict(wxBoxSizer* column, const desk::DossierFactView& fact) {
    const size_t index = conflicts_.size();
    Conflict conflict;
    auto* panel = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL,
                              "dossier.conflict" + std::to_string(index));
    panel->SetBackgroundColour(colour(Paint::warn_soft));
    carry_watermark(panel, calls_.watermark);
    conflict.panel = panel;
    conflict.edge = make_divider(panel);
    conflict.edge->SetMinSize(wxSize(space::hair, -1));
    auto* inner = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new WrappingText(panel,
                               words("ui.dossier.conflict",
                                     {{"label", fact.label}, {"count", std::to_string(fact.values.size())}}),
                               TypeSize::strong),
              wxSizerFlags(1).CentreVertical());
    inner->Add(head, wxSizerFlags().Expand());
    for (const desk::SaidValue& said : fact.values)
        inner->Add(conflict_value(panel, said, fact.label, conflict),
                   wxSizerFlags().Expand().Border(wxTOP, space::small));
    conflict.all = make_button(panel, wxString(), ButtonLook::quiet, "dossier.keep" + std::to_string(index),
                               [this, index] {
                                   CallAfter([this, index] {
                                       make_current(index);
                                       keep_all();
                                   });
                               });
    head->Add(conflict.all, wxSizerFlags().CentreVertical());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(conflict.edge, wxSizerFlags().Expand());
    row->Add(inner, wxSizerFlags(1).Border(wxALL, space::medium));
    panel->SetSizer(row);
    column->Add(panel, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    conflicts_.push_back(std::move(conflict));
}

wxBoxSizer* FilePanel::conflict_value(wxWindow* panel, const desk::SaidValue& said, const std::string& label,
                                      Conflict& conflict) {
    const size_t index = conflicts_.size();
    const size_t value = conflict.values.size();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* text = new wxBoxSizer(wxVERTICAL);
    text->Add(new WrappingText(panel, to_wx(said.value)), wxSizerFlags().Expand());
    text->Add(new WrappingText(panel, source_words(said), TypeSize::caption, Ink::muted),
              wxSizerFlags().Expand());
    row->Add(text, wxSizerFlags(1).CentreVertical());
    const std::string place = std::to_string(index) + "." + std::to_string(value);
    if (!said.pages.empty())
        row->Add(pages_button(panel, "ui.dossier.shown_on", said.pages, label + " " + said.value,
                              "dossier.shown" + place),
                 wxSizerFlags().CentreVertical());
    auto* button =
        make_button(panel, wxString(), ButtonLook::plain, "dossier.choose" + place, [this, index, value] {
            CallAfter([this, index, value] {
                make_current(index);
                choose(value);
            });
        });
    conflict.values.push_back(button);
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, space::small));
    return row;
}

void FilePanel::make_current(size_t conflict) {
    current_ = conflict;
    for (size_t i = 0; i < conflicts_.size(); ++i) {
        const bool here = i == current_;
        Conflict& one = conflicts_[i];
        one.edge->SetBackgroundColour(colour(here ? Paint::accent : Paint::warn));
        for (size_t value = 0; value < one.values.size(); ++value) {
            wxString label = words("ui.cmd.dossier.choose");
            if (here) label += "  " + std::to_string(value + 1);
            one.values[value]->SetLabelText(label);
            one.values[value]->Enable(view_->may_choose);
            platform::set_accessible_name(one.values[value],
                                          to_utf8(label) + " " + view_->open[i].values[value].value);
        }
        one.all->SetLabelText(words("ui.cmd.dossier.keep_all") + (here ? "  B" : ""));
        one.all->Enable(view_->may_choose);
        one.panel->Layout();
    }
}

bool FilePanel::can_choose(size_t value) const {
    return view_ && view_->may_choose && current_ < view_->open.size() &&
           value < view_->open[current_].values.size();
}

void FilePanel::choose(size_t value) {
    if (!can_choose(value)) return;
    const desk::DossierFactView& fact = view_->open[current_];
    calls_.choose(fact.field, {fact.values[value].statement});
}

void FilePanel::keep_all() {
    if (!can_choose(0)) return;
    const desk::DossierFactView& fact = view_->open[current_];
    std::vector<std::string> all;
    for (const desk::SaidValue& said : fact.values) all.push_back(said.statement);
    calls_.choose(fact.field, all);
}

bool FilePanel::can_undo() const {
    return view_ && view_->may_choose && !view_->acts.empty() && view_->acts.front().may_undo;
}

void FilePanel::undo() {
    if (can_undo()) calls_.undo(view_->acts.front().id);
}

void FilePanel::move(int by) {
    if (conflicts_.empty()) return;
    const int last = static_cast<int>(conflicts_.size()) - 1;
    const int next = std::clamp(static_cast<int>(current_) + by, 0, last);
    conflicts_[static_cast<size_t>(next)].values.front()->SetFocus();
}

void FilePanel::add_acts(wxBoxSizer* column) {
    if (view_->acts.empty()) return;
    heading(column, words("ui.dossier.acts"));
    for (size_t i = 0; i < view_->acts.size(); ++i) {
        const desk::DossierActView& act = view_->acts[i];
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* text = new wxBoxSizer(wxVERTICAL);
        text->Add(new WrappingText(this, words(act.text)), wxSizerFlags().Expand());
        text->Add(new WrappingText(this, to_wx(act.detail), TypeSize::caption, Ink::muted),
                  wxSizerFlags().Expand());
        row->Add(text, wxSizerFlags(1).CentreVertical());
        auto* button = make_button(this, words("ui.cmd.dossier.undo") + (i == 0 ? "  U" : ""),
                                   ButtonLook::plain, "dossier.undo" + std::to_string(i),
                                   [this, id = act.id] { CallAfter([this, id] { calls_.undo(id); }); });
        button->Enable(act.may_undo && view_->may_choose);
        row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, space::small));
        column->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
}

void FilePanel::add_group(wxBoxSizer* column, const desk::DossierFactGroup& group) {
    heading(column, words(group.title));
    for (const desk::DossierFactView& fact : group.facts)
        column->Add(fact_row(fact), wxSizerFlags().Expand().Border(wxTOP, space::hair));
}

wxButton* FilePanel::act_button(DossierActKind kind, const std::string& subject, const std::string& name) {
    const std::string word(base::to_name(kind));
    auto* button =
        make_button(this, words("ui.dossier.do." + word), ButtonLook::quiet,
                    "dossier." + word + "." + subject, [this, kind, subject, name] {
                        CallAfter([this, kind, subject, name] { calls_.act(kind, subject, name); });
                    });
    platform::set_accessible_name(button, to_utf8(words("dossier.act." + word) + L" " + to_wx(name)));
    return button;
}

wxButton* FilePanel::pages_button(wxWindow* parent, const char* key,
                                  const std::vector<desk::DossierImage>& pages, const std::string& name,
                                  const std::string& handle) {
    auto* button =
        make_button(parent, words(key, {{"count", std::to_string(pages.size())}}), ButtonLook::quiet, handle,
                    [this, pages, name] { CallAfter([this, pages, name] { calls_.pages(pages, name); }); });
    platform::set_accessible_name(button, name + " " + to_utf8(button->GetLabelText()));
    return button;
}

wxBoxSizer* FilePanel::fact_row(const desk::DossierFactView& fact) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* label = new WrappingText(this, to_wx(fact.label), TypeSize::caption, Ink::muted);
    label->SetMinSize(wxSize(characters(this, label_characters), -1));
    row->Add(label, wxSizerFlags().Border(wxTOP, 2));
    auto* values = new wxBoxSizer(wxVERTICAL);
    for (const desk::SaidValue& said : fact.values) {
        values->Add(new WrappingText(this, to_wx(said.value)), wxSizerFlags().Expand());
        values->Add(new WrappingText(this, source_words(said), TypeSize::caption, Ink::muted),
                    wxSizerFlags().Expand());
    }
    row->Add(values, wxSizerFlags(1).Border(wxLEFT, space::small));
    if (view_->may_correct)
        for (const auto kind : {DossierActKind::correct_fact, DossierActKind::erase_fact})
            row->Add(act_button(kind, fact.field, fact.label), wxSizerFlags().CentreVertical());
    return row;
}

void FilePanel::add_documents(wxBoxSizer* column) {
    heading(column, words("ui.dossier.documents"));
    if (view_->documents.empty())
        column->Add(new WrappingText(this, words("ui.dossier.no_documents"), TypeSize::text, Ink::muted),
                    wxSizerFlags().Expand().Border(wxTOP, space::hair));
    for (size_t i = 0; i < view_->documents.size(); ++i)
        column->Add(document_row(i), wxSizerFlags().Expand().Border(wxTOP, space::small));
}

wxSizer* FilePanel::document_words(const desk::DossierDocumentView& document) {
    auto* text = new wxBoxSizer(wxVERTICAL);
    text->Add(new WrappingText(this, to_wx(document.name)), wxSizerFlags().Expand());
    auto* pills = new wxWrapSizer(wxHORIZONTAL, 0);
    const bool trusted = document.grade == "A" || document.grade == "B";
    pills->Add(new Pill(this, words("ui.dossier.grade." + document.grade), trusted ? Ink::good : Ink::warn),
               wxSizerFlags().Border(wxRIGHT, space::hair));
    pills->Add(new Pill(this, words(document.validity), ink_of(document.tone)));
    text->Add(pills, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, 2));
    text->Add(new WrappingText(this, words(document.source), TypeSize::caption, Ink::muted),
              wxSizerFlags().Expand());
    return text;
}

wxBoxSizer* FilePanel::document_row(size_t index) {
    const desk::DossierDocumentView& document = view_->documents[index];
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    wxBitmap blank(thumbnail_width, thumbnail_height, 32);
    blank.UseAlpha();
    auto* picture = new wxStaticBitmap(this, wxID_ANY, blank);
    picture->SetMinSize(wxSize(thumbnail_width, thumbnail_height));
    pictures_.emplace_back(picture, index);
    row->Add(picture, wxSizerFlags().CentreVertical());
    row->Add(document_words(document), wxSizerFlags(1).CentreVertical().Border(wxLEFT, space::small));
    if (!document.pages.empty()) {
        auto* button = pages_button(this, "ui.dossier.pages", document.pages, document.name,
                                    "dossier.pages" + std::to_string(index));
        if (first_document_ == nullptr) first_document_ = button;
        row->Add(button, wxSizerFlags().CentreVertical());
    }
    if (view_->may_correct)
        for (const auto kind :
             {document.superseded ? DossierActKind::reinstate_document : DossierActKind::supersede_document,
              DossierActKind::erase_document})
            row->Add(act_button(kind, document.id, document.name), wxSizerFlags().CentreVertical());
    return row;
}

void FilePanel::show_pictures() {
    for (const auto& [picture, index] : pictures_) {
        const auto& pages = view_->documents[index].pages;
        if (pages.empty()) continue;
        const wxBitmap bitmap =
            thumbnails_.picture(pages.front().sha256, pages.front().rotation, pages.size());
        if (bitmap.IsOk()) picture->SetBitmap(bitmap);
    }
}

void FilePanel::focus_documents() {
    if (first_document_ != nullptr) first_document_->SetFocus();
}

void FilePanel::focus_first() {
    if (can_choose(0))
        conflicts_.front().values.front()->SetFocus();
    else if (can_undo())
        FindWindow("dossier.undo0")->SetFocus();
    else
        SetFocusIgnoringChildren();
}

}  // namespace yc::client::ui
