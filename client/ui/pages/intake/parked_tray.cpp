#include "client/ui/pages/intake/parked_tray.h"

#include <wx/sizer.h>

#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {

ParkedTray::ParkedTray(wxWindow* parent, std::function<void(const std::string&)> resume)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "tray"),
      resume_(std::move(resume)) {
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
    Hide();
}

void ParkedTray::show(const std::vector<desk::ParkedRow>& rows) {
    constexpr size_t most = 6;
    GetSizer()->Clear(true);
    GetSizer()->Add(make_label(this, words("ui.tray.title", {{"count", std::to_string(rows.size())}}),
                               TypeSize::caption, Ink::muted),
                    wxSizerFlags().CentreVertical().Border(wxRIGHT, space::small));
    for (size_t i = 0; i < rows.size() && i < most; ++i) {
        const desk::ParkedRow& row = rows[i];
        wxString label = row.applicant_name.empty() ? words("ui.tray.nameless") : to_wx(row.applicant_name);
        if (!row.item_names.empty()) label += L" · " + to_wx(row.item_names);
        if (label.length() > 18) label = label.Left(17) + L"…";
        if (!row.parked) label += " " + words("ui.tray.interrupted");
        label += "  " + to_wx(base::to_minute_string(row.saved_at).substr(11));
        auto* button = make_button(this, label, ButtonLook::plain, "tray." + std::to_string(i),
                                   [this, id = row.draft_id] { resume_(id); });
        button->SetFont(font_of(TypeSize::caption));
        GetSizer()->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, space::hair));
    }
    Show(!rows.empty());
    if (GetParent()->GetSizer() != nullptr) GetParent()->Layout();
}

}  // namespace yc::client::ui
