#include "client/ui/pages/handout_page.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/case_rows.h"
#include "client/ui/words.h"

namespace yc::client::ui {

HandoutPage::HandoutPage(wxWindow* parent, Context& context) : Page(parent, context, "handout") {
    work_ = new wxPanel(this);
    auto* list = new Card(work_, space::medium);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_label(list, words("ui.handout.ready"), TypeSize::section),
              wxSizerFlags(1).CentreVertical());
    search_ = new wxTextCtrl(list, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                             wxDefaultValidator, "handout.search");
    search_->SetHint(words("ui.handout.search_hint"));
    search_->SetMinSize(wxSize(ui::characters(this, 40), -1));
    platform::add_class(search_, "search");
    platform::set_accessible_name(search_, to_utf8(words("ui.handout.search_hint")));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refresh(); });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (table_->count() > 0) table_->select(table_->rows().front().id);
        fields_.at("collector.number")->focus();
    });
    head->Add(search_, wxSizerFlags().CentreVertical());
    list->content()->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    table_ = new Table(list, "handout.cases", words("ui.handout.ready"), case_columns());
    table_->when_empty(words("ui.handout.empty"), words("ui.handout.empty_advice"));
    table_->on_select = [this](const std::string& id) { show_case(id); };
    table_->on_open = [this](const std::string&) { fields_.at("collector.number")->focus(); };
    list->content()->Add(table_, wxSizerFlags(1).Expand());
    auto* side = new Card(work_, space::medium);
    side->SetMinSize(wxSize(380, -1));
    detail_ = new CaseDetail(side, {.form = false, .materials = false, .timeline = true});
    side->content()->Add(detail_, wxSizerFlags(1).Expand());
    collector_ = make_collector(side);
    side->content()->Add(collector_, wxSizerFlags().Expand());
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

FormField* HandoutPage::add_field(wxWindow* parent, wxBoxSizer* column, const std::string& id,
                                  const std::string& next) {
    desk::FieldView view;
    view.id = id;
    view.label = to_utf8(words("ui.handout." + id));
    auto* field = new FormField(parent, view,
                                {[this](const std::string&, const std::string&, bool) { check(); },
                                 [this, id, next](const std::string&) {
                                     if (id == "collector.number") fill_known_name();
                                     if (next.empty() || confirm_->IsEnabled())
                                         confirm_->SetFocus();
                                     else
                                         fields_.at(next)->focus();
                                 }});
    column->Add(field, wxSizerFlags().Expand().Border(wxTOP, space::small));
    return fields_[id] = field;
}

wxPanel* HandoutPage::make_collector(wxWindow* parent) {
    auto* panel =
        new wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "collector");
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_divider(panel), wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    column->Add(make_label(panel, words("ui.handout.collector"), TypeSize::strong));
    way_ = new ChipRow(panel, "handout.way", [this](const std::string&) { check(); });
    std::vector<Chip> ways;
    for (const char* way : {"direct", "mail", "electronic"})
        ways.push_back({way, words(std::string("ui.handout.way.") + way)});
    way_->show(ways, "direct");
    column->Add(way_, wxSizerFlags().Expand().Border(wxTOP, space::hair));
    add_field(panel, column, "collector.number", "collector.name");
    add_field(panel, column, "collector.name", "");
    add_field(panel, column, "collector.relation", "");
    add_field(panel, column, "collector.waybill", "");
    verdict_ = new WrappingText(panel, wxString(), TypeSize::text, Ink::muted);
    verdict_->SetName("collector.verdict");
    column->Add(verdict_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    confirm_ = make_button(panel, words("ui.handout.confirm") + "  F9", ButtonLook::primary,
                           "handout.confirm", [this] { hand_out(); });
    column->Add(confirm_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    panel->SetSizer(column);
    panel->Hide();
    return panel;
}

void HandoutPage::came_up() {
    refresh();
    if (work_->IsShown()) search_->SetFocus();
}

void HandoutPage::changed(desk::Change change) {
    if (change == desk::Change::cases || change == desk::Change::outbox) refresh();
}

std::vector<Command> HandoutPage::commands() {
    return {{"handout.search", "F3", {}, {}, [this] { search_->SetFocus(); }},
            {"handout.number",
             "F2",
             {},
             [this] { return view_.has_value(); },
             [this] { fields_.at("collector.number")->focus(); }},
            {"cases.next", "J", {}, {}, [this] { table_->move(1); }},
            {"cases.previous", "K", {}, {}, [this] { table_->move(-1); }},
            {"cases.why", "W", {}, {}, [this] { detail_->toggle_explanation(); }},
            {"handout.confirm",
             "F9",
             {},
             [this] { return work_->IsShown() && view_ && confirm_->IsEnabled(); },
             [this] { hand_out(); }}};
}

void HandoutPage::refresh() {
    if (!work_->IsShown()) return;
    auto rows = context_.workplace.handout().rows(to_utf8(search_->GetValue()));
    if (!rows) return context_.complain(rows.error());
    std::vector<TableRow> shown;
    for (const auto& row : *rows) shown.push_back(case_row(row));
    table_->show(std::move(shown));
    if (table_->selected().empty() && table_->count() == 1)
        table_->select(table_->rows().front().id);
    else
        show_case(table_->selected());
}

void HandoutPage::show_case(const std::string& case_id) {
    if (view_ && view_->row.case_id == case_id) return;
    view_.reset();
    if (!case_id.empty()) {
        auto read = context_.workplace.handout().open(case_id);
        if (read)
            view_ = *std::move(read);
        else
            context_.complain(read.error());
    }
    detail_->show(view_);
    for (auto& [id, field] : fields_) {
        desk::FieldView view;
        view.id = id;
        view.label = to_utf8(words("ui.handout." + id));
        field->show(view);
    }
    collector_->Show(view_.has_value());
    collector_->GetParent()->Layout();
    check();
}

void HandoutPage::fill_known_name() {
    FormField* name = fields_.at("collector.name");
    if (!view_ || !name->value().empty()) return;
    const std::string number =
        to_utf8(to_wx(fields_.at("collector.number")->value()).Trim(true).Trim(false).Upper());
    const domain::Registration& registration = view_->state.registration;
    desk::FieldView view;
    view.id = name->id();
    view.label = to_utf8(words("ui.handout.collector.name"));
    if (number == registration.applicant.key.number)
        view.value = registration.applicant.name;
    else if (registration.agent && number == registration.agent->key.number)
        view.value = registration.agent->name;
    name->show(view);
    check();
}

desk::Collector HandoutPage::collector() const {
    return {fields_.at("collector.name")->value(), fields_.at("collector.number")->value(),
            fields_.at("collector.relation")->value()};
}

void HandoutPage::check() {
    if (!view_ || confirm_ == nullptr) return;
    const bool mail = way_->chosen() == "mail";
    fields_.at("collector.waybill")->Show(mail);
    const desk::CollectorCheck checked = context_.workplace.handout().check(view_->state, collector());
    const bool known = checked.relation == "self" || checked.relation == "agent";
    fields_.at("collector.relation")->Show(!known);
    wxString text = words(checked.text);
    for (const auto& problem : checked.problems) text += (text.empty() ? "" : "\n") + words(problem.text);
    verdict_->show(text);
    set_ink(verdict_, checked.may_collect                               ? Ink::good
                      : fields_.at("collector.number")->value().empty() ? Ink::muted
                                                                        : Ink::warn);
    confirm_->Enable(checked.may_collect && (!mail || !fields_.at("collector.waybill")->value().empty()));
    collector_->Layout();
    collector_->GetParent()->Layout();
}

void HandoutPage::hand_out() {
    if (!view_) return;
    desk::HandoutInput input;
    input.collector = collector();
    input.way = base::from_name<domain::ServiceWay>(way_->chosen()).value_or(domain::ServiceWay::direct);
    input.waybill = fields_.at("collector.waybill")->value();
    const desk::CaseRow row = view_->row;  // handing out changes the list, and with it what is shown
    auto outcome = context_.workplace.handout().hand_out(row.case_id, input);
    if (!outcome) return context_.complain(outcome.error());
    outcome_->show(words("ui.outcome.title"),
                   {{row.case_no, words(outcome->done), to_wx(row.item_name)}},
                   outcome->whereabouts, outcome->documents, {{words("ui.outcome.back"), [this] {
                                                                   show_outcome(false);
                                                                   came_up();
                                                               }}});
    view_.reset();
    show_outcome(true);
}

void HandoutPage::show_outcome(bool shown) {
    outcome_->Show(shown);
    work_->Show(!shown);
    Layout();
}

}  // namespace yc::client::ui
