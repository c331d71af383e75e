#include "client/ui/widgets/empty_state.h"

#include <wx/sizer.h>

namespace yc::client::ui {

EmptyState::EmptyState(wxWindow* parent)
    : wxPanel(parent),
      why_(new WrappingText(this, wxString(), TypeSize::strong, Ink::muted)),
      what_(new WrappingText(this, wxString(), TypeSize::text, Ink::muted)) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(space::page);
    column->Add(why_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, space::large));
    column->Add(what_, wxSizerFlags()
                           .Expand()
                           .Border(wxLEFT | wxRIGHT | wxTOP, space::small)
                           .Border(wxLEFT | wxRIGHT, space::large));
    column->AddStretchSpacer();
    SetSizer(column);
}

void EmptyState::show(const wxString& why, const wxString& what_to_do) {
    why_->show(why);
    what_->show(what_to_do);
    Layout();
}

}  // namespace yc::client::ui
