#include "client/ui/widgets/reason_dialog.h"

#include <algorithm>

#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/message_bar.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

class ReasonDialog final : public wxDialog {
  public:
    ReasonDialog(wxWindow* parent, const ReasonQuestion& question)
        : wxDialog(parent, wxID_ANY, question.title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE,
                   "reason"),
          question_(question) {
        auto* card = new Card(this);
        card->SetMinSize(wxSize(560, -1));
        card->content()->Add(make_label(card, question.title, TypeSize::section));
        if (!question.explanation.empty())
            card->content()->Add(new WrappingText(card, question.explanation, TypeSize::text, Ink::muted),
                                 wxSizerFlags().Expand().Border(wxTOP, space::hair));
        add_alternatives(card);
        add_choices(card);
        lines_panel_ = add_lines(card);
        add_reason(card);
        message_ = new MessageBar(card, "reason.message");
        card->content()->Add(message_, wxSizerFlags().Expand().Border(wxTOP, space::small));
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        row->Add(make_button(this, words("ui.cancel"), ButtonLook::plain, "reason.cancel",
                             [this] { EndModal(wxID_CANCEL); }));
        row->Add(
            make_button(this, question.confirm, ButtonLook::primary, "reason.confirm", [this] { confirm(); }),
            wxSizerFlags().Border(wxLEFT, space::small));
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(card, wxSizerFlags(1).Expand().Border(wxALL, space::large));
        column->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, space::large));
        SetSizerAndFit(column);
        SetEscapeId(wxID_CANCEL);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE) return EndModal(wxID_CANCEL);
            if (event.GetKeyCode() == WXK_RETURN && event.ControlDown()) return confirm();
            event.Skip();
        });
        CentreOnParent();
        if (!lines_.empty())
            lines_.front()->SetFocus();
        else if (reason_ != nullptr)
            reason_->SetFocus();
    }

    [[nodiscard]] ReasonAnswer answer() const {
        ReasonAnswer answer;
        for (size_t i = 0; i < boxes_.size(); ++i)
            if (boxes_[i]->GetValue()) answer.ticked.push_back(question_.choices[i].first);
        if (alternatives_ != nullptr) answer.alternative = alternatives_->chosen();
        if (reason_ != nullptr) answer.reason = to_utf8(reason_->GetValue().Trim(true).Trim(false));
        for (wxTextCtrl* line : lines_)
            answer.lines.push_back(lines_asked() ? to_utf8(line->GetValue().Trim(true).Trim(false)) : "");
        return answer;
    }

  private:
    void add_alternatives(Card* card) {
        if (question_.alternatives.empty()) return;
        alternatives_ = new ChipRow(card, "reason.alternative", [this](const std::string&) { show_lines(); });
        std::vector<Chip> chips;
        for (const auto& [id, name] : question_.alternatives) chips.push_back({id, name});
        alternatives_->show(chips, chips.front().id);
        card->content()->Add(alternatives_, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    }

    void add_choices(Card* card) {
        if (question_.choices.empty()) return;
        auto* list = new wxScrolledWindow(card, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
        list->SetScrollRate(0, 12);
        list->SetBackgroundColour(colour(Paint::surface));
        auto* column = new wxBoxSizer(wxVERTICAL);
        for (const auto& [id, name] : question_.choices) {
            auto* box = new wxCheckBox(list, wxID_ANY, name, wxDefaultPosition, wxDefaultSize, 0,
                                       wxDefaultValidator, "reason.choice." + to_wx(id));
            box->SetValue(std::find(question_.ticked.begin(), question_.ticked.end(), id) !=
                          question_.ticked.end());
            column->Add(box, wxSizerFlags().Border(wxBOTTOM, space::hair));
            boxes_.push_back(box);
        }
        list->SetSizer(column);
        list->SetMinSize(wxSize(-1, std::min(220, column->GetMinSize().y)));
        list->FitInside();
        card->content()->Add(list, wxSizerFlags().Expand().Border(wxTOP, space::medium));
    }

    wxPanel* add_lines(Card* card) {
        auto* panel = new wxPanel(card);
        auto* column = new wxBoxSizer(wxVERTICAL);
        for (const auto& [id, label] : question_.lines) {
            column->Add(make_label(panel, label, TypeSize::caption, Ink::muted),
                        wxSizerFlags().Border(wxTOP, space::small));
            auto* line = new wxTextCtrl(panel, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, 0,
                                        wxDefaultValidator, "reason.line." + to_wx(id));
            platform::set_accessible_name(line, to_utf8(label));
            column->Add(line, wxSizerFlags().Expand().Border(wxTOP, 2));
            lines_.push_back(line);
        }
        panel->SetSizer(column);
        card->content()->Add(panel, wxSizerFlags().Expand());
        return panel;
    }

    [[nodiscard]] bool lines_asked() const {
        return question_.lines_with.empty() || alternatives_ == nullptr ||
               alternatives_->chosen() == question_.lines_with;
    }

    void show_lines() {
        lines_panel_->Show(lines_asked());
        Fit();
        Layout();
    }

    void add_reason(Card* card) {
        if (question_.reason_label.empty()) return;
        card->content()->Add(make_label(card, question_.reason_label, TypeSize::caption, Ink::muted),
                             wxSizerFlags().Border(wxTOP, space::medium));
        reason_ = new wxTextCtrl(card, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, 84),
                                 wxTE_MULTILINE, wxDefaultValidator, "reason.text");
        platform::add_class(reason_, "field");
        platform::set_accessible_name(reason_, to_utf8(question_.reason_label));
        card->content()->Add(reason_, wxSizerFlags().Expand().Border(wxTOP, 2));
        if (question_.canned.empty()) return;
        auto* row = new wxBoxSizer(wxVERTICAL);
        for (const wxString& sentence : question_.canned)
            row->Add(make_button(card, sentence, ButtonLook::quiet, "reason.canned", [this, sentence] {
                reason_->SetValue(sentence);
                reason_->SetFocus();
            }));
        card->content()->Add(row, wxSizerFlags().Border(wxTOP, space::hair));
    }

    void confirm() {
        const ReasonAnswer now = answer();
        if (question_.reason_required && now.reason.empty()) return complain("ui.reason.needed");
        if (!question_.choices.empty() && now.ticked.empty()) return complain("ui.reason.tick");
        if (lines_asked() &&
            std::any_of(now.lines.begin(), now.lines.end(), [](const auto& line) { return line.empty(); }))
            return complain("ui.reason.lines");
        EndModal(wxID_OK);
    }

    void complain(const char* key) {
        message_->say(desk::Tone::warn, words(key));
        GetSizer()->SetSizeHints(this);
        Layout();
    }

    const ReasonQuestion& question_;
    ChipRow* alternatives_ = nullptr;
    std::vector<wxCheckBox*> boxes_;
    wxPanel* lines_panel_ = nullptr;
    std::vector<wxTextCtrl*> lines_;
    wxTextCtrl* reason_ = nullptr;
    MessageBar* message_;
};

}  // namespace

std::optional<ReasonAnswer> ask_reason(wxWindow* parent, const ReasonQuestion& question) {
    ReasonDialog dialog(wxGetTopLevelParent(parent), question);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.answer();
}

}  // namespace yc::client::ui
