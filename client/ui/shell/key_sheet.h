#pragma once
#include <vector>

#include "client/ui/shell/command.h"

class wxWindow;

namespace yc::client::ui {

/// F1: the keys that work right now, page first, then everywhere. Escape closes it.
void show_key_sheet(wxWindow* parent, const std::vector<Command>& page,
                    const std::vector<Command>& everywhere);

}  // namespace yc::client::ui
