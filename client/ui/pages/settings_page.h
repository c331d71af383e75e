#pragma once
#include "client/ui/shell/page.h"

class wxButton;

namespace yc::client::ui {

class Card;

/// 管理, a person's own part of it: language, look, counter, scanner, sign out.
class SettingsPage final : public Page {
  public:
    SettingsPage(wxWindow* parent, Context& context);

  private:
    void add_place(Card* card);
    void add_self_test(Card* card);
    /// Runs the power-cut self-test in the background and says how it went.
    void test_durability();

    wxButton* self_test_ = nullptr;
};

}  // namespace yc::client::ui
