#pragma once
#include <vector>

#include <wx/print.h>
#include <wx/scrolwin.h>

#include "reports/display_list.h"

namespace yc::client::ui {

/// The very pages of a paper on the screen, drawn from the display list that also makes the PDF.
class PaperView final : public wxScrolledCanvas {
  public:
    explicit PaperView(wxWindow* parent);
    void show(std::vector<reports::Page> pages);

  private:
    [[nodiscard]] double scale() const;
    void measure();
    void paint();

    std::vector<reports::Page> pages_;
};

/// Draws one page; `scale` is device units per millimetre.
void draw_page(wxDC& dc, const reports::Page& page, double scale);

/// Sends the pages to a printer chosen by the person. False when it was cancelled or the printer failed.
bool print_pages(wxWindow* parent, const wxString& title, const std::vector<reports::Page>& pages);

}  // namespace yc::client::ui
