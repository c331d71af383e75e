#include "client/ui/pages/dossier/side_panel.h"

#include <wx/wupdlock.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/watermark.h"
#include "client/ui/words.h"

namespace yc::client::ui {

SidePanel::SidePanel(wxWindow* parent, Calls calls) : Card(parent, space::medium), calls_(std::move(calls)) {
    content()->Add(make_label(this, words("ui.dossier.cases"), TypeSize::section));
    cases_ = new Table(this, "dossier.cases", words("ui.dossier.cases"),
                       {{words("ui.col.case"), 14, true}, {words("ui.col.state"), 11, false, true}}, false);
    cases_->on_open = [this](const std::string& index) { calls_.open_case(view_->cases[std::stoul(index)]); };
    content()->Add(cases_, wxSizerFlags(2).Expand().Border(wxTOP, space::hair));
    content()->Add(make_label(this, words("ui.dossier.related"), TypeSize::section),
                   wxSizerFlags().Border(wxTOP, space::medium));
    related_ = new Table(
        this, "dossier.related", words("ui.dossier.related"),
        {{words("ui.col.applicant"), 10, true}, {words("ui.dossier.relation"), 9, false, true}}, false);
    related_->on_open = [this](const std::string& index) {
        calls_.open_related(view_->related[std::stoul(index)]);
    };
    content()->Add(related_, wxSizerFlags(1).Expand().Border(wxTOP, space::hair));
    content()->Add(make_label(this, words("ui.detail.timeline"), TypeSize::section),
                   wxSizerFlags().Border(wxTOP, space::medium));
    timeline_ =
        new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL, "dossier.timeline");
    timeline_->SetScrollRate(0, 12);
    timeline_->SetBackgroundColour(colour(Paint::surface));
    platform::set_accessible_name(timeline_, to_utf8(words("ui.detail.timeline")));
    timeline_->SetSizer(new wxBoxSizer(wxVERTICAL));
    carry_watermark(timeline_, [this] { return view_ ? calls_.watermark() : wxString(); });
    content()->Add(timeline_, wxSizerFlags(3).Expand().Border(wxTOP, space::hair));
}

void SidePanel::show(const std::optional<desk::DossierView>& view) {
    const wxWindowUpdateLocker quiet(this);
    view_ = view;
    show_lists();
    show_timeline();
    Layout();
}

void SidePanel::show_lists() {
    std::vector<TableRow> cases;
    std::vector<TableRow> related;
    for (size_t i = 0; view_ && i < view_->cases.size(); ++i) {
        const desk::DossierCaseView& one = view_->cases[i];
        cases.push_back({std::to_string(i),
                         {{to_wx(one.item_name), one.here ? Ink::normal : Ink::muted},
                          {words(one.state), ink_of(one.tone)}}});
    }
    for (size_t i = 0; view_ && i < view_->related.size(); ++i) {
        const desk::DossierRelatedView& one = view_->related[i];
        wxString who = to_wx(one.name);
        if (!one.number.empty()) who += L"  " + to_wx(one.number);
        related.push_back({std::to_string(i), {{who}, {words(one.relation), Ink::accent}}});
    }
    const bool known = !view_ || view_->may_choose;
    cases_->when_empty(words(known ? "ui.dossier.no_cases" : "ui.dossier.needs_hub"), wxString());
    related_->when_empty(words(known ? "ui.dossier.no_related" : "ui.dossier.needs_hub"), wxString());
    cases_->show(std::move(cases));
    related_->show(std::move(related));
}

void SidePanel::show_timeline() {
    auto* column = timeline_->GetSizer();
    column->Clear(true);
    for (size_t i = 0; view_ && i < view_->timeline.size(); ++i) {
        const desk::TimelineEntry& entry = view_->timeline[i];
        auto* text = new WrappingText(timeline_, words(entry.text));
        column->Add(text, wxSizerFlags().Expand().Border(wxTOP, i == 0 ? 0 : space::small));
        wxString when = to_wx(base::to_minute_string(entry.at));
        if (!entry.detail.empty()) when += L" · " + to_wx(entry.detail);
        column->Add(new WrappingText(timeline_, when, TypeSize::caption, Ink::muted),
                    wxSizerFlags().Expand());
    }
    timeline_->FitInside();
    timeline_->Layout();
    timeline_->Scroll(0, 0);
    timeline_->Refresh();
}

}  // namespace yc::client::ui
