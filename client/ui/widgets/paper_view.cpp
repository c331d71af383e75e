#include "client/ui/widgets/paper_view.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/printdlg.h>

#include <cmath>
#include <memory>
#include <numbers>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/palette.h"
#include "client/ui/theme/scale.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

wxColour colour_of(const reports::Colour& one) {
    return wxColour(one.red, one.green, one.blue);
}

/// A family of the machine for a face; fontconfig finds the nearest. `points` per device unit.
wxFontInfo font_for(const reports::TextRun& run, double scale, double points) {
    wxFontInfo info(run.size * scale * points);
    switch (run.face) {
        case reports::Face::heading:
            return info.FaceName("Noto Sans CJK SC").Bold();
        case reports::Face::title:
        case reports::Face::body_bold:
            return info.FaceName("Noto Serif CJK SC").Bold();
        case reports::Face::digits:
            return info.FaceName("Noto Sans Mono CJK SC");
        case reports::Face::body:
            break;
    }
    return info.FaceName("Noto Serif CJK SC");
}

/// Draws the operations of a page by a graphics context.
class Painter {
  public:
    Painter(wxGraphicsContext& graphics, double scale, double points)
        : graphics_(graphics), scale_(scale), points_(points) {}

    void operator()(const reports::TextRun& run) {
        wxFont font(font_for(run, scale_, points_));
        graphics_.SetFont(font, colour_of(run.colour));
        double width = 0, height = 0, descent = 0;
        graphics_.GetTextExtent(to_wx(run.text), &width, &height, &descent);
        const double angle = run.angle * std::numbers::pi / 180;
        double x = run.x * scale_, baseline = run.baseline * scale_;
        if (run.spacing == 0) {
            const double up = height - descent;
            graphics_.DrawText(to_wx(run.text), x - up * std::sin(angle), baseline - up * std::cos(angle),
                               angle);
            return;
        }
        for (const wxUniChar c : to_wx(run.text)) {
            graphics_.DrawText(wxString(c), x, baseline - (height - descent));
            graphics_.GetTextExtent(wxString(c), &width, &height, &descent);
            x += width + run.spacing * scale_;
        }
    }
    void operator()(const reports::Line& line) {
        wxPen pen(colour_of(line.colour), std::max(1, static_cast<int>(std::lround(line.width * scale_))),
                  line.dashed ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID);
        graphics_.SetPen(pen);
        graphics_.StrokeLine(line.x1 * scale_, line.y1 * scale_, line.x2 * scale_, line.y2 * scale_);
    }
    void operator()(const reports::Box& box) {
        if (box.frame > 0)
            graphics_.SetPen(
                wxPen(colour_of(box.colour), std::max(1, static_cast<int>(std::lround(box.frame * scale_)))));
        else
            graphics_.SetPen(*wxTRANSPARENT_PEN);
        graphics_.SetBrush(box.filled ? wxBrush(colour_of(box.fill)) : *wxTRANSPARENT_BRUSH);
        graphics_.DrawRectangle(box.x * scale_, box.y * scale_, box.width * scale_, box.height * scale_);
    }
    void operator()(const reports::Bars& bars) {
        graphics_.SetPen(*wxTRANSPARENT_PEN);
        graphics_.SetBrush(*wxBLACK_BRUSH);
        for (const auto& bar : bars.bars)
            graphics_.DrawRectangle(bar.x * scale_, bar.y * scale_, bar.width * scale_, bar.height * scale_);
    }

  private:
    wxGraphicsContext& graphics_;
    double scale_;
    double points_;
};

class Printout final : public wxPrintout {
  public:
    Printout(const wxString& title, const std::vector<reports::Page>& pages)
        : wxPrintout(title), pages_(pages) {}
    bool HasPage(int number) override { return number >= 1 && number <= static_cast<int>(pages_.size()); }
    void GetPageInfo(int* least, int* most, int* from, int* to) override {
        *least = *from = 1;
        *most = *to = static_cast<int>(pages_.size());
    }
    bool OnPrintPage(int number) override {
        const reports::Page& page = pages_[static_cast<size_t>(number) - 1];
        int width = 0, height = 0;
        GetDC()->GetSize(&width, &height);
        draw_page(*GetDC(), page, std::min(width / page.width, height / page.height));
        return true;
    }

  private:
    const std::vector<reports::Page>& pages_;
};

}  // namespace

void draw_page(wxDC& dc, const reports::Page& page, double scale) {
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
    if (!graphics) return;
    Painter painter(*graphics, scale, 72.0 / dc.GetPPI().y);
    for (const auto& operation : page.operations) std::visit(painter, operation);
}

bool print_pages(wxWindow* parent, const wxString& title, const std::vector<reports::Page>& pages) {
    Printout printout(title, pages);
    wxPrinter printer;
    return printer.Print(parent, &printout, true);
}

PaperView::PaperView(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE, "paper") {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(16, 16);
    platform::set_accessible_name(this, to_utf8(words("ui.paper.preview")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        measure();
        event.Skip();
    });
}

void PaperView::show(std::vector<reports::Page> pages) {
    pages_ = std::move(pages);
    measure();
    Scroll(0, 0);
    Refresh();
}

double PaperView::scale() const {
    const double width = pages_.empty() ? 210 : pages_.front().width;
    return std::clamp((GetClientSize().x - 2.0 * space::large) / width, 2.0, 5.0);
}

void PaperView::measure() {
    double height = space::large;
    for (const auto& page : pages_) height += page.height * scale() + space::large;
    SetVirtualSize(GetClientSize().x, pages_.empty() ? 1 : static_cast<int>(height));
    Refresh();
}

void PaperView::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour(Paint::canvas)));
    dc.Clear();
    double top = space::large - GetViewStart().y * 16.0;
    for (const auto& page : pages_) {
        const double width = page.width * scale(), height = page.height * scale();
        const double left = std::max(double(space::hair), (GetClientSize().x - width) / 2);
        dc.SetDeviceOrigin(0, 0);
        dc.SetPen(wxPen(colour(Paint::border_strong)));
        dc.SetBrush(*wxWHITE_BRUSH);
        dc.DrawRectangle(int(left), int(top), int(width), int(height));
        dc.SetDeviceOrigin(int(left), int(top));
        draw_page(dc, page, scale());
        top += height + space::large;
    }
}

}  // namespace yc::client::ui
