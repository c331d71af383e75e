#include "client/ui/shell/key_sheet.h"

#include <wx/dialog.h>
#include <wx/sizer.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

Card* key_card(wxWindow* parent, const wxString& title, const std::vector<Command>& commands) {
    auto* card = new Card(parent);
    card->content()->Add(make_label(card, title, TypeSize::section));
    auto* grid = new wxFlexGridSizer(2, space::small, space::page);
    for (const Command& command : commands) {
        if (command.key.empty()) continue;
        const Ink ink = command.allowed() ? Ink::normal : Ink::muted;
        grid->Add(new Pill(card, to_wx(command.key), command.allowed() ? Ink::accent : Ink::muted),
                  wxSizerFlags().CentreVertical());
        grid->Add(make_label(card, command.words(), TypeSize::text, ink), wxSizerFlags().CentreVertical());
    }
    card->content()->Add(grid, wxSizerFlags().Border(wxTOP, space::medium));
    return card;
}

}  // namespace

void show_key_sheet(wxWindow* parent, const std::vector<Command>& page,
                    const std::vector<Command>& everywhere) {
    wxDialog dialog(parent, wxID_ANY, words("ui.keys.title"), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE, "keysheet");
    auto* cards = new wxBoxSizer(wxHORIZONTAL);
    if (!page.empty())
        cards->Add(key_card(&dialog, words("ui.keys.page"), page),
                   wxSizerFlags(1).Expand().Border(wxRIGHT, space::medium));
    cards->Add(key_card(&dialog, words("ui.keys.everywhere"), everywhere), wxSizerFlags(1).Expand());
    auto* close = make_button(&dialog, words("ui.close"), ButtonLook::primary, "keysheet.close",
                              [&dialog] { dialog.EndModal(wxID_CLOSE); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(cards, wxSizerFlags(1).Expand().Border(wxALL, space::large));
    column->Add(close, wxSizerFlags().Right().Border(wxRIGHT | wxBOTTOM, space::large));
    dialog.SetSizerAndFit(column);
    dialog.SetEscapeId(wxID_CLOSE);
    dialog.Bind(wxEVT_CHAR_HOOK, [&dialog](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE || event.GetKeyCode() == WXK_F1)
            return dialog.EndModal(wxID_CLOSE);
        event.Skip();
    });
    close->SetFocus();
    dialog.CentreOnParent();
    dialog.ShowModal();
}

}  // namespace yc::client::ui
