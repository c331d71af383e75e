#pragma once
#include <functional>
#include <optional>

#include <wx/scrolwin.h>

#include "client/desk/dossier_view.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/table.h"

namespace yc::client::ui {

/// Beside the file: the party's cases, related people, and all that happened, the newest first.
class SidePanel final : public Card {
  public:
    struct Calls {
        std::function<void(const desk::DossierCaseView&)> open_case;
        std::function<void(const desk::DossierRelatedView&)> open_related;
        std::function<wxString()> watermark;
    };
    SidePanel(wxWindow* parent, Calls calls);
    void show(const std::optional<desk::DossierView>& view);
    void focus_cases() { cases_->focus_list(); }

  private:
    void show_lists();
    void show_timeline();

    Calls calls_;
    std::optional<desk::DossierView> view_;
    Table* cases_;
    Table* related_;
    wxScrolledWindow* timeline_;
};

}  // namespace yc::client::ui
