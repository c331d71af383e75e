#pragma once
#include <wx/panel.h>

#include "client/ui/widgets/wrapping_text.h"

namespace yc::client::ui {

/// Stands where a list would be: why there is nothing, and what to do.
class EmptyState final : public wxPanel {
  public:
    explicit EmptyState(wxWindow* parent);
    void show(const wxString& why, const wxString& what_to_do);

  private:
    WrappingText* why_;
    WrappingText* what_;
};

}  // namespace yc::client::ui
