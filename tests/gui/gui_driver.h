#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include <wx/window.h>

namespace yc::tests {

/// Drives real windows as a person does: keys and clicks through the X server, and counts them. Nothing
/// sleeps; everything waits for a condition. Use inside the application's loop, on its thread.
class GuiDriver {
  public:
    /// Runs the event loop until `condition` holds; fails the test with `what` after `limit`.
    void wait_for(const std::string& what, const std::function<bool()>& condition,
                  std::chrono::milliseconds limit = std::chrono::seconds{20});
    /// Lets everything that is under way arrive.
    void settle();

    /// A window by its name anywhere under `root`; fails the test when there is none.
    [[nodiscard]] wxWindow* find(const wxWindow& root, const std::string& name);
    [[nodiscard]] bool shown(const wxWindow& root, const std::string& name) const;
    /// The text a named label, button or field shows.
    [[nodiscard]] std::string text_of(const wxWindow& root, const std::string& name);

    /// One key press: WXK_F3, 'a', WXK_RETURN…
    void press(int key, int modifiers = 0);
    /// Types ASCII, one key press for each character.
    void type(const std::string& ascii);
    /// Chinese goes in as an input method's commit would; counted as one press for each character.
    void commit(wxWindow* field, const std::string& utf8);
    /// A card or wedge reader: types into the focused field and presses Enter; not counted.
    void card(const std::string& ascii);
    void click(wxWindow* window);
    /// At a place of the screen.
    void click_at(const wxPoint& place);

    /// Saves what the window shows as PNG into $YICHUANG_SCREENSHOTS; nothing when that is not set.
    void screenshot(wxWindow& window, const std::string& name);

    void restart_count() { presses_ = clicks_ = 0; }
    [[nodiscard]] int presses() const { return presses_; }
    [[nodiscard]] int clicks() const { return clicks_; }

  private:
    void send(int key, int modifiers);
    int presses_ = 0;
    int clicks_ = 0;
};

}  // namespace yc::tests
