#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/desk/intake_views.h"
#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// What was done, in the place of the form it was done with: each case with its number, where it is kept
/// (已存本机 / 中心已收), the papers made, and the way on. Enter goes on.
class OutcomePanel final : public wxPanel {
  public:
    struct Line {
        std::string number;  ///< shown large; may be empty
        wxString text;
        wxString detail;
    };
    struct Next {
        wxString label;
        std::function<void()> go;
    };
    OutcomePanel(wxWindow* parent, Context& context);
    /// The first way on is the primary one and takes Enter.
    void show(const wxString& title, const std::vector<Line>& lines, desk::Whereabouts whereabouts,
              const std::vector<desk::PrintedDocument>& documents, const std::vector<Next>& next);
    /// The hub has it now (or refused it).
    void show_whereabouts(desk::Whereabouts whereabouts);

  private:
    void add_document(Card* card, const desk::PrintedDocument& document, size_t index);

    Context& context_;
    Pill* whereabouts_ = nullptr;
};

}  // namespace yc::client::ui
