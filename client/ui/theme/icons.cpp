#include "client/ui/theme/icons.h"

#include <map>

#include <fmt/format.h>

namespace yc::client::ui {
namespace {

// Paths on a 24 × 24 grid, drawn as 1.7-unit lines.
const std::map<std::string, const char*>& shapes() {
    static const std::map<std::string, const char*> all = {
        {"intake", R"(<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4"/><path d="M12 11v6M9 14h6"/>)"},
        {"cases", R"(<path d="M4 7h16v13H4z"/><path d="M9 7V4h6v3"/><path d="M4 12h16"/>)"},
        {"handout", R"(<path d="M4 12v8h16v-8"/><path d="M12 16V4"/><path d="M8 8l4-4 4 4"/>)"},
        {"review", R"(<path d="M5 3h14v18H5z"/><path d="M8 8h8M8 12h4"/><path d="M10 16l2 2 4-4"/>)"},
        {"report", R"(<path d="M4 20h16"/><path d="M7 20v-7M12 20V5M17 20v-10"/>)"},
        {"dossier",
         R"(<path d="M3 6h6l2 2h10v12H3z"/><circle cx="12" cy="12.5" r="1.8"/><path d="M8.5 18c.4-2 1.8-3 3.5-3s3.1 1 3.5 3"/>)"},
        {"outbox",
         R"(<path d="M4 13v7h16v-7"/><path d="M4 13h5l1 2h4l1-2h5"/><path d="M12 3v8M9 6l3-3 3 3"/>)"},
        {"settings",
         R"(<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>)"},
        {"search", R"(<circle cx="11" cy="11" r="6"/><path d="M16 16l4 4"/>)"},
        {"done", R"(<circle cx="12" cy="12" r="9"/><path d="M8 12l3 3 5-6"/>)"},
    };
    return all;
}

}  // namespace

wxBitmapBundle icon(const std::string& name, Paint paint, int size) {
    const auto found = shapes().find(name);
    const std::string svg = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><g fill="none" stroke="{}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">{}</g></svg>)",
        hex(paint), found == shapes().end() ? "" : found->second);
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(size, size));
}

}  // namespace yc::client::ui
