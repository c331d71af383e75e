#pragma once
#include <optional>

#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include "client/desk/case_view.h"
#include "client/ui/widgets/labels.h"

namespace yc::client::ui {

/// What a case is: head line, the package it belongs to with its other cases, limits with 为何这天到期, what
/// was filled in, papers, history. Read only.
class CaseDetail final : public wxScrolledWindow {
  public:
    struct Parts {
        bool form = true;
        bool materials = true;
        bool timeline = true;
    };
    CaseDetail(wxWindow* parent, Parts parts);
    void show(const std::optional<desk::CaseView>& view);
    /// Shows or hides the day-by-day explanation of the limits.
    void toggle_explanation();

  private:
    void build();
    void add_head(wxBoxSizer* column);
    void add_package(wxBoxSizer* column);
    void add_clocks(wxBoxSizer* column);
    void add_form(wxBoxSizer* column);
    void add_materials(wxBoxSizer* column);
    void add_timeline(wxBoxSizer* column);
    void add_heading(wxBoxSizer* column, const char* key);

    Parts parts_;
    std::optional<desk::CaseView> view_;
    bool explained_ = false;
};

}  // namespace yc::client::ui
