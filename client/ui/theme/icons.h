#pragma once
#include <string>

#include <wx/bmpbndl.h>

#include "client/ui/theme/palette.h"

namespace yc::client::ui {

/// A line icon of the product by name ("intake", "cases", …) in a colour of the palette, sharp at any scale.
[[nodiscard]] wxBitmapBundle icon(const std::string& name, Paint paint, int size = 22);

}  // namespace yc::client::ui
