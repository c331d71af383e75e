#include "client/ui/pages/intake/parked_tray.h"

#include <wx/button.h>
#include <wx/control.h>
#include <wx/dcclient.h>
#include <wx/sizer.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

constexpr size_t most_buttons = 6;
/// What a button needs beside its words.
constexpr int button_padding = 40;

wxString whole_name(const desk::ParkedRow& row) {
    wxString name = row.applicant_name.empty() ? words("ui.tray.nameless") : to_wx(row.applicant_name);
    if (!row.item_names.empty()) name += L" · " + to_wx(row.item_names);
    return name;
}

wxString when(const desk::ParkedRow& row) {
    const wxString time = "  " + to_wx(base::to_minute_string(row.saved_at).substr(11));
    return row.parked ? time : " " + words("ui.tray.interrupted") + time;
}

}  // namespace

ParkedTray::ParkedTray(wxWindow* parent, std::function<void(const std::string&)> resume)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "tray"),
      resume_(std::move(resume)) {
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (IsShown() && event.GetSize().x != built_for_)
            CallAfter([this] {
                build();
                Layout();
            });
    });
    Hide();
}

void ParkedTray::add_button(const desk::ParkedRow& row, size_t index, int room) {
    const wxString whole = whole_name(row);
    const wxString time = when(row);
    wxClientDC dc(this);
    dc.SetFont(font_of(TypeSize::caption));
    const int for_name = room - button_padding - dc.GetTextExtent(time).x;
    const wxString name = wxControl::Ellipsize(whole, dc, wxELLIPSIZE_END, std::max(60, for_name));
    auto* button = make_button(this, name + time, ButtonLook::plain, "tray." + std::to_string(index),
                               [this, id = row.draft_id] { CallAfter([this, id] { resume_(id); }); });
    button->SetFont(font_of(TypeSize::caption));
    button->SetToolTip(whole + time);
    GetSizer()->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, space::hair));
}

void ParkedTray::build() {
    GetSizer()->Clear(true);
    auto* title = make_label(this, words("ui.tray.title", {{"count", std::to_string(rows_.size())}}),
                             TypeSize::caption, Ink::muted);
    GetSizer()->Add(title, wxSizerFlags().CentreVertical().Border(wxRIGHT, space::small));
    built_for_ = GetClientSize().x;
    const size_t shown = std::min(rows_.size(), most_buttons);
    const int width = std::max(built_for_, GetParent()->GetClientSize().x - 2 * space::medium);
    const int room = width - title->GetBestSize().x - space::small;
    for (size_t i = 0; i < shown; ++i) add_button(rows_[i], i, room / static_cast<int>(shown) - space::hair);
}

void ParkedTray::show(const std::vector<desk::ParkedRow>& rows) {
    rows_ = rows;
    build();
    Show(!rows.empty());
    if (GetParent()->GetSizer() != nullptr) GetParent()->Layout();
}

}  // namespace yc::client::ui
