#include "client/ui/widgets/outcome_panel.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/paper_files.h"
#include "client/ui/widgets/paper_view.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

Ink whereabouts_ink(desk::Whereabouts whereabouts) {
    switch (whereabouts) {
        case desk::Whereabouts::at_the_hub:
            return Ink::good;
        case desk::Whereabouts::refused:
            return Ink::bad;
        case desk::Whereabouts::on_this_computer:
            break;
    }
    return Ink::warn;
}

}  // namespace

OutcomePanel::OutcomePanel(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "outcome"),
      context_(context) {
    SetSizer(new wxBoxSizer(wxVERTICAL));
}

void OutcomePanel::show(const wxString& title, const std::vector<Line>& lines, desk::Whereabouts whereabouts,
                        const std::vector<desk::PrintedDocument>& documents, const std::vector<Next>& next) {
    GetSizer()->Clear();
    DestroyChildren();
    auto* card = new Card(this, space::page);
    card->SetMinSize(wxSize(640, -1));
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(card, wxID_ANY, icon("done", Paint::good, 32)),
              wxSizerFlags().CentreVertical().Border(wxRIGHT, space::medium));
    head->Add(make_label(card, title, TypeSize::title), wxSizerFlags(1).CentreVertical());
    whereabouts_ = new Pill(card, words(desk::words_of(whereabouts)), whereabouts_ink(whereabouts));
    whereabouts_->SetName("outcome.whereabouts");
    head->Add(whereabouts_, wxSizerFlags().CentreVertical());
    card->content()->Add(head, wxSizerFlags().Expand());
    for (const Line& line : lines) {
        card->content()->AddSpacer(space::large);
        if (!line.number.empty()) {
            auto* number = make_label(card, to_wx(line.number), TypeSize::section, Ink::accent);
            number->SetName("outcome.number");
            card->content()->Add(number);
        }
        card->content()->Add(new WrappingText(card, line.text, TypeSize::strong),
                             wxSizerFlags().Expand().Border(wxTOP, space::hair));
        if (!line.detail.empty())
            card->content()->Add(new WrappingText(card, line.detail, TypeSize::text, Ink::muted),
                                 wxSizerFlags().Expand().Border(wxTOP, space::hair));
    }
    if (!documents.empty()) {
        card->content()->Add(make_divider(card), wxSizerFlags().Expand().Border(wxTOP, space::large));
        for (size_t i = 0; i < documents.size(); ++i) add_document(card, documents[i], i);
    }
    card->content()->Add(make_divider(card), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, space::large));
    auto* ways = new wxBoxSizer(wxHORIZONTAL);
    wxButton* first = nullptr;
    for (size_t i = 0; i < next.size(); ++i) {
        auto* button =
            make_button(card, next[i].label, i == 0 ? ButtonLook::primary : ButtonLook::plain,
                        "outcome.next" + std::to_string(i), [this, go = next[i].go] { CallAfter(go); });
        if (first == nullptr) first = button;
        ways->Add(button, wxSizerFlags().Border(wxRIGHT, space::small));
    }
    card->content()->Add(ways);
    GetSizer()->AddStretchSpacer(2);
    GetSizer()->Add(card, wxSizerFlags().CentreHorizontal());
    GetSizer()->AddStretchSpacer(3);
    Layout();
    if (first != nullptr) first->SetFocus();
}

void OutcomePanel::add_document(Card* card, const desk::PrintedDocument& document, size_t index) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(make_label(card, words(document.title)), wxSizerFlags(1).CentreVertical());
    const auto saved = save_paper(document, context_.papers_dir);
    if (!saved) context_.complain(saved.error());
    const std::string name = "outcome.paper" + std::to_string(index);
    auto* open = make_button(card, words("ui.paper.open"), ButtonLook::plain, name, [this, saved] {
        if (saved) open_paper(context_, *saved);
    });
    open->Enable(saved.ok());
    row->Add(make_button(card, words("ui.paper.print"), ButtonLook::plain, name + ".print",
                         [this, document] {
                             print_pages(wxGetTopLevelParent(this), words(document.title), document.pages);
                         }),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, space::small));
    row->Add(open, wxSizerFlags().CentreVertical());
    row->Add(make_button(card, words("ui.paper.save_as"), ButtonLook::quiet, name + ".save",
                         [this, document] {
                             if (auto done = save_paper_as(this, document); !done)
                                 context_.complain(done.error());
                         }),
             wxSizerFlags().CentreVertical().Border(wxLEFT, space::hair));
    card->content()->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::small));
}

void OutcomePanel::show_whereabouts(desk::Whereabouts whereabouts) {
    if (whereabouts_ == nullptr) return;
    whereabouts_->show(words(desk::words_of(whereabouts)), whereabouts_ink(whereabouts));
    whereabouts_->GetParent()->Layout();
}

}  // namespace yc::client::ui
