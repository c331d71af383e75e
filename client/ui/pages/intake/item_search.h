#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/desk/intake.h"
#include "client/ui/pages/intake/item_filter.h"
#include "client/ui/widgets/table.h"

class wxButton;
class wxTextCtrl;

namespace yc::client::ui {

/// The item search: a field that finds as one types, a filter that narrows, and the results with the clerk's
/// favourites and why each was found. The field keeps the focus; Up and Down move in the results.
class ItemSearch final : public wxPanel {
  public:
    struct Calls {
        std::function<void(const base::Error&)> complain;
        std::function<void(const std::string& code)> choose;
        std::function<void()> shown;  ///< the results came or went
        std::function<void()> left;   ///< Escape
    };
    ItemSearch(wxWindow* parent, Calls calls);
    /// Begins anew for this intake.
    void use(desk::Intake* intake);
    void focus();
    void open_filter();
    [[nodiscard]] bool has_results() const { return results_->IsShown(); }
    [[nodiscard]] bool can_star() const { return has_results() && !results_->selected().empty(); }
    /// Puts the selected item among the favourites, or takes it away.
    void star() { star(results_->selected()); }

  private:
    void search();
    void star(const std::string& code);
    void close();
    void show_results(bool shown);
    void explain(const std::string& code);

    Calls calls_;
    desk::Intake* intake_ = nullptr;
    std::vector<desk::ItemRow> rows_;
    wxTextCtrl* field_;
    wxButton* narrow_;
    ItemFilter* filter_;
    bool filter_open_ = false;
    Table* results_;
    wxStaticText* found_;  ///< why the selected one was found, and how often it is taken
};

}  // namespace yc::client::ui
