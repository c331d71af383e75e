#pragma once
#include "client/ui/shell/page.h"

namespace yc::client::ui {

class Card;

/// 管理, a person's own part of it: language, look, counter, scanner, sign out.
class SettingsPage final : public Page {
  public:
    SettingsPage(wxWindow* parent, Context& context);

  private:
    void add_place(Card* card);
};

}  // namespace yc::client::ui
