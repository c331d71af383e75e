#include "client/ui/theme/palette.h"

#include <array>

#include <wx/settings.h>

#include "client/ui/platform/native_style.h"

namespace yc::client::ui {
namespace {

using Colours = std::array<unsigned, static_cast<size_t>(Paint::count)>;

// In the order of Paint.
constexpr Colours light = {0xF3F5F8, 0xFFFFFF, 0xF0F4FA, 0x1A2330, 0x5A6675, 0xDCE2EA,
                           0xB3BECB, 0x1D5FC4, 0x174FA5, 0xE5EEFB, 0xFFFFFF, 0x1A7548,
                           0xE2F4EA, 0x8F5200, 0xFFF2DA, 0xB3261E, 0xFCE8E6, 0x6FA1EE};
constexpr Colours dark = {0x15191F, 0x1F252D, 0x28303A, 0xE7ECF2, 0x9BA8B7, 0x343D48,
                          0x4C5866, 0x4C8DF0, 0x6BA2F5, 0x1F3557, 0xFFFFFF, 0x63C894,
                          0x173626, 0xF0B454, 0x3D2E12, 0xF2857D, 0x451F1C, 0x6BA2F5};
constexpr Colours contrast = {0xFFFFFF, 0xFFFFFF, 0xFFFFCC, 0x000000, 0x000000, 0x000000,
                              0x000000, 0x0000A8, 0x000060, 0xDDE6FF, 0xFFFFFF, 0x004D1A,
                              0xFFFFFF, 0x6B3A00, 0xFFFFFF, 0x990000, 0xFFFFFF, 0xD40000};

ThemeKind chosen = ThemeKind::system;

const Colours& colours() {
    switch (chosen) {
        case ThemeKind::dark:
            return dark;
        case ThemeKind::contrast:
            return contrast;
        case ThemeKind::light:
            return light;
        case ThemeKind::system:
            break;
    }
    static const bool desktop_is_contrast = platform::desktop_is_high_contrast();
    static const bool desktop_is_dark = wxSystemSettings::GetAppearance().IsDark();
    return desktop_is_contrast ? contrast : desktop_is_dark ? dark : light;
}

unsigned rgb(Paint tone) {
    return colours()[static_cast<size_t>(tone)];
}

}  // namespace

wxColour colour(Paint tone) {
    const unsigned value = rgb(tone);
    return wxColour((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF);
}

std::string hex(Paint tone) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", rgb(tone));
    return text;
}

void use_theme(ThemeKind kind) {
    chosen = kind;
    platform::load_stylesheet(&colours() == &dark);
}

ThemeKind theme_in_force() {
    return chosen;
}

}  // namespace yc::client::ui
