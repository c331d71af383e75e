#pragma once
#include "client/desk/case_list.h"
#include "client/ui/pages/supplement_panel.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/case_detail.h"
#include "client/ui/widgets/outcome_panel.h"
#include "client/ui/widgets/table.h"

namespace yc::client::ui {

/// 办件: my cases and the hall's, parked work, what the search box finds; supplements are taken in here.
class CasesPage final : public Page {
  public:
    CasesPage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;
    void search(const std::string& text) override;

  private:
    void refresh();
    void show_parked();
    void show_case(const std::string& case_id);
    void open(const std::string& id);
    /// The receipt of the case that is shown, once more.
    void reprint();
    void open_dossier();
    void supplement_done(const desk::SupplementOutcome& outcome);
    void show_outcome(bool shown);

    std::string filter_ = "open";
    bool mine_ = true;
    std::string search_;
    wxPanel* work_;
    WrappingText* heading_;
    ChipRow* filters_;
    ChipRow* whose_;
    Table* table_;
    CaseDetail* detail_;
    wxButton* reprint_;
    std::string shown_;     ///< the case shown
    std::string received_;  ///< the case shown, once it was received
    SupplementPanel* supplement_;
    OutcomePanel* outcome_;
};

}  // namespace yc::client::ui
