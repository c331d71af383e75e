#pragma once
#include <functional>
#include <vector>

#include <wx/modalhook.h>

class wxDialog;

namespace yc::tests {

/// What a person does at dialogs. A dialog that nobody expects would hang the test: it is refused and
/// reported. UI thread.
class Dialogs final : public wxModalDialogHook {
  public:
    [[nodiscard]] static Dialogs& get();

    /// The next dialog is shown, and `play` runs in its loop with the dialog in front; ends it by keys.
    void expect(std::function<void(wxDialog&)> play);
    /// The next dialog is answered at once; wxID_NONE lets a native one be shown.
    void expect_answer(int id);
    [[nodiscard]] bool all_came() const { return expected_.empty(); }

  protected:
    int Enter(wxDialog* dialog) override;
    void Exit(wxDialog* dialog) override;

  private:
    std::vector<std::function<int(wxDialog*)>> expected_;
    wxDialog* shown_ = nullptr;
};

}  // namespace yc::tests
