#include "client/ui/pages/cases_page.h"

#include <wx/sizer.h>

#include "client/desk/case_view.h"
#include "client/desk/dossiers.h"
#include "client/desk/review.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/case_rows.h"
#include "client/ui/widgets/paper_dialog.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

desk::CaseFilter filter_of(const std::string& id) {
    if (id == "today") return desk::CaseFilter::today;
    if (id == "supplement") return desk::CaseFilter::supplement;
    if (id == "ready") return desk::CaseFilter::ready;
    if (id == "closed") return desk::CaseFilter::closed;
    if (id == "all") return desk::CaseFilter::all;
    return desk::CaseFilter::open;
}

}  // namespace

CasesPage::CasesPage(wxWindow* parent, Context& context) : Page(parent, context, "cases") {
    work_ = new wxPanel(this);
    auto* list = new Card(work_, space::medium);
    heading_ = new WrappingText(list, words("ui.page.cases"), TypeSize::section);
    list->content()->Add(heading_, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    filters_ = new ChipRow(list, "cases.filter", [this](const std::string& id) {
        filter_ = id;
        search_.clear();
        refresh();
    });
    whose_ = new ChipRow(list, "cases.whose", [this](const std::string& id) {
        mine_ = id == "mine";
        refresh();
    });
    auto* chips = new wxBoxSizer(wxHORIZONTAL);
    chips->Add(filters_, wxSizerFlags(1));
    chips->Add(whose_);
    list->content()->Add(chips, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));
    table_ = new Table(list, "cases", words("ui.page.cases"), case_columns());
    table_->on_select = [this](const std::string& id) { show_case(id); };
    table_->on_open = [this](const std::string& id) { open(id); };
    list->content()->Add(table_, wxSizerFlags(1).Expand());
    auto* side = new Card(work_, space::medium);
    detail_ = new CaseDetail(side, {});
    supplement_ = new SupplementPanel(
        side, context, [this](const desk::SupplementOutcome& outcome) { supplement_done(outcome); });
    side->content()->Add(detail_, wxSizerFlags(1).Expand());
    reprint_ = make_button(side, words("ui.cmd.cases.reprint") + "  P", ButtonLook::plain, "cases.reprint",
                           [this] { CallAfter([this] { reprint(); }); });
    side->content()->Add(reprint_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    side->content()->Add(supplement_, wxSizerFlags().Expand());
    side->SetMinSize(wxSize(340, -1));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(list, wxSizerFlags(5).Expand());
    row->Add(side, wxSizerFlags(2).Expand().Border(wxLEFT, space::medium));
    work_->SetSizer(row);
    outcome_ = new OutcomePanel(this, context);
    outcome_->Hide();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(work_, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    column->Add(outcome_, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    SetSizer(column);
}

void CasesPage::came_up() {
    refresh();
    table_->focus_list();
}

void CasesPage::changed(desk::Change change) {
    if (change == desk::Change::cases || change == desk::Change::outbox || change == desk::Change::drafts)
        refresh();
}

void CasesPage::search(const std::string& text) {
    search_ = text;
    show_outcome(false);
    refresh();
    if (table_->count() > 0) table_->select(table_->rows().front().id);
    table_->focus_list();
}

std::vector<Command> CasesPage::commands() {
    return {{"cases.next", "J", {}, {}, [this] { table_->move(1); }},
            {"cases.previous", "K", {}, {}, [this] { table_->move(-1); }},
            {"cases.why", "W", {}, {}, [this] { detail_->toggle_explanation(); }},
            {"cases.open", "Ctrl+Enter", {}, {}, [this] { open(table_->selected()); }},
            {"cases.dossier", "Ctrl+B", {}, [this] { return !shown_.empty(); }, [this] { open_dossier(); }},
            {"cases.reprint",
             "P",
             {},
             [this] { return reprint_->IsShownOnScreen() && reprint_->IsEnabled(); },
             [this] { reprint(); }},
            {"intake.capture",
             "F6",
             {},
             [this] { return supplement_->active(); },
             [this] { supplement_->scan(); }},
            {"cases.supplement",
             "F9",
             {},
             [this] { return supplement_->active(); },
             [this] { supplement_->take_in(); }}};
}

void CasesPage::refresh() {
    if (!work_->IsShown()) return;
    std::vector<Chip> filters;
    for (const char* id : {"today", "open", "supplement", "ready", "closed", "all", "parked"})
        filters.push_back({id, words(std::string("ui.cases.") + id)});
    filters_->show(filters, search_.empty() ? filter_ : "");
    whose_->show({{"mine", words("ui.cases.mine")}, {"hall", words("ui.cases.hall")}},
                 mine_ ? "mine" : "hall");
    heading_->show(search_.empty() ? words("ui.page.cases") : words("ui.cases.found", {{"query", search_}}));
    if (search_.empty() && filter_ == "parked") return show_parked();
    auto rows =
        context_.workplace.case_list().rows({.filter = filter_of(filter_), .mine = mine_, .search = search_});
    if (!rows) return context_.complain(rows.error());
    std::vector<TableRow> shown;
    for (const auto& row : *rows) shown.push_back(case_row(row));
    if (!search_.empty())
        table_->when_empty(words("ui.cases.not_found"), words("ui.cases.not_found_advice"));
    else
        table_->when_empty(words("ui.cases.empty." + filter_), words("ui.cases.empty_advice"));
    table_->show(std::move(shown));
    show_case(table_->selected());
}

void CasesPage::show_parked() {
    auto parked = context_.workplace.case_list().parked();
    if (!parked) return context_.complain(parked.error());
    std::vector<TableRow> shown;
    for (const auto& row : *parked)
        shown.push_back(
            {row.draft_id,
             {{row.applicant_name.empty() ? words("ui.tray.nameless") : to_wx(row.applicant_name)},
              {to_wx(row.item_names)},
              {to_wx(base::to_minute_string(row.saved_at)), Ink::muted},
              {words(row.parked ? "ui.cases.parked" : "ui.tray.interrupted"), Ink::warn},
              {}}});
    table_->when_empty(words("ui.cases.empty.parked"), words("ui.cases.empty_parked_advice"));
    table_->show(std::move(shown));
    detail_->show(std::nullopt);
    supplement_->show(std::nullopt);
    shown_.clear();
    reprint_->Hide();
}

void CasesPage::show_case(const std::string& case_id) {
    std::optional<desk::CaseView> view;
    if (!case_id.empty() && (filter_ != "parked" || !search_.empty())) {
        auto read = context_.workplace.review().open(case_id);
        if (read)
            view = *std::move(read);
        else
            context_.complain(read.error());
    }
    shown_ = view ? view->row.case_id : std::string();
    supplement_->show(view);
    detail_->show(view);
    received_ = view && view->state.received_at ? view->row.case_id : std::string();
    reprint_->Show(!received_.empty());
    const bool has_receipt = view && view->no_receipt.empty();
    reprint_->Enable(has_receipt);
    reprint_->SetToolTip(view && !has_receipt ? words(view->no_receipt) : wxString());
    work_->Layout();
    detail_->GetParent()->Layout();
}

void CasesPage::open(const std::string& id) {
    if (id.empty()) return;
    if (search_.empty() && filter_ == "parked") return context_.resume_draft(id);
    show_case(id);
}

void CasesPage::open_dossier() {
    const auto request = context_.workplace.dossiers().of_case(shown_);
    if (!request) return context_.complain(request.error());
    context_.open_dossier(*request, id());
}

void CasesPage::reprint() {
    if (received_.empty()) return;
    const auto paper = context_.workplace.case_list().receipt(received_);
    if (!paper) return context_.complain(paper.error());
    show_paper(this, context_, *paper);
    table_->focus_list();
}

void CasesPage::supplement_done(const desk::SupplementOutcome& outcome) {
    outcome_->show(words("ui.outcome.title"), {{"", words(outcome.done), wxString()}}, outcome.whereabouts,
                   outcome.documents, {{words("ui.outcome.back"), [this] {
                                            show_outcome(false);
                                            came_up();
                                        }}});
    show_outcome(true);
}

void CasesPage::show_outcome(bool shown) {
    outcome_->Show(shown);
    work_->Show(!shown);
    Layout();
}

}  // namespace yc::client::ui
