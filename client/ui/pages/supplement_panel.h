#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/desk/supplement.h"
#include "client/ui/jobs/scan_job.h"
#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// Takes in what a notice asked for or what is owed after a tolerant acceptance: one line for each paper, on
/// paper or with pages. Shown under a case that waits for papers.
class SupplementPanel final : public wxPanel {
  public:
    SupplementPanel(wxWindow* parent, Context& context,
                    std::function<void(const desk::SupplementOutcome&)> done);
    /// Shows itself when this case waits for papers, else hides.
    void show(const std::optional<desk::CaseView>& view);
    void scan();
    void take_in();
    [[nodiscard]] bool active() const { return IsShownOnScreen(); }

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
