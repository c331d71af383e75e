#include "client/ui/pages/intake/applicant_panel.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

const char* id_of(desk::PartyField field) {
    switch (field) {
        case desk::PartyField::name:
            return "party.name";
        case desk::PartyField::phone:
            return "party.phone";
        case desk::PartyField::address:
            return "party.address";
        case desk::PartyField::legal_representative:
            return "party.legal_representative";
        case desk::PartyField::contact_name:
            return "party.contact_name";
    }
    return "";
}

desk::FieldView field_view(const desk::PartyFieldView& view) {
    desk::FieldView field;
    field.id = id_of(view.field);
    field.label = localization::tr(view.label.key, view.label.args);
    field.value = view.value;
    field.required = view.required;
    field.problem = view.problem;
    field.provenance = view.provenance;
    field.changed = view.changed;
    return field;
}

}  // namespace

ApplicantPanel::ApplicantPanel(wxWindow* parent, std::function<void()> onwards, std::function<void()> dossier)
    : Card(parent, space::medium), onwards_(std::move(onwards)) {
    content()->Add(make_label(this, words("ui.intake.applicant"), TypeSize::section),
                   wxSizerFlags().Border(wxBOTTOM, space::small));
    body_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    body_->SetScrollRate(0, 12);
    body_->SetBackgroundColour(colour(Paint::surface));
    content()->Add(body_, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    body_->SetSizer(column);

    kind_ = new ChipRow(body_, "party.kind", [this](const std::string& id) {
        if (intake_ != nullptr) intake_->set_organisation(id == "organisation");
    });
    kind_->show({{"person", words("ui.intake.person")}, {"organisation", words("ui.intake.organisation")}},
                "person");
    column->Add(kind_, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_label(body_, words("ui.intake.number") + " *", TypeSize::caption, Ink::muted),
              wxSizerFlags(1).CentreVertical());
    number_kind_ = new Pill(body_, wxString(), Ink::good);
    number_kind_->Hide();
    head->Add(number_kind_, wxSizerFlags().CentreVertical());
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, 2));
    number_ = new wxTextCtrl(body_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxTE_PROCESS_ENTER, wxDefaultValidator, "party.number");
    number_->SetHint(words("ui.intake.number_hint"));
    platform::set_accessible_name(number_, to_utf8(words("ui.intake.number")));
    column->Add(number_, wxSizerFlags().Expand());
    number_problem_ = new WrappingText(body_, wxString(), TypeSize::caption, Ink::bad);
    number_problem_->SetName("party.number.problem");
    number_problem_->Hide();
    column->Add(number_problem_, wxSizerFlags().Expand().Border(wxTOP, 2));
    dossier_ = new WrappingText(body_, wxString(), TypeSize::caption, Ink::accent);
    dossier_->SetName("party.dossier");
    column->Add(dossier_, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::hair));
    dossier_button_ = make_button(body_, words("ui.cmd.intake.dossier") + "  Ctrl+B", ButtonLook::quiet,
                                  "party.open_dossier", std::move(dossier));
    column->Add(dossier_button_);
    party_sizer_ = new wxBoxSizer(wxVERTICAL);
    column->Add(party_sizer_, wxSizerFlags().Expand());

    agent_button_ = make_button(body_, words("ui.intake.add_agent"), ButtonLook::quiet, "agent.toggle",
                                [this] { toggle_agent(!agent_panel_->IsShown()); });
    agent_panel_ = new wxPanel(body_);
    auto* agent_column = new wxBoxSizer(wxVERTICAL);
    for (const char* id : {"agent.number", "agent.name", "agent.phone"}) {
        agent_.push_back(
            new FormField(agent_panel_, agent_view(id, {}),
                          {[this](const std::string&, const std::string&, bool) { agent_typed(); },
                           [this](const std::string& field) {
                               if (field == "agent.number")
                                   agent_[1]->focus();
                               else if (field == "agent.name")
                                   agent_[2]->focus();
                               else
                                   onwards_();
                           }}));
        agent_column->Add(agent_.back(), wxSizerFlags().Expand().Border(wxBOTTOM, space::small));
    }
    agent_panel_->SetSizer(agent_column);
    agent_panel_->Hide();
    green_ = new wxCheckBox(body_, wxID_ANY, words("ui.intake.green_channel"), wxDefaultPosition,
                            wxDefaultSize, 0, wxDefaultValidator, "party.green");
    agent_button_->MoveAfterInTabOrder(
        agent_panel_);  // as it stands on the page; what goes before comes later
    column->Add(agent_panel_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    column->Add(agent_button_, wxSizerFlags().Border(wxTOP, space::hair));
    column->Add(green_, wxSizerFlags().Border(wxTOP, space::small));

    number_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { number_typed(false); });
    number_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { number_typed(true); });
    green_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        if (intake_ != nullptr) intake_->set_green_channel(event.IsChecked());
    });
}

void ApplicantPanel::use(desk::Intake* intake) {
    intake_ = intake;
    awaiting_dossier_ = false;
    for (FormField* field : party_) field->let_go();
    for (FormField* field : agent_) field->let_go();
    number_->ChangeValue(to_wx(intake_->number().text));
    agent_asked_ = intake_->agent_expected();
    show_agent();
    toggle_agent(agent_asked_);
    refresh();
}

desk::FieldView ApplicantPanel::agent_view(const std::string& id, const std::string& value) const {
    desk::FieldView view;
    view.id = id;
    view.label = to_utf8(words("ui.intake." + id));
    view.value = value;
    view.required = id != "agent.phone";
    return view;
}

void ApplicantPanel::show_agent() {
    const domain::Party& agent = intake_->agent();
    const std::string values[] = {intake_->agent_number(), agent.name, agent.phone};
    for (size_t i = 0; i < agent_.size(); ++i) agent_[i]->show(agent_view(agent_[i]->id(), values[i]));
}

/// The item's question asks for an agent, or takes the agent away.
void ApplicantPanel::follow_agent_question() {
    const bool asked = intake_->agent_expected();
    if (asked == agent_asked_) return;
    agent_asked_ = asked;
    for (const FormField* field : agent_)
        if (field->control()->HasFocus()) return;  // being typed here
    show_agent();
    toggle_agent(asked);
}

void ApplicantPanel::toggle_agent(bool shown) {
    agent_panel_->Show(shown);
    agent_button_->SetLabelText(words(shown ? "ui.intake.remove_agent" : "ui.intake.add_agent"));
    if (!shown && intake_ != nullptr && intake_->agent_expected()) {
        intake_->remove_agent();
        agent_asked_ = false;
        show_agent();
    }
    body_->FitInside();
    body_->Layout();
    if (shown && intake_ != nullptr && !intake_->has_agent()) agent_[0]->focus();
}

void ApplicantPanel::agent_typed() {
    if (intake_ == nullptr || agent_.size() < 3) return;
    const desk::NumberView& checked =
        intake_->set_agent(agent_[0]->value(), agent_[1]->value(), agent_[2]->value());
    desk::FieldView view = agent_view("agent.number", agent_[0]->value());
    if (!checked.problems.empty() && !agent_[0]->control()->HasFocus())
        view.problem = checked.problems.front();
    agent_[0]->show(view);
}

void ApplicantPanel::number_typed(bool entered) {
    if (intake_ == nullptr || setting_) return;
    awaiting_dossier_ = true;
    const desk::NumberView& view = intake_->set_number(to_utf8(number_->GetValue()));
    refresh();
    if (entered && view.complete) {
        onwards_();
        dossier_answered();
    }
}

void ApplicantPanel::dossier_answered() {
    if (intake_ == nullptr || !awaiting_dossier_) return;
    const auto state = intake_->dossier().state;
    if (state == desk::DossierSummary::State::looking || state == desk::DossierSummary::State::none) return;
    awaiting_dossier_ = false;
    const bool nameless = !party_.empty() && party_.front()->value().empty();
    if (nameless && !number_->HasFocus()) party_.front()->focus();
}

void ApplicantPanel::party_enter(const std::string& field) {
    bool after = false;
    for (FormField* one : party_) {
        if (after && one->wants_attention()) return one->focus();
        if (one->id() == field) after = true;
    }
    onwards_();
}

void ApplicantPanel::show_party() {
    const auto views = intake_->party();
    bool same = views.size() == party_.size();
    for (size_t i = 0; same && i < views.size(); ++i) same = party_[i]->id() == id_of(views[i].field);
    if (!same) {
        party_sizer_->Clear(true);
        party_.clear();
        for (const auto& view : views) {
            auto* field =
                new FormField(body_, field_view(view),
                              {[this, which = view.field](const std::string&, const std::string& value,
                                                          bool) { intake_->set_party(which, value); },
                               [this](const std::string& id) { party_enter(id); }});
            field->MoveBeforeInTabOrder(agent_panel_);
            party_sizer_->Add(field, wxSizerFlags().Expand().Border(wxTOP, space::small));
            party_.push_back(field);
        }
        return;
    }
    for (size_t i = 0; i < views.size(); ++i) party_[i]->show(field_view(views[i]));
}

void ApplicantPanel::refresh() {
    if (intake_ == nullptr) return;
    setting_ = true;
    const desk::NumberView& view = intake_->number();
    if (to_utf8(number_->GetValue()) != view.text && !number_->HasFocus())
        number_->ChangeValue(to_wx(view.text));
    if (view.text.empty() && !number_->GetValue().empty()) number_->ChangeValue(wxString());
    kind_->show({{"person", words("ui.intake.person")}, {"organisation", words("ui.intake.organisation")}},
                intake_->organisation() ? "organisation" : "person");
    number_kind_->Show(view.complete);
    if (view.complete && view.kind)
        number_kind_->show(words("document_kind." + std::string(base::to_name(*view.kind))), Ink::good);
    // While a number is being typed only a full one is judged; a short one is still being typed.
    const bool show_problem = !view.problems.empty() && (!number_->HasFocus() || view.text.size() >= 18);
    if (show_problem) {
        set_ink(number_problem_, view.problems.front().warning ? Ink::warn : Ink::bad);
        number_problem_->show(words(view.problems.front().text));
    }
    number_problem_->Show(show_problem);
    show_problem && !view.problems.front().warning ? platform::add_class(number_, "wrong")
                                                   : platform::remove_class(number_, "wrong");
    const desk::DossierSummary dossier = intake_->dossier();
    dossier_->show(words(dossier.text));
    dossier_->Show(!dossier.text.empty());
    dossier_button_->Show(dossier.state == desk::DossierSummary::State::found);
    show_party();
    follow_agent_question();
    if (green_->GetValue() != intake_->green_channel()) green_->SetValue(intake_->green_channel());
    setting_ = false;
    body_->FitInside();
    body_->Layout();
    Layout();
}

void ApplicantPanel::focus_number() {
    number_->SetFocus();
    number_->SelectAll();
}

}  // namespace yc::client::ui
