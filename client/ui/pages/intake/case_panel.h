#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/desk/intake.h"
#include "client/ui/pages/intake/form_panel.h"
#include "client/ui/pages/intake/item_search.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/card.h"

namespace yc::client::ui {

/// Middle column of the intake page: item search, the item's head, its circumstance questions, the form.
class CasePanel final : public Card {
  public:
    struct Calls {
        std::function<void(const base::Error&)> complain;
        std::function<void()> chosen;  ///< an item was chosen
        std::function<void()> remove;  ///< the shown item is to be taken away
        std::function<void()> done;    ///< nothing open in the form any more
        std::function<void()> guide;   ///< the guide of what is chosen is wanted
    };
    CasePanel(wxWindow* parent, Calls calls);
    void use(desk::Intake* intake);
    void refresh();
    [[nodiscard]] ItemSearch& search() { return *search_; }
    /// Leaves the search and goes to what is open in the form; false when nothing is.
    bool focus_form() { return form_->focus_first_open(); }
    /// What the answers changed of limits, fee and department; empty = nothing.
    [[nodiscard]] const wxString& explanation() const { return changes_->text(); }
    [[nodiscard]] FormPanel& form() { return *form_; }

  private:
    void choose(const std::string& code);
    /// Results while something is looked for, else the errand, else what to do.
    void arrange();
    void show_head();
    void show_questions();
    /// The draft and item on the page now.
    [[nodiscard]] std::string errand_now() const;

    desk::Intake* intake_ = nullptr;
    std::string errand_shown_;
    Calls calls_;
    ItemSearch* search_;
    wxPanel* errand_;
    ChipRow* errands_;
    WrappingText* name_;
    Pill* kind_;
    WrappingText* facts_;
    WrappingText* changes_;  ///< what the answers changed, and why
    wxBoxSizer* question_sizer_;
    std::vector<ChipRow*> questions_;
    std::vector<std::string> question_ids_;
    FormPanel* form_;
    wxStaticText* below_;
    EmptyState* empty_;
};

}  // namespace yc::client::ui
