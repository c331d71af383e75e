#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/supplement.h"
#include "client/ui/shell/page.h"
#include "client/ui/work/scan_job.h"

namespace yc::client::ui {

/// Takes in what a one-time notice asked for: one line for each paper, on paper or with pages. Shown under a
/// case that waits for its supplement.
class SupplementPanel final : public wxPanel {
  public:
    SupplementPanel(wxWindow* parent, Context& context,
                    std::function<void(const desk::SupplementOutcome&)> done);
    /// Shows itself when this case waits for a supplement, else hides.
    void show(const std::optional<desk::CaseView>& view);
    void scan();
    void take_in();
    [[nodiscard]] bool active() const { return IsShown(); }

  private:
    struct Line {
        std::string code;
        wxString name;
        bool handed_in = false;
        std::vector<std::string> pages;
    };
    void build();
    void add_pages(const std::vector<std::string>& images);

    Context& context_;
    std::function<void(const desk::SupplementOutcome&)> done_;
    ScanJob scan_;
    std::string case_id_;
    std::vector<Line> lines_;
};

}  // namespace yc::client::ui
