#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "client/desk/item_choices.h"
#include "forms/item_facets.h"

class wxChoice;
class wxToggleButton;

namespace yc::client::ui {

/// One row that narrows the item search: department, whom it is for, subject or life event, from how far one
/// may apply, decided on the spot. Arrow keys change a value and Tab goes on; Enter or Escape ends it.
class ItemFilter final : public wxPanel {
  public:
    struct Calls {
        std::function<void()> changed;
        std::function<void()> done;
    };
    ItemFilter(wxWindow* parent, Calls calls);
    /// What can be chosen; what was chosen stays while it is still there.
    void offer(const desk::ItemChoices& choices);
    [[nodiscard]] const forms::ItemFacets& facets() const { return facets_; }
    /// How many of them narrow.
    [[nodiscard]] int count() const;
    void clear();
    void focus();

  private:
    /// An entry of a choice: its words, and what it makes of the facets.
    struct Option {
        wxString label;
        std::function<void(forms::ItemFacets&)> set;
    };
    struct Facet {
        wxChoice* box;
        std::vector<Option> options;  ///< the first lets every item through
    };
    void add_facet(const std::string& name, const std::string& spoken, int width);
    void fill(size_t facet, std::vector<Option> options);
    void read();
    void told();

    Calls calls_;
    std::vector<Facet> choices_;
    wxToggleButton* on_the_spot_;
    wxWindow* clear_;
    forms::ItemFacets facets_;
};

}  // namespace yc::client::ui
