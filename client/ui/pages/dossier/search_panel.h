#pragma once
#include <functional>
#include <optional>

#include "client/desk/dossiers.h"
#include "client/ui/shell/page.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/wrapping_text.h"

class wxButton;
class wxTextCtrl;

namespace yc::client::ui {

/// Whose dossier, and on what ground: a case kept here under the number, or a supervisor's written reason.
class SearchPanel final : public Card {
  public:
    SearchPanel(wxWindow* parent, Context& context, std::function<void(const desk::DossierRequest&)> look);
    /// What is open, and how: nothing = only the search.
    void show_ground(const wxString& ground);
    void focus_number();

  private:
    void add_number();
    void add_reason();
    void number_typed(bool entered);
    void show_number(const desk::NumberView& view);
    void show_grounds();
    void look();
    [[nodiscard]] std::optional<desk::DossierRequest> request() const;

    Context& context_;
    std::function<void(const desk::DossierRequest&)> look_;
    std::optional<domain::PartyKey> key_;
    wxTextCtrl* number_ = nullptr;
    Pill* kind_ = nullptr;
    WrappingText* problem_ = nullptr;
    wxStaticText* grounds_label_ = nullptr;
    Table* grounds_ = nullptr;
    wxStaticText* reason_label_ = nullptr;
    wxTextCtrl* reason_ = nullptr;  ///< supervisors only
    WrappingText* advice_ = nullptr;
    wxButton* button_ = nullptr;
    WrappingText* ground_ = nullptr;
};

}  // namespace yc::client::ui
