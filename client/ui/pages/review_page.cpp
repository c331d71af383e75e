#include "client/ui/pages/review_page.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>
#include <wx/wupdlock.h>

#include "client/desk/dossiers.h"
#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/case_rows.h"
#include "client/ui/widgets/paper_files.h"
#include "client/ui/widgets/reason_dialog.h"
#include "client/ui/words.h"

namespace yc::client::ui {

ReviewPage::ReviewPage(wxWindow* parent, Context& context) : Page(parent, context, "review") {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(make_list_card(), wxSizerFlags(3).Expand());
    row->Add(make_papers_card(), wxSizerFlags(4).Expand().Border(wxLEFT | wxRIGHT, space::medium));
    row->Add(make_decision_card(), wxSizerFlags(3).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    SetSizer(column);
}

Card* ReviewPage::make_list_card() {
    auto* card = new Card(this, space::medium);
    card->SetMinSize(wxSize(340, -1));
    card->content()->Add(make_label(card, words("ui.page.review"), TypeSize::section),
                         wxSizerFlags().Border(wxBOTTOM, space::small));
    search_ = new wxTextCtrl(card, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                             wxDefaultValidator, "review.search");
    search_->SetHint(words("ui.review.search_hint"));
    platform::add_class(search_, "search");
    platform::set_accessible_name(search_, to_utf8(words("ui.review.search_hint")));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refresh(); });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { table_->focus_list(); });
    card->content()->Add(search_, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    filters_ = new ChipRow(card, "review.filter", [this](const std::string& id) {
        filter_ = static_cast<desk::ReviewFilter>(std::stoi(id));
        refresh();
    });
    card->content()->Add(filters_, wxSizerFlags().Expand());
    table_ = new Table(card, "review.cases", words("ui.page.review"), narrow_case_columns(), false);
    table_->when_empty(words("ui.review.empty"), words("ui.review.empty_advice"));
    table_->on_select = [this](const std::string& id) { show_case(id); };
    card->content()->Add(table_, wxSizerFlags(1).Expand());
    return card;
}

Card* ReviewPage::make_papers_card() {
    auto* card = new Card(this, space::medium);
    card->content()->Add(make_label(card, words("ui.review.papers"), TypeSize::section),
                         wxSizerFlags().Border(wxBOTTOM, space::small));
    papers_ = new ChipRow(card, "review.papers",
                          [this](const std::string& index) { viewer_->show_page(std::stoul(index)); });
    card->content()->Add(papers_, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));
    viewer_ = new PageViewer(
        card, "review.pages", context_.background, [this](const std::string& sha, const auto& give) {
            context_.workplace.review().page(sha, [give](const base::Result<std::string>& bytes) {
                give(bytes ? *bytes : std::string(), bytes ? wxString() : words(bytes.error()));
            });
        });
    card->content()->Add(viewer_, wxSizerFlags(1).Expand());
    return card;
}

Card* ReviewPage::make_decision_card() {
    auto* card = new Card(this, space::medium);
    card->SetMinSize(wxSize(340, -1));
    detail_ = new CaseDetail(card, {.form = true, .materials = false, .timeline = true});
    card->content()->Add(detail_, wxSizerFlags(1).Expand());
    decision_ = new wxPanel(card, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "decision");
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_divider(decision_), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::small));
    column->Add(make_label(decision_, words("ui.review.opinion"), TypeSize::caption, Ink::muted));
    opinion_ = new wxTextCtrl(decision_, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, 56),
                              wxTE_MULTILINE | wxTE_NO_VSCROLL, wxDefaultValidator, "review.opinion");
    opinion_->SetHint(words("ui.review.opinion_hint"));
    platform::add_class(opinion_, "field");
    platform::set_accessible_name(opinion_, to_utf8(words("ui.review.opinion")));
    column->Add(opinion_, wxSizerFlags().Expand().Border(wxTOP, 2));
    action_sizer_ = new wxWrapSizer(wxHORIZONTAL, 0);
    column->Add(action_sizer_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    decision_->SetSizer(column);
    card->content()->Add(decision_, wxSizerFlags().Expand());
    return card;
}

void ReviewPage::came_up() {
    refresh();
    if (table_->selected().empty() && table_->count() > 0) table_->select(table_->rows().front().id);
    table_->focus_list();
}

void ReviewPage::changed(desk::Change change) {
    if (change == desk::Change::cases || change == desk::Change::outbox) refresh();
}

void ReviewPage::refresh() {
    auto counts = context_.workplace.review().counts();
    if (!counts) return context_.complain(counts.error());
    std::vector<Chip> chips;
    for (const auto& count : *counts)
        chips.push_back({std::to_string(static_cast<int>(count.filter)),
                         words(count.label) + " " + std::to_string(count.count)});
    filters_->show(chips, std::to_string(static_cast<int>(filter_)));
    auto rows = context_.workplace.review().rows(filter_, to_utf8(search_->GetValue()));
    if (!rows) return context_.complain(rows.error());
    std::vector<TableRow> shown;
    for (const auto& row : *rows) shown.push_back(narrow_case_row(row));
    table_->show(std::move(shown));
    if (table_->selected().empty() && table_->count() > 0)
        table_->select(table_->rows().front().id);
    else
        show_case(table_->selected());
}

void ReviewPage::show_case(const std::string& case_id) {
    const bool same = view_ && view_->row.case_id == case_id;
    std::optional<desk::CaseView> view;
    if (!case_id.empty()) {
        auto read = context_.workplace.review().open(case_id);
        if (!read) return context_.complain(read.error());
        view = *std::move(read);
    }
    if (same && view && view->state == view_->state && view->row.whereabouts == view_->row.whereabouts &&
        view->row.pages_pending == view_->row.pages_pending)
        return;
    view_ = std::move(view);
    if (!same) opinion_->ChangeValue(wxString());
    detail_->show(view_);
    show_papers();
    show_actions();
}

void ReviewPage::show_papers() {
    std::vector<ViewerPage> pages;
    std::vector<Chip> chips;
    if (view_)
        for (const auto& material : view_->materials) {
            if (material.pages.empty()) continue;
            chips.push_back({std::to_string(pages.size()), to_wx(material.name)});
            for (const auto& page : material.pages)
                pages.push_back({page.sha256, page.rotation, to_wx(material.name), words(page.verdict),
                                 ink_of(page.tone)});
        }
    papers_->show(chips, chips.empty() ? "" : "0");
    papers_->Show(!chips.empty());
    viewer_->show(std::move(pages));
    if (viewer_->count() > 0)
        viewer_->show_page(0);
    else
        viewer_->when_empty(words(view_ ? "ui.review.no_pages" : "ui.detail.none"));
    papers_->GetParent()->Layout();
}

void ReviewPage::show_actions() {
    const wxWindowUpdateLocker quiet(this);
    action_sizer_->Clear(true);
    actions_ =
        view_ ? context_.workplace.review().actions(view_->state) : std::vector<desk::ReviewActionView>{};
    bool any = false;
    for (const auto& action : actions_) {
        if (!action.enabled) continue;
        any = true;
        wxString label = words(action.label);
        if (!action.key.empty()) label += "  " + to_wx(action.key);
        auto* button = make_button(decision_, label, action.primary ? ButtonLook::primary : ButtonLook::plain,
                                   "decide." + std::string(base::to_name(action.kind)),
                                   [this, action] { CallAfter([this, action] { act(action); }); });
        action_sizer_->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, space::hair));
    }
    decision_->Show(any);
    decision_->GetParent()->Layout();
    decision_->Layout();
}

std::vector<Command> ReviewPage::commands() {
    std::vector<Command> commands = {
        {"cases.next", "J", {}, {}, [this] { table_->move(1); }},
        {"cases.previous", "K", {}, {}, [this] { table_->move(-1); }},
        {"cases.why", "W", {}, {}, [this] { detail_->toggle_explanation(); }},
        {"cases.dossier", "Ctrl+B", {}, [this] { return view_.has_value(); }, [this] { open_dossier(); }},
        {"review.page_next", "Ctrl+Right", {}, {}, [this] { viewer_->step(1); }},
        {"review.page_previous", "Ctrl+Left", {}, {}, [this] { viewer_->step(-1); }},
        {"review.larger", "Ctrl+Up", {}, {}, [this] { viewer_->zoom(1.25); }},
        {"review.smaller", "Ctrl+Down", {}, {}, [this] { viewer_->zoom(0.8); }},
        {"review.rotate", "Ctrl+R", {}, {}, [this] { viewer_->rotate(); }}};
    for (const auto& action : actions_)
        if (!action.key.empty())
            commands.push_back({"review." + std::string(base::to_name(action.kind)), action.key,
                                words(action.label), [enabled = action.enabled] { return enabled; },
                                [this, action] { act(action); }});
    return commands;
}

void ReviewPage::open_dossier() {
    context_.open_dossier({.key = view_->state.registration.applicant.key, .case_id = view_->row.case_id},
                          id());
}

bool ReviewPage::ask(const desk::ReviewActionView& action, desk::ReviewInput& input) {
    if (!action.wants_confirmation && !action.wants_reason && !action.wants_materials &&
        !action.wants_officers && !action.wants_right_organ)
        return true;
    ReasonQuestion question{words(action.label), words("ui.review.ask"), words(action.label)};
    if (action.wants_materials)
        for (const auto& material : view_->materials) {
            question.choices.emplace_back(material.code, to_wx(material.name));
            if (material.state == domain::MaterialState::missing) question.ticked.push_back(material.code);
        }
    if (action.wants_officers)
        question.lines = {{"officer1", words("ui.review.officer1")},
                          {"officer2", words("ui.review.officer2")}};
    if (action.wants_right_organ) question.lines.emplace_back("organ", words("ui.decline.right_organ"));
    question.reason_label = words("ui.review.reason");
    question.reason_required = action.wants_reason;
    for (const auto& text : context_.workplace.review().opinions(action.kind))
        question.canned.push_back(words(text));
    const auto answer = ask_reason(this, question);
    if (!answer) return false;
    input.materials = answer->ticked;
    input.reason = answer->reason;
    size_t line = 0;
    if (action.wants_officers) {
        input.officers = {answer->lines[0], answer->lines[1]};
        line = 2;
    }
    if (action.wants_right_organ) input.right_organ = answer->lines[line];
    return true;
}

void ReviewPage::act(const desk::ReviewActionView& action) {
    if (!view_) return;
    desk::ReviewInput input;
    input.opinion = to_utf8(opinion_->GetValue().Trim(true).Trim(false));
    if (!ask(action, input)) return;
    const std::string case_id = view_->row.case_id;  // acting changes the list, and with it what is shown
    auto outcome = context_.workplace.review().act(case_id, action.kind, input);
    if (!outcome) return context_.complain(outcome.error());
    opinion_->ChangeValue(wxString());
    const auto papers = std::make_shared<std::vector<desk::PrintedDocument>>(outcome->documents);
    std::vector<BarAction> bar;
    for (size_t i = 0; i < papers->size(); ++i) {
        auto saved = save_paper((*papers)[i], context_.papers_dir);
        if (!saved) return context_.complain(saved.error());
        bar.push_back({words("ui.paper.open") + L" · " + words((*papers)[i].title),
                       [this, file = *saved] { open_paper(context_, file); }});
    }
    context_.say(desk::Tone::good,
                 words(outcome->done) + L" · " + words(desk::words_of(outcome->whereabouts)), std::move(bar));
    view_.reset();
    refresh();
    table_->focus_list();
}

}  // namespace yc::client::ui
