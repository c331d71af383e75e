#pragma once
#include <wx/panel.h>
#include <wx/sizer.h>

#include "client/ui/theme/palette.h"
#include "client/ui/theme/scale.h"

namespace yc::client::ui {

/// A white card with a thin edge and round corners; its content stands in content(), which has the padding.
class Card : public wxPanel {
  public:
    explicit Card(wxWindow* parent, int padding = space::large, Paint ground = Paint::surface,
                  Paint edge = Paint::border);
    [[nodiscard]] wxBoxSizer* content() { return content_; }
    /// Changes ground and edge (message bars).
    void paint_as(Paint ground, Paint edge);

  private:
    wxBoxSizer* content_;
    Paint ground_;
    Paint edge_;
};

/// A thin line between parts of a card.
wxWindow* make_divider(wxWindow* parent);

}  // namespace yc::client::ui
