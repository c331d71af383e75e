#include "client/ui/pages/intake/case_panel.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"

namespace yc::client::ui {

CasePanel::CasePanel(wxWindow* parent, Calls calls) : Card(parent, space::medium), calls_(std::move(calls)) {
    search_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                             wxDefaultValidator, "item.search");
    search_->SetHint(words("ui.intake.item_search_hint"));
    platform::add_class(search_, "search");
    platform::set_accessible_name(search_, to_utf8(words("ui.intake.item_search_hint")));
    content()->Add(search_, wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    results_ = new Table(this, "item.results", words("ui.intake.item_results"),
                         {{words("ui.col.item"), 26, true},
                          {.title = words("ui.col.department"), .characters = 10, .fits = true},
                          {.title = words("ui.col.kind"), .characters = 11, .pill = true, .fits = true}},
                         false);
    content()->Add(results_, wxSizerFlags(1).Expand());
    results_->Hide();
    errand_ = new wxPanel(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    errands_ = new ChipRow(errand_, "errands",
                           [this](const std::string& index) { intake_->show_errand(std::stoul(index)); });
    column->Add(errands_, wxSizerFlags().Expand());
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    name_ = new WrappingText(errand_, wxString(), TypeSize::section);
    name_->SetName("item.name");
    kind_ = new Pill(errand_, wxString(), Ink::accent);
    head->Add(name_, wxSizerFlags(1));
    head->Add(kind_, wxSizerFlags().Border(wxLEFT, space::small));
    auto* remove = make_button(errand_, L"✕", ButtonLook::quiet, "item.remove",
                               [this] { CallAfter([this] { calls_.remove(); }); });
    remove->SetToolTip(words("ui.cmd.intake.item_remove") + " (Shift+F3)");
    remove->DisableFocusFromKeyboard();
    platform::set_accessible_name(remove, to_utf8(words("ui.cmd.intake.item_remove")));
    head->Add(remove, wxSizerFlags().Border(wxLEFT, space::hair));
    column->Add(head, wxSizerFlags().Expand());
    facts_ = new WrappingText(errand_, wxString(), TypeSize::caption, Ink::muted);
    column->Add(facts_, wxSizerFlags().Expand().Border(wxTOP, 2));
    changes_ = new WrappingText(errand_, wxString(), TypeSize::caption, Ink::accent);
    changes_->SetName("item.changes");
    changes_->Hide();
    column->Add(changes_, wxSizerFlags().Expand().Border(wxTOP, 2));
    question_sizer_ = new wxBoxSizer(wxVERTICAL);
    column->Add(question_sizer_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    form_ = new FormPanel(
        errand_, {[this](const std::string& field, const std::string& value, bool left) {
                      if (errand_shown_ == errand_now()) intake_->set_field(field, value, left);
                  },
                  [this](const std::string& table) { return intake_->add_row(table); },
                  [this](const std::string& table, int row) { return intake_->remove_row(table, row); },
                  [this] { calls_.done(); }});
    column->Add(make_divider(errand_), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::small));
    column->Add(form_, wxSizerFlags(1).Expand());
    below_ = make_label(errand_, L" ", TypeSize::caption, Ink::muted);
    below_->SetName("form.below");
    column->Add(below_, wxSizerFlags().Expand());
    form_->on_below = [this](int fields) {
        const wxString text =
            fields > 0 ? words("ui.intake.below", {{"count", std::to_string(fields)}}) : wxString(" ");
        if (below_->GetLabelText() != text) below_->SetLabelText(text);
    };
    errand_->SetSizer(column);
    errand_->Hide();
    content()->Add(errand_, wxSizerFlags(1).Expand());
    empty_ = new EmptyState(this);
    empty_->show(words("ui.intake.no_item"), words("ui.intake.no_item_advice"));
    content()->Add(empty_, wxSizerFlags(1).Expand());

    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    search_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (search_->HasFocus()) search();
        });
    });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (!results_->selected().empty()) choose(results_->selected());
    });
    search_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        switch (event.GetKeyCode()) {
            case WXK_DOWN:
                return results_->move(1);
            case WXK_UP:
                return results_->move(-1);
            case WXK_ESCAPE:
                search_->ChangeValue(wxString());
                show_results(false);
                if (!form_->focus_first_open()) search_->SetFocus();
                return;
            default:
                event.Skip();
        }
    });
    results_->on_open = [this](const std::string& code) { choose(code); };
}

void CasePanel::use(desk::Intake* intake) {
    intake_ = intake;
    search_->ChangeValue(wxString());
    show_results(false);
    form_->let_go();
    refresh();
}

std::string CasePanel::errand_now() const {
    return intake_->id() + "/" + intake_->item_head().code;
}

void CasePanel::focus_search() {
    search_->SetFocus();
    search_->SelectAll();
}

void CasePanel::search() {
    if (intake_ == nullptr) return;
    const std::string query = to_utf8(search_->GetValue().Trim(true).Trim(false));
    std::vector<TableRow> rows;
    for (const desk::ItemRow& row : intake_->search_items(query)) {
        const Ink ink = row.can_take ? Ink::normal : Ink::muted;
        rows.push_back(
            {row.code,
             {{to_wx(row.name), ink},
              {to_wx(row.department), Ink::muted},
              row.can_take ? Cell{words(row.kind), Ink::accent} : Cell{words(row.why_not), Ink::muted}}});
    }
    results_->when_empty(words("ui.intake.no_results", {{"query", query}}),
                         words("ui.intake.no_results_advice"));
    const bool any = !rows.empty();
    const std::string first = any ? rows.front().id : "";
    results_->show(std::move(rows));
    if (any) results_->select(first);
    show_results(any || !query.empty());
}

void CasePanel::choose(const std::string& code) {
    if (auto chosen = intake_->choose_item(code); !chosen) return calls_.complain(chosen.error());
    search_->ChangeValue(wxString());
    show_results(false);
    refresh();
    calls_.chosen();
}

void CasePanel::show_results(bool shown) {
    const bool has_item = intake_ != nullptr && intake_->errand_count() > 0;
    results_->Show(shown);
    errand_->Show(!shown && has_item);
    empty_->Show(!shown && !has_item);
    Layout();
}

void CasePanel::show_head() {
    const desk::ItemHead head = intake_->item_head();
    name_->show(to_wx(head.name));
    kind_->show(words(head.kind), Ink::accent);
    wxString facts = to_wx(head.department);
    for (const desk::Text& limit : {head.promised_limit, head.statutory_limit})
        if (!limit.empty()) facts += L" · " + words(limit);
    facts += L" · " + (head.fee.empty() ? words("ui.intake.free") : to_wx(head.fee));
    if (!head.scope.key.empty()) facts += L" · " + words(head.scope);
    facts_->show(facts);
    wxString changes;
    for (const desk::Text& change : head.changes) changes += (changes.empty() ? "" : "\n") + words(change);
    changes_->show(changes);
    changes_->Show(!changes.empty());
    name_->SetToolTip(to_wx(head.conditions + "\n" + head.legal_basis));
    std::vector<Chip> chips;
    if (intake_->errand_count() > 1)
        for (size_t i = 0; i < intake_->errand_count(); ++i)
            chips.push_back(
                {std::to_string(i), words("ui.intake.errand", {{"number", std::to_string(i + 1)}})});
    errands_->show(chips, std::to_string(intake_->current_errand()));
    errands_->Show(!chips.empty());
}

void CasePanel::show_questions() {
    const auto views = intake_->questions();
    std::vector<std::string> ids;
    for (const auto& view : views) ids.push_back(intake_->item_head().code + "/" + view.question.id);
    if (ids != question_ids_) {
        question_ids_ = ids;
        question_sizer_->Clear(true);
        questions_.clear();
        for (const auto& view : views) {
            auto* label = make_label(errand_, to_wx(view.question.text), TypeSize::caption, Ink::muted);
            auto* chips = new ChipRow(errand_, "question." + view.question.id,
                                      [this, id = view.question.id](const std::string& answer) {
                                          if (auto taken = intake_->answer(id, answer); !taken)
                                              calls_.complain(taken.error());
                                      });
            label->MoveBeforeInTabOrder(form_);
            chips->MoveBeforeInTabOrder(form_);
            question_sizer_->Add(label);
            question_sizer_->Add(chips, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));
            questions_.emplace_back(label, chips);
        }
    }
    for (size_t i = 0; i < views.size(); ++i) {
        std::vector<Chip> chips;
        for (const auto& answer : views[i].question.answers) chips.push_back({answer.id, to_wx(answer.text)});
        questions_[i].second->show(chips, views[i].answer);
    }
}

void CasePanel::refresh() {
    if (intake_ == nullptr) return;
    const bool has_item = intake_->errand_count() > 0;
    if (has_item) {
        if (errand_shown_ != errand_now()) form_->let_go();
        errand_shown_ = errand_now();
        show_head();
        show_questions();
        form_->show(intake_->fields());
    }
    if (!results_->IsShown()) show_results(false);
    errand_->Layout();
}

}  // namespace yc::client::ui
