#pragma once
#include <functional>

#include <wx/dc.h>
#include <wx/window.h>

namespace yc::client::ui {

/// Writes who looks and when slantwise over an area, faint enough to read through. `on_paper`: over a page
/// image, which is light in every theme.
void draw_watermark(wxDC& dc, const wxSize& area, const wxString& text, bool on_paper);

/// Lets a panel carry what `text` says whenever it is drawn, behind its words.
void carry_watermark(wxWindow* panel, std::function<wxString()> text);

}  // namespace yc::client::ui
