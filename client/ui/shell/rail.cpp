#include "client/ui/shell/rail.h"

#include <wx/button.h>
#include <wx/dcbuffer.h>
#include <wx/sizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/scale.h"
#include "client/ui/words.h"

namespace yc::client::ui {

Rail::Rail(wxWindow* parent, std::vector<Entry> entries, std::function<void(const std::string&)> go)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, "rail"),
      entries_(std::move(entries)) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(wxBrush(colour(Paint::surface)));
        dc.Clear();
        dc.SetPen(wxPen(colour(Paint::border)));
        const wxSize size = GetClientSize();
        dc.DrawLine(size.x - 1, 0, size.x - 1, size.y);
    });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(space::small);
    bool bottom = false;
    for (const Entry& entry : entries_) {
        if (entry.at_bottom && !bottom) {
            column->AddStretchSpacer();
            bottom = true;
        }
        auto* button =
            new wxButton(this, wxID_ANY, words("ui.page." + entry.page), wxDefaultPosition, wxDefaultSize,
                         wxBU_EXACTFIT, wxDefaultValidator, "rail." + to_wx(entry.page));
        platform::add_class(button, "rail");
        button->SetFont(font_of(TypeSize::caption));
        button->SetBitmap(icon(entry.page, Paint::text_muted), wxTOP);
        button->SetToolTip(words("ui.page." + entry.page) + (entry.key.empty() ? "" : "  " + entry.key));
        button->Bind(wxEVT_BUTTON, [go, page = entry.page](wxCommandEvent&) { go(page); });
        column->Add(button, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, space::hair));
        buttons_.push_back(button);
    }
    column->AddSpacer(space::hair);
    SetSizer(column);
    SetMinSize(wxSize(std::max(76, column->GetMinSize().x), -1));
}

void Rail::mark(const std::string& page) {
    for (size_t i = 0; i < entries_.size(); ++i) {
        const bool current = entries_[i].page == page;
        buttons_[i]->SetBitmap(icon(entries_[i].page, current ? Paint::accent : Paint::text_muted), wxTOP);
        current ? platform::add_class(buttons_[i], "rail-current")
                : platform::remove_class(buttons_[i], "rail-current");
    }
}

}  // namespace yc::client::ui
