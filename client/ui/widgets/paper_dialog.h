#pragma once
#include "client/desk/printed.h"
#include "client/ui/shell/page.h"

namespace yc::client::ui {

/// A paper to look at before it is printed: its very pages, with the ways on. PageUp and PageDown
/// leaf, Ctrl+P prints, Ctrl+S saves elsewhere, Escape leaves.
void show_paper(wxWindow* parent, Context& context, const desk::PrintedDocument& document);

}  // namespace yc::client::ui
