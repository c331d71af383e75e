#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/tglbtn.h>

namespace yc::client::ui {

enum class ButtonLook { plain, primary, quiet };

/// A native button. `name` is its handle for tests.
wxButton* make_button(wxWindow* parent, const wxString& label, ButtonLook look, const std::string& name,
                      std::function<void()> press);
/// Makes it the one primary action of its page, or not.
void set_primary(wxButton* button, bool primary);

struct Chip {
    std::string id;
    wxString label;
};

/// One of several: native toggle buttons in a row that wraps, after a caption, one of them always down. Arrow
/// keys move.
class ChipRow final : public wxPanel {
  public:
    ChipRow(wxWindow* parent, const std::string& name, std::function<void(const std::string&)> choose,
            wxString caption = {});
    /// Shows these chips; buttons that stay keep the focus.
    void show(const std::vector<Chip>& chips, const std::string& chosen);
    [[nodiscard]] const std::string& chosen() const { return chosen_; }

  private:
    void press(const std::string& id);
    void move(int by);

    std::function<void(const std::string&)> choose_;
    wxString caption_;
    std::vector<Chip> chips_;
    std::vector<wxToggleButton*> buttons_;
    std::string chosen_;
};

}  // namespace yc::client::ui
