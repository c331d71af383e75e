#include "client/ui/pages/intake/case_panel.h"

#include <wx/sizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"

namespace yc::client::ui {

CasePanel::CasePanel(wxWindow* parent, Calls calls) : Card(parent, space::medium), calls_(std::move(calls)) {
    search_ = new ItemSearch(
        this, {calls_.complain, [this](const std::string& code) { choose(code); }, [this] { arrange(); },
               [this] {
                   if (!form_->focus_first_open()) search_->focus();
               }});
    content()->Add(search_, wxSizerFlags().Expand());
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
    auto* guide = make_button(errand_, words("ui.intake.guide"), ButtonLook::quiet, "item.guide",
                              [this] { CallAfter([this] { calls_.guide(); }); });
    guide->SetToolTip(words("ui.cmd.intake.guide") + " (Ctrl+G)");
    guide->DisableFocusFromKeyboard();
    platform::set_accessible_name(guide, to_utf8(words("ui.cmd.intake.guide")));
    head->Add(guide, wxSizerFlags().Border(wxLEFT, space::hair));
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
}

void CasePanel::use(desk::Intake* intake) {
    intake_ = intake;
    search_->use(intake);
    form_->let_go();
    refresh();
}

std::string CasePanel::errand_now() const {
    return intake_->id() + "/" + intake_->item_head().code;
}

void CasePanel::choose(const std::string& code) {
    if (auto chosen = intake_->choose_item(code); !chosen) return calls_.complain(chosen.error());
    search_->use(intake_);
    refresh();
    calls_.chosen();
}

void CasePanel::arrange() {
    const bool searching = search_->has_results();
    const bool has_item = intake_ != nullptr && intake_->errand_count() > 0;
    content()->GetItem(search_)->SetProportion(searching ? 1 : 0);
    errand_->Show(!searching && has_item);
    empty_->Show(!searching && !has_item);
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
            auto* chips = new ChipRow(
                errand_, "question." + view.question.id,
                [this, id = view.question.id](const std::string& answer) {
                    if (auto taken = intake_->answer(id, answer); !taken) calls_.complain(taken.error());
                },
                to_wx(view.question.text));
            chips->MoveBeforeInTabOrder(form_);
            question_sizer_->Add(chips, wxSizerFlags().Expand());
            questions_.push_back(chips);
        }
    }
    for (size_t i = 0; i < views.size(); ++i) {
        std::vector<Chip> chips;
        for (const auto& answer : views[i].question.answers) chips.push_back({answer.id, to_wx(answer.text)});
        questions_[i]->show(chips, views[i].answer);
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
    arrange();
    errand_->Layout();
}

}  // namespace yc::client::ui
