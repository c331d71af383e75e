#include "client/ui/pages/dossier/search_panel.h"

#include <wx/button.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

SearchPanel::SearchPanel(wxWindow* parent, Context& context,
                         std::function<void(const desk::DossierRequest&)> look)
    : Card(parent, space::medium), context_(context), look_(std::move(look)) {
    content()->Add(make_label(this, words("ui.page.dossier"), TypeSize::section),
                   wxSizerFlags().Border(wxBOTTOM, space::small));
    add_number();
    grounds_label_ = make_label(this, words("ui.dossier.grounds"), TypeSize::caption, Ink::muted);
    content()->Add(grounds_label_, wxSizerFlags().Border(wxTOP, space::medium));
    grounds_ = new Table(this, "dossier.grounds", words("ui.dossier.grounds"),
                         {{words("ui.col.case"), 14, true}}, false);
    grounds_->SetMinSize(wxSize(-1, 4 * row_height));
    grounds_->on_open = [this](const std::string&) { this->look(); };
    content()->Add(grounds_, wxSizerFlags().Expand().Border(wxTOP, 2));
    if (context_.workplace.dossiers().may_give_reason()) add_reason();
    advice_ = new WrappingText(this, wxString(), TypeSize::caption, Ink::warn);
    advice_->SetName("dossier.advice");
    content()->Add(advice_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    button_ = make_button(this, words("ui.cmd.dossier.look") + "  Enter", ButtonLook::primary, "dossier.look",
                          [this] { CallAfter([this] { this->look(); }); });
    content()->Add(button_, wxSizerFlags().Expand().Border(wxTOP, space::small));
    content()->Add(new WrappingText(this, words("ui.dossier.recorded"), TypeSize::caption, Ink::muted),
                   wxSizerFlags().Expand().Border(wxTOP, space::small));
    ground_ = new WrappingText(this, wxString(), TypeSize::text, Ink::accent);
    ground_->SetName("dossier.ground");
    content()->Add(ground_, wxSizerFlags().Expand().Border(wxTOP, space::large));
    number_typed(false);
}

void SearchPanel::add_number() {
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_label(this, words("ui.intake.number") + " *", TypeSize::caption, Ink::muted),
              wxSizerFlags(1).CentreVertical());
    kind_ = new Pill(this, wxString(), Ink::good);
    head->Add(kind_, wxSizerFlags().CentreVertical());
    content()->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, 2));
    number_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                             wxDefaultValidator, "dossier.number");
    number_->SetHint(words("ui.intake.number_hint"));
    platform::set_accessible_name(number_, to_utf8(words("ui.intake.number")));
    content()->Add(number_, wxSizerFlags().Expand());
    problem_ = new WrappingText(this, wxString(), TypeSize::caption, Ink::bad);
    problem_->SetName("dossier.number.problem");
    content()->Add(problem_, wxSizerFlags().Expand().Border(wxTOP, 2));
    number_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { number_typed(false); });
    number_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { number_typed(true); });
}

void SearchPanel::add_reason() {
    reason_label_ = make_label(this, words("ui.dossier.reason"), TypeSize::caption, Ink::muted);
    content()->Add(reason_label_, wxSizerFlags().Border(wxTOP, space::medium));
    reason_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, 72),
                             wxTE_MULTILINE | wxTE_NO_VSCROLL, wxDefaultValidator, "dossier.reason");
    reason_->SetHint(words("ui.dossier.reason_hint"));
    platform::add_class(reason_, "field");
    platform::set_accessible_name(reason_, to_utf8(words("ui.dossier.reason")));
    content()->Add(reason_, wxSizerFlags().Expand().Border(wxTOP, 2));
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_grounds(); });
    // One reason is one paragraph: Enter looks, Tab goes on.
    reason_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_TAB)
            reason_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                                : wxNavigationKeyEvent::IsForward);
        else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
            CallAfter([this] { this->look(); });
        else
            event.Skip();
    });
}

void SearchPanel::number_typed(bool entered) {
    const desk::NumberView view = context_.workplace.dossiers().read(to_utf8(number_->GetValue()), entered);
    key_.reset();
    if (view.complete && view.kind) key_ = domain::PartyKey{*view.kind, view.text};
    show_number(view);
    std::vector<TableRow> rows;
    if (key_) {
        auto cases = context_.workplace.dossiers().cases_of(*key_);
        if (!cases) return context_.complain(cases.error());
        for (const desk::CaseRow& one : *cases)
            rows.push_back(
                {one.case_id, {{L"…" + to_wx(one.case_no).Right(4) + L" · " + to_wx(one.item_name)}}});
    }
    grounds_->show(std::move(rows));
    if (grounds_->count() > 0) grounds_->select(grounds_->rows().front().id);
    show_grounds();
    if (!entered || !key_) return;
    if (request())
        look();
    else if (reason_ != nullptr)
        reason_->SetFocus();
}

void SearchPanel::show_number(const desk::NumberView& view) {
    kind_->Show(view.complete);
    if (view.complete && view.kind)
        kind_->show(words("document_kind." + std::string(base::to_name(*view.kind))), Ink::good);
    const bool wrong = !view.problems.empty();
    if (wrong) {
        set_ink(problem_, view.problems.front().warning ? Ink::warn : Ink::bad);
        problem_->show(words(view.problems.front().text));
    }
    problem_->Show(wrong);
}

void SearchPanel::show_grounds() {
    const bool any = grounds_->count() > 0;
    grounds_label_->Show(any);
    grounds_->Show(any);
    if (reason_ != nullptr) {
        reason_->Show(!any);
        reason_label_->Show(!any);
    }
    const bool without = key_ && !request();
    if (without)
        advice_->show(words(reason_ != nullptr ? "ui.dossier.reason_needed" : "error.dossier.no_ground"));
    advice_->Show(without);
    button_->Enable(request().has_value());
    Layout();
}

std::optional<desk::DossierRequest> SearchPanel::request() const {
    if (!key_) return std::nullopt;
    desk::DossierRequest request{.key = *key_, .case_id = grounds_->selected()};
    if (request.case_id.empty() && reason_ != nullptr)
        request.reason = to_utf8(reason_->GetValue().Trim(true).Trim(false));
    if (request.case_id.empty() && request.reason.empty()) return std::nullopt;
    return request;
}

void SearchPanel::look() {
    if (const auto asked = request()) look_(*asked);
}

void SearchPanel::show_ground(const wxString& ground) {
    ground_->show(ground);
    ground_->Show(!ground.empty());
    Layout();
}

void SearchPanel::focus_number() {
    number_->SetFocus();
    number_->SelectAll();
}

}  // namespace yc::client::ui
