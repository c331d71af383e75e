#pragma once
#include <string>

class wxWindow;

/// What the toolkit's native controls must be told and wx has no words for. One implementation for each
/// platform, in a file named for it.
namespace yc::client::ui::platform {

/// Before the toolkit starts: Chinese glyph forms for Chinese text whatever the locale, and a readable base
/// font.
void prepare_process(bool chinese);
/// After the toolkit has started: no UI text smaller than 10.5 points.
void raise_base_font();

/// Whether the desktop asks for high contrast, dark on light. After the toolkit has started.
[[nodiscard]] bool desktop_is_high_contrast();

/// Restyles all native controls from the palette in force.
void load_stylesheet(bool dark);

/// Marks a native control with a class of the style sheet ("primary", "rail", "pill-good", …).
void add_class(wxWindow* window, const std::string& name);
void remove_class(wxWindow* window, const std::string& name);

/// Lets a choice be narrower than its longest entry: the beginning of an entry is cut off, its list is as
/// wide as it needs.
void keep_narrow(wxWindow* choice);

/// The name that a screen reader speaks for a control without a visible label of its own.
void set_accessible_name(wxWindow* window, const std::string& utf8);
/// Reads it back; empty when there is none.
[[nodiscard]] std::string accessible_name(wxWindow* window);

}  // namespace yc::client::ui::platform
