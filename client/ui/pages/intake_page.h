#pragma once
#include <memory>
#include <set>

#include <wx/timer.h>

#include "client/desk/intake.h"
#include "client/ui/pages/intake/action_bar.h"
#include "client/ui/pages/intake/applicant_panel.h"
#include "client/ui/pages/intake/case_panel.h"
#include "client/ui/pages/intake/materials_panel.h"
#include "client/ui/pages/intake/parked_tray.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/outcome_panel.h"

namespace yc::client::ui {

/// 受理: three columns, one action bar, the tray of parked work.
class IntakePage final : public Page {
  public:
    IntakePage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;
    void going() override;
    void resume(const std::string& draft_id);

  private:
    void use(std::unique_ptr<desk::Intake> intake);
    void told(desk::IntakeChange change);
    void refresh();
    void onwards();
    void act(desk::IntakeAction action);
    void park();
    /// Why the limits and the chosen paper are as they are.
    void explain();
    void show_guide();
    /// The applicant's dossier on its page; back here it is asked for again.
    void open_dossier();
    void remove_item();
    void next(bool same_party);
    void finish(const base::Result<desk::IntakeOutcome>& outcome);
    void notify();
    void decline();
    void decide_on_spot();
    void keep();
    void show_outcome(bool shown);
    [[nodiscard]] bool stands(const std::string& obstacle) const;
    [[nodiscard]] bool working() const { return !outcome_->IsShown(); }

    std::unique_ptr<desk::Intake> intake_;
    desk::Subscription subscription_;
    wxPanel* work_;
    ApplicantPanel* applicant_;
    CasePanel* case_;
    MaterialsPanel* materials_;
    ActionBar* bar_;
    ParkedTray* tray_;
    OutcomePanel* outcome_;
    wxTimer save_timer_;
    std::vector<std::string> outcome_cases_;
    std::string complaint_;    ///< what the message bar says stands in the way; goes when it is mended
    bool at_dossier_ = false;  ///< the clerk went to the dossier and will come back
    bool refresh_due_ = false;
    std::set<desk::IntakeChange> due_;  ///< changes not shown yet
};

}  // namespace yc::client::ui
