#include "client/ui/widgets/watermark.h"

#include <wx/dcclient.h>
#include <wx/dcgraph.h>
#include <wx/graphics.h>

#include <memory>

#include "client/ui/theme/palette.h"
#include "client/ui/theme/scale.h"

namespace yc::client::ui {
namespace {

constexpr double slant = -0.35;  // radians
constexpr int lines_apart = 110;
constexpr unsigned char faint = 34;

}  // namespace

void draw_watermark(wxDC& dc, const wxSize& area, const wxString& text, bool on_paper) {
    if (text.empty()) return;
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
    if (!graphics) return;
    const wxColour ink = on_paper ? wxColour(0, 0, 0) : colour(Paint::text_muted);
    graphics->SetFont(font_of(TypeSize::text), wxColour(ink.Red(), ink.Green(), ink.Blue(), faint));
    double width = 0;
    double height = 0;
    graphics->GetTextExtent(text, &width, &height);
    const int step = static_cast<int>(width) + 60;
    int line = 0;
    for (int y = lines_apart / 2; y < area.y + area.x / 3; y += lines_apart, ++line)
        for (int x = line % 2 == 0 ? 16 : 16 - step / 2; x < area.x; x += step) {
            graphics->PushState();
            graphics->Translate(x, y);
            graphics->Rotate(slant);
            graphics->DrawText(text, 0, 0);
            graphics->PopState();
        }
}

void carry_watermark(wxWindow* panel, std::function<wxString()> text) {
    panel->Bind(wxEVT_PAINT, [panel, text = std::move(text)](wxPaintEvent&) {
        wxPaintDC dc(panel);
        draw_watermark(dc, panel->GetClientSize(), text(), false);
    });
}

}  // namespace yc::client::ui
