#pragma once
#include <wx/colour.h>

#include <string>

namespace yc::client::ui {

/// Colours by meaning. A view names a meaning; a literal colour in a view is a defect.
enum class Paint {
    canvas,         ///< behind everything
    surface,        ///< cards, fields, lists
    surface_hover,  ///< under the pointer
    text,
    text_muted,  ///< captions, secondary words
    border,      ///< edge of cards and fields
    border_strong,
    accent,  ///< the one accent: primary action, selection, links
    accent_hover,
    accent_soft,  ///< background of what is selected or prefilled
    on_accent,
    good,  ///< meaning only: complete, received by the centre, in time
    good_soft,
    warn,  ///< meaning only: needs attention, near due
    warn_soft,
    bad,  ///< meaning only: wrong, missing, overdue
    bad_soft,
    focus,  ///< ring around the focused control
    count,
};

enum class ThemeKind { system, light, dark, contrast };

/// The colour of a meaning in the theme in force. UI thread only.
[[nodiscard]] wxColour colour(Paint tone);

/// Puts a theme in force for all windows; `system` follows the desktop. UI thread only.
void use_theme(ThemeKind kind);
[[nodiscard]] ThemeKind theme_in_force();

/// "#rrggbb" of a meaning, for style sheets and icons.
[[nodiscard]] std::string hex(Paint tone);

}  // namespace yc::client::ui
