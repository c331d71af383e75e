#pragma once
#include <optional>

#include "client/desk/daily_report.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/paper_view.h"

class wxTextCtrl;

namespace yc::client::ui {

/// 报表: the report of a day, its figures, and the very pages that will be printed.
class ReportPage final : public Page {
  public:
    ReportPage(wxWindow* parent, Context& context);
    void came_up() override;
    void changed(desk::Change change) override;
    [[nodiscard]] std::vector<Command> commands() override;

  private:
    void refresh();
    void show_figures(const desk::DailyFigures& figures);
    void move_day(int by);
    void save();
    void print();

    std::vector<desk::DailyScope> scopes_;
    base::Date day_;
    std::optional<desk::PrintedDocument> paper_;
    wxTextCtrl* date_;
    ChipRow* scope_;
    wxPanel* figures_;
    PaperView* preview_;
};

}  // namespace yc::client::ui
