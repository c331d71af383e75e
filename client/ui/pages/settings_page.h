#pragma once
#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// 管理, a person's own part of it: language, look, scanner, sign out.
class SettingsPage final : public Page {
  public:
    SettingsPage(wxWindow* parent, Context& context);
};

}  // namespace yc::client::ui
