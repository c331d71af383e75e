#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

class wxButton;

namespace yc::client::ui {

/// The pages down the left: icon and word, the current one marked. Native buttons.
class Rail final : public wxPanel {
  public:
    struct Entry {
        std::string page;  ///< also the icon's name; its word is "ui.page.<page>"
        std::string key;   ///< "Alt+1"
        bool at_bottom = false;
    };
    Rail(wxWindow* parent, std::vector<Entry> entries, std::function<void(const std::string&)> go);
    void mark(const std::string& page);

  private:
    std::vector<Entry> entries_;
    std::vector<wxButton*> buttons_;
};

}  // namespace yc::client::ui
