#include "client/ui/widgets/card.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

namespace yc::client::ui {

Card::Card(wxWindow* parent, int padding, Paint ground, Paint edge)
    : wxPanel(parent), content_(new wxBoxSizer(wxVERTICAL)), ground_(ground), edge_(edge) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(content_, wxSizerFlags(1).Expand().Border(wxALL, padding));
    SetSizer(outer);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(wxBrush(colour(Paint::canvas)));
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
        graphics->SetBrush(wxBrush(colour(ground_)));
        graphics->SetPen(wxPen(colour(edge_)));
        const wxSize size = GetClientSize();
        graphics->DrawRoundedRectangle(0.5, 0.5, size.x - 1, size.y - 1, 8);
    });
}

void Card::paint_as(Paint ground, Paint edge) {
    ground_ = ground;
    edge_ = edge;
    Refresh();
}

namespace {

/// A line; Tab passes it by.
class Divider final : public wxWindow {
  public:
    explicit Divider(wxWindow* parent) : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxSize(-1, 1)) {}
    bool AcceptsFocus() const override { return false; }
};

}  // namespace

wxWindow* make_divider(wxWindow* parent) {
    auto* line = new Divider(parent);
    line->SetMinSize(wxSize(-1, 1));
    line->SetBackgroundColour(colour(Paint::border));
    return line;
}

}  // namespace yc::client::ui
