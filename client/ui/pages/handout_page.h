#pragma once
#include <optional>

#include "client/desk/handout.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/case_detail.h"
#include "client/ui/widgets/form_field.h"
#include "client/ui/widgets/outcome_panel.h"
#include "client/ui/widgets/table.h"

class wxTextCtrl;

namespace yc::client::ui {

/// 出件: results that are ready, who collects, the proof of service.
class HandoutPage final : public Page {
  public:
    HandoutPage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;

  private:
    void refresh();
    void show_case(const std::string& case_id);
    void check();
    /// A card gives the number; the name of the applicant or the agent it belongs to is known.
    void fill_known_name();
    void hand_out();
    void show_outcome(bool shown);
    [[nodiscard]] desk::Collector collector() const;
    [[nodiscard]] wxPanel* make_collector(wxWindow* parent);
    FormField* add_field(wxWindow* parent, wxBoxSizer* column, const std::string& id,
                         const std::string& next);

    std::optional<desk::CaseView> view_;
    wxPanel* work_;
    wxTextCtrl* search_;
    Table* table_;
    CaseDetail* detail_;
    wxPanel* collector_;
    ChipRow* way_ = nullptr;
    std::map<std::string, FormField*> fields_;
    WrappingText* verdict_ = nullptr;
    wxButton* confirm_ = nullptr;
    OutcomePanel* outcome_;
};

}  // namespace yc::client::ui
