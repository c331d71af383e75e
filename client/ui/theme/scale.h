#pragma once
#include <wx/font.h>
#include <wx/window.h>

namespace yc::client::ui {

/// The spacing scale in pixels: nothing else stands between two things.
namespace space {
inline constexpr int hair = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int page = 24;
}  // namespace space

/// Height of a list row.
inline constexpr int row_height = 34;

/// The type scale, from the system font: page title +6 pt, section +2, text, caption −1.
enum class TypeSize { title, section, text, strong, caption };
[[nodiscard]] wxFont font_of(TypeSize size);

/// Width of `count` average characters in the window's font, so that sizes grow with the text scale.
[[nodiscard]] int characters(const wxWindow* window, int count);

}  // namespace yc::client::ui
