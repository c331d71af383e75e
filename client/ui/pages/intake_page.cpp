#include "client/ui/pages/intake_page.h"

#include <wx/sizer.h>
#include <wx/weakref.h>

#include "client/desk/dossiers.h"
#include "client/ui/pages/page_list.h"
#include "client/ui/widgets/paper_dialog.h"
#include "client/ui/widgets/reason_dialog.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

/// Drafts are kept within a second of typing.
constexpr int save_after_ms = 700;

}  // namespace

IntakePage::IntakePage(wxWindow* parent, Context& context)
    : Page(parent, context, "intake"), save_timer_(this) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    work_ = new wxPanel(this);
    applicant_ = new ApplicantPanel(
        work_, [this] { case_->search().focus(); }, [this] { open_dossier(); });
    case_ = new CasePanel(
        work_, {[this](const base::Error& error) { context_.complain(error); }, [this] { onwards(); },
                [this] { remove_item(); }, [this] { onwards(); }, [this] { show_guide(); }});
    materials_ = new MaterialsPanel(work_, context);
    applicant_->SetMinSize(wxSize(280, -1));
    case_->SetMinSize(wxSize(460, -1));
    materials_->SetMinSize(wxSize(380, -1));
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(applicant_, wxSizerFlags().Expand());
    columns->Add(case_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, space::medium));
    columns->Add(materials_, wxSizerFlags(2).Expand());
    bar_ = new ActionBar(work_, [this](desk::IntakeAction action) { act(action); });
    auto* work_column = new wxBoxSizer(wxVERTICAL);
    work_column->Add(columns, wxSizerFlags(1).Expand());
    work_column->Add(bar_, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    work_->SetSizer(work_column);
    outcome_ = new OutcomePanel(this, context);
    outcome_->Hide();
    tray_ = new ParkedTray(this, [this](const std::string& draft) { resume(draft); });
    column->Add(work_, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    column->Add(outcome_, wxSizerFlags(1).Expand().Border(wxALL, space::medium));
    column->Add(tray_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, space::medium));
    SetSizer(column);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { keep(); }, save_timer_.GetId());
    if (const std::string draft = context.settings.open_draft(); !draft.empty()) {
        if (auto resumed = context.workplace.resume_intake(draft)) use(*std::move(resumed));
    }
    if (intake_ == nullptr) use(context.workplace.new_intake());
}

void IntakePage::use(std::unique_ptr<desk::Intake> intake) {
    subscription_ = {};
    intake_ = std::move(intake);
    subscription_ = intake_->observe([this](desk::IntakeChange change) { told(change); });
    context_.settings.set_open_draft({});
    show_outcome(false);
    applicant_->use(intake_.get());
    case_->use(intake_.get());
    materials_->use(intake_.get());
    bar_->refresh(*intake_);
}

void IntakePage::told(desk::IntakeChange change) {
    due_.insert(change);
    save_timer_.StartOnce(save_after_ms);
    if (refresh_due_) return;
    refresh_due_ = true;
    CallAfter([this] { refresh(); });
}

void IntakePage::refresh() {
    using enum desk::IntakeChange;
    refresh_due_ = false;
    const auto due = std::exchange(due_, {});
    const auto any = [&](std::initializer_list<desk::IntakeChange> changes) {
        return std::any_of(changes.begin(), changes.end(), [&](auto change) { return due.contains(change); });
    };
    if (any({party, dossier, items})) applicant_->refresh();
    if (any({party, items, form})) case_->refresh();
    if (any({dossier, items, materials})) materials_->refresh();
    bar_->refresh(*intake_);
    if (due.contains(dossier)) applicant_->dossier_answered();
    if (!complaint_.empty() && !stands(complaint_)) {
        complaint_.clear();
        context_.say(desk::Tone::plain, {}, {});
    }
}

bool IntakePage::stands(const std::string& obstacle) const {
    const auto all = intake_->missing_list();
    return std::any_of(all.begin(), all.end(), [&](const desk::Problem& problem) {
        return localization::tr(problem.text.key, problem.text.args) == obstacle;
    });
}

void IntakePage::keep() {
    if (intake_ == nullptr || !working() || !intake_->dirty()) return;
    if (auto saved = intake_->save(); !saved) context_.complain(saved.error());
}

void IntakePage::came_up() {
    changed(desk::Change::drafts);
    if (!working()) return;
    if (!std::exchange(at_dossier_, false)) return applicant_->focus_number();
    intake_->look_again();
    if (!case_->focus_form()) applicant_->focus_number();
}

void IntakePage::open_dossier() {
    at_dossier_ = true;
    const desk::NumberView& number = intake_->number();
    context_.open_dossier({.key = {*number.kind, number.text}, .ticket = intake_->id()}, id());
}

void IntakePage::changed(desk::Change change) {
    if (change == desk::Change::drafts) {
        auto parked = context_.workplace.case_list().parked();
        if (!parked) return context_.complain(parked.error());
        std::erase_if(*parked, [this](const desk::ParkedRow& row) {
            return intake_ != nullptr && row.draft_id == intake_->id();
        });
        tray_->show(*parked);
    }
    if (change == desk::Change::connection && working()) bar_->refresh(*intake_);
    if ((change == desk::Change::outbox || change == desk::Change::cases) && !working() &&
        !outcome_cases_.empty()) {
        auto rows = context_.workplace.case_list().rows({.filter = desk::CaseFilter::all});
        if (!rows) return;
        for (const auto& row : *rows)
            if (row.case_id == outcome_cases_.front()) outcome_->show_whereabouts(row.whereabouts);
    }
}

void IntakePage::going() {
    save_timer_.Stop();
    if (intake_ == nullptr || !working()) return;
    if (intake_->dirty() && intake_->save().ok())
        context_.settings.set_open_draft(intake_->id());
    else if (intake_->errand_count() > 0 || !intake_->number().text.empty())
        context_.settings.set_open_draft(intake_->id());
}

void IntakePage::resume(const std::string& draft_id) {
    if (working() && intake_->dirty())
        if (auto saved = intake_->park(); !saved) return context_.complain(saved.error());
    auto resumed = context_.workplace.resume_intake(draft_id);
    if (!resumed) return context_.complain(resumed.error());
    use(*std::move(resumed));
    changed(desk::Change::drafts);
    if (!case_->focus_form()) case_->search().focus();
}

void IntakePage::onwards() {
    refresh();
    if (case_->focus_form()) return;
    if (materials_->focus_offers()) return;
    materials_->focus_list();
}

std::vector<Command> IntakePage::commands() {
    const auto when_working = [this] { return working(); };
    const auto action = [this](desk::IntakeAction which, const char* key) {
        return Command{std::string("intake.") + name_of(which),
                       key,
                       {},
                       [this, which] { return working() && bar_->allowed(which); },
                       [this, which] { act(which); }};
    };
    // Pressed too early these say what is missing and go there, instead of doing nothing.
    const auto finishing = [this, when_working](desk::IntakeAction which, const char* key) {
        return Command{
            std::string("intake.") + name_of(which), key, {}, when_working, [this, which] { act(which); }};
    };
    return {
        {"intake.number", "F2", {}, when_working, [this] { applicant_->focus_number(); }},
        {"intake.item", "F3", {}, when_working, [this] { case_->search().focus(); }},
        {"intake.filter", "Ctrl+F", {}, when_working, [this] { case_->search().open_filter(); }},
        {"intake.favourite",
         "Ctrl+D",
         {},
         [this] { return working() && case_->search().can_star(); },
         [this] { case_->search().star(); }},
        {"intake.item_remove",
         "Shift+F3",
         {},
         [this] { return working() && intake_->errand_count() > 0; },
         [this] { remove_item(); }},
        {"intake.form",
         "F4",
         {},
         when_working,
         [this] {
             if (!case_->focus_form()) onwards();
         }},
        {"intake.row_add",
         "Ctrl+Enter",
         {},
         [this] { return working() && !case_->form().focused_row().table.empty(); },
         [this] { case_->form().add_row(); }},
        {"intake.row_remove",
         "Alt+Del",
         {},
         [this] { return working() && case_->form().focused_row().row >= 0; },
         [this] { case_->form().remove_row(); }},
        {"intake.why",
         "Ctrl+I",
         {},
         [this] { return working() && intake_->errand_count() > 0; },
         [this] { explain(); }},
        {"intake.guide",
         "Ctrl+G",
         {},
         [this] { return working() && intake_->errand_count() > 0; },
         [this] { show_guide(); }},
        {"intake.dossier",
         "Ctrl+B",
         {},
         [this] { return working() && intake_->dossier().state == desk::DossierSummary::State::found; },
         [this] { open_dossier(); }},
        {"intake.capture", "F6", {}, when_working, [this] { materials_->capture(); }},
        {"intake.files", "Ctrl+O", {}, when_working, [this] { materials_->add_files(); }},
        {"intake.offers",
         "Space",
         {},
         [this] { return working() && materials_->has_offers(); },
         [this] { materials_->take_offers(); }},
        action(desk::IntakeAction::notify, "F7"),
        action(desk::IntakeAction::park, "F8"),
        {"intake.park_too",
         "Ctrl+P",
         {},
         [this] { return working() && bar_->allowed(desk::IntakeAction::park); },
         [this] { park(); }},
        finishing(desk::IntakeAction::receive, "F9"),
        finishing(desk::IntakeAction::accept, "F10"),
        finishing(desk::IntakeAction::decide_on_spot, "F12"),
        action(desk::IntakeAction::decline, ""),
        {"intake.next", "Ctrl+N", {}, [this] { return !working(); }, [this] { next(false); }},
    };
}

void IntakePage::explain() {
    wxString text = case_->explanation();
    const wxString paper = materials_->explanation();
    if (!paper.empty()) text += (text.empty() ? "" : "\n") + paper;
    context_.say(desk::Tone::plain, text, {});
}

void IntakePage::show_guide() {
    const auto guide = intake_->guide();
    if (!guide) return context_.complain(guide.error());
    // What had the focus may be gone by then: the dossier answers while the guide is read.
    const wxWeakRef<wxWindow> before(wxWindow::FindFocus());
    show_paper(this, context_, *guide);
    if (before) before->SetFocus();
}

void IntakePage::act(desk::IntakeAction action) {
    context_.say(desk::Tone::plain, {}, {});
    complaint_.clear();
    switch (action) {
        case desk::IntakeAction::park:
            return park();
        case desk::IntakeAction::notify:
            return notify();
        case desk::IntakeAction::decline:
            return decline();
        case desk::IntakeAction::receive:
            return finish(intake_->receive());
        case desk::IntakeAction::accept:
            return finish(intake_->accept());
        case desk::IntakeAction::decide_on_spot:
            return decide_on_spot();
    }
}

void IntakePage::park() {
    if (auto parked = intake_->park(); !parked) return context_.complain(parked.error());
    use(context_.workplace.new_intake());
    changed(desk::Change::drafts);
    context_.say(desk::Tone::good, words("ui.intake.parked"), {});
    applicant_->focus_number();
}

void IntakePage::remove_item() {
    const std::string name = intake_->item_head().name;
    intake_->remove_item(intake_->current_errand());
    refresh();
    context_.say(desk::Tone::plain, words("ui.intake.item_removed", {{"item", name}}), {});
    case_->search().focus();
}

void IntakePage::notify() {
    ReasonQuestion question{words("ui.notify.title"), words("ui.notify.explanation"),
                            words("ui.notify.confirm")};
    for (const auto& row : intake_->materials()) {
        question.choices.emplace_back(row.code, to_wx(row.name));
        if (row.state == domain::MaterialState::missing && row.necessity != domain::Necessity::optional)
            question.ticked.push_back(row.code);
    }
    question.reason_label = words("ui.notify.reason");
    if (const auto answer = ask_reason(this, question))
        finish(intake_->notify({answer->reason, answer->ticked}));
}

void IntakePage::decline() {
    ReasonQuestion question{words("ui.decline.title"), words("ui.decline.explanation"),
                            words("ui.decline.confirm")};
    question.alternatives = {{"not_ours", words("ui.decline.not_ours")},
                             {"not_required", words("ui.decline.not_required")}};
    question.reason_label = words("ui.decline.reason");
    question.reason_required = true;
    question.lines = {{"organ", words("ui.decline.right_organ")}};
    question.lines_with = "not_ours";
    if (const auto answer = ask_reason(this, question))
        finish(
            intake_->decline({answer->alternative == "not_required", answer->reason, answer->lines.front()}));
}

void IntakePage::decide_on_spot() {
    finish(intake_->decide_on_spot({}));
}

void IntakePage::finish(const base::Result<desk::IntakeOutcome>& outcome) {
    if (!outcome) {
        context_.complain(outcome.error());
        const auto missing = outcome.error().args.find("missing");
        refresh();
        if (missing != outcome.error().args.end() && stands(missing->second)) complaint_ = missing->second;
        case_->focus_form();
        return;
    }
    save_timer_.Stop();
    std::vector<OutcomePanel::Line> lines;
    outcome_cases_.clear();
    for (const auto& one : outcome->cases) {
        lines.push_back({one.case_no, to_wx(one.item_name) + L" · " + words(one.done),
                         one.query_code.empty()
                             ? wxString()
                             : words("ui.outcome.query_code", {{"code", one.query_code}})});
        outcome_cases_.push_back(one.case_id);
    }
    outcome_->show(words("ui.outcome.title"), lines, outcome->whereabouts, outcome->documents,
                   {{words("ui.outcome.next"), [this] { next(false); }},
                    {words("ui.outcome.same_party"), [this] { next(true); }}});
    show_outcome(true);
    changed(desk::Change::outbox);
}

void IntakePage::next(bool same_party) {
    context_.say(desk::Tone::plain, {}, {});
    intake_->next(same_party);
    show_outcome(false);
    applicant_->use(intake_.get());
    case_->use(intake_.get());
    materials_->use(intake_.get());
    bar_->refresh(*intake_);
    if (same_party)
        case_->search().focus();
    else
        applicant_->focus_number();
}

void IntakePage::show_outcome(bool shown) {
    outcome_->Show(shown);
    work_->Show(!shown);
    Layout();
}

void resume_on_intake_page(Page& page, const std::string& draft_id) {
    if (auto* intake = dynamic_cast<IntakePage*>(&page)) intake->resume(draft_id);
}

}  // namespace yc::client::ui
