#include "client/ui/shell/top_bar.h"

#include <wx/button.h>
#include <wx/dcbuffer.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/palette.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

wxString place_words(const desk::Who& who) {
    wxString place;
    if (who.hall)
        place = to_wx(who.hall->name);
    else if (who.department)
        place = to_wx(who.department->name);
    if (who.counter) place += L" · " + to_wx(who.counter->name);
    return place;
}

}  // namespace

TopBar::TopBar(wxWindow* parent, const desk::Workplace& workplace, Calls calls)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "topbar") {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(wxBrush(colour(Paint::surface)));
        dc.Clear();
        dc.SetPen(wxPen(colour(Paint::border)));
        const wxSize size = GetClientSize();
        dc.DrawLine(0, size.y - 1, size.x, size.y - 1);
    });
    const desk::Who& who = workplace.who();
    auto* place = new wxBoxSizer(wxVERTICAL);
    place->Add(make_label(this, place_words(who), TypeSize::strong, Ink::normal, wxST_ELLIPSIZE_END),
               wxSizerFlags().Expand());
    place->Add(make_label(this, to_wx(who.user.name), TypeSize::caption, Ink::muted));

    search_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER,
                             wxDefaultValidator, "search");
    search_->SetHint(words("ui.search.hint"));
    platform::add_class(search_, "search");
    platform::set_accessible_name(search_, to_utf8(words("ui.search.hint")));
    search_->SetMinSize(wxSize(200, -1));
    search_->SetMaxSize(wxSize(460, -1));
    search_->Bind(wxEVT_TEXT_ENTER,
                  [this, go = calls.search](wxCommandEvent&) { go(to_utf8(search_->GetValue())); });

    connection_ = make_button(this, wxString(), ButtonLook::plain, "connection", calls.outbox);
    platform::add_class(connection_, "status");
    auto* menu = make_button(this, L"☰", ButtonLook::quiet, "menu", [] {});
    menu->Bind(wxEVT_BUTTON, [menu, open = calls.menu](wxCommandEvent&) { open(menu); });
    menu->SetToolTip(words("ui.menu"));
    platform::set_accessible_name(menu, to_utf8(words("ui.menu")));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(place, wxSizerFlags(2).CentreVertical().Border(wxLEFT, space::large));
    if (workplace.sample())
        row->Add(new Pill(this, words("ui.sample"), Ink::warn),
                 wxSizerFlags().CentreVertical().Border(wxLEFT, space::medium));
    row->Add(search_, wxSizerFlags(3).CentreVertical().Border(wxLEFT | wxRIGHT, space::large));
    row->Add(connection_, wxSizerFlags().CentreVertical());
    row->Add(menu, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, space::small));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, space::small));
    SetSizer(column);
    show_connection(workplace.connection());
}

void TopBar::show_connection(const desk::ConnectionWords& state) {
    if (!tone_class_.empty()) platform::remove_class(connection_, tone_class_);
    switch (state.tone) {
        case desk::Tone::good:
            tone_class_ = "status-good";
            break;
        case desk::Tone::warn:
            tone_class_ = "status-warn";
            break;
        case desk::Tone::bad:
            tone_class_ = "status-bad";
            break;
        case desk::Tone::plain:
            tone_class_.clear();
            break;
    }
    if (!tone_class_.empty()) platform::add_class(connection_, tone_class_);
    const wxString text = words(state.text);
    if (connection_->GetLabelText() == text) return;
    connection_->SetLabelText(text);
    connection_->SetToolTip(state.advice.empty() ? words("ui.connection.opens_outbox") : words(state.advice));
    connection_->InvalidateBestSize();
    Layout();
}

wxRect TopBar::message_strip() const {
    const wxRect whole = GetRect();
    return {whole.x + space::medium, whole.y, connection_->GetPosition().x - 2 * space::medium, whole.height};
}

void TopBar::focus_search() {
    search_->SetFocus();
    search_->SelectAll();
}

}  // namespace yc::client::ui
