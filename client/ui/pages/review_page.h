#pragma once
#include <optional>
#include <vector>

#include "client/desk/review.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/case_detail.h"
#include "client/ui/widgets/page_viewer.h"
#include "client/ui/widgets/table.h"

class wxTextCtrl;

namespace yc::client::ui {

/// 审批: the list by deadline, the papers in the middle, the form and the decision on the right.
class ReviewPage final : public Page {
  public:
    ReviewPage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;

  private:
    void refresh();
    void show_case(const std::string& case_id);
    void show_papers();
    void show_actions();
    void open_dossier();
    void act(const desk::ReviewActionView& action);
    [[nodiscard]] bool ask(const desk::ReviewActionView& action, desk::ReviewInput& input);
    [[nodiscard]] Card* make_list_card();
    [[nodiscard]] Card* make_papers_card();
    [[nodiscard]] Card* make_decision_card();

    desk::ReviewFilter filter_ = desk::ReviewFilter::all;
    std::optional<desk::CaseView> view_;
    std::vector<desk::ReviewActionView> actions_;
    ChipRow* filters_ = nullptr;
    wxTextCtrl* search_ = nullptr;
    Table* table_ = nullptr;
    ChipRow* papers_ = nullptr;
    PageViewer* viewer_ = nullptr;
    CaseDetail* detail_ = nullptr;
    wxPanel* decision_ = nullptr;
    wxTextCtrl* opinion_ = nullptr;
    wxBoxSizer* action_sizer_ = nullptr;
};

}  // namespace yc::client::ui
