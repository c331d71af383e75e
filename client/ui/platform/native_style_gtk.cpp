// One style sheet for all native controls, made from the palette, so that they look alike and stay
// accessible.
#include "client/ui/platform/native_style.h"

#include <fmt/format.h>
#include <gtk/gtk.h>
#include <wx/window.h>

#include <cstdlib>
#include <string_view>

#include "client/ui/theme/palette.h"

namespace yc::client::ui::platform {
namespace {

constexpr double least_points = 10.5;

// {{ and }} are braces; names are tones. Backdrop states are named too: an inactive window keeps its colours.
constexpr const char* sheet = R"(
window, window:backdrop {{ background-color: {canvas}; color: {text}; }}
label, label:backdrop {{ color: {text}; }}
label.muted, label.muted:backdrop {{ color: {text_muted}; }}
label.accent, label.accent:backdrop {{ color: {accent}; }}
label.good, label.good:backdrop {{ color: {good}; }}
label.warn, label.warn:backdrop {{ color: {warn}; }}
label.bad, label.bad:backdrop {{ color: {bad}; }}
label.pill {{ border-radius: 10px; padding: 1px 9px; }}
label.pill-neutral, label.pill-neutral:backdrop {{ background-color: {surface_hover}; color: {text_muted}; }}
label.pill-accent, label.pill-accent:backdrop {{ background-color: {accent_soft}; color: {accent}; }}
label.pill-good, label.pill-good:backdrop {{ background-color: {good_soft}; color: {good}; }}
label.pill-warn, label.pill-warn:backdrop {{ background-color: {warn_soft}; color: {warn}; }}
label.pill-bad, label.pill-bad:backdrop {{ background-color: {bad_soft}; color: {bad}; }}

button, button:backdrop {{ background-image: none; background-color: {surface}; color: {text}; border: 1px solid {border_strong};
  border-radius: 6px; padding: 5px 12px; min-height: 20px; box-shadow: none; text-shadow: none; -gtk-icon-shadow: none; }}
button label, button:backdrop label {{ color: {text}; }}
button:hover {{ background-color: {surface_hover}; }}
button:active {{ background-color: {accent_soft}; }}
button:disabled, button:disabled:backdrop {{ background-color: {canvas}; border-color: {border}; }}
button:disabled label, button:disabled:backdrop label {{ color: {text_muted}; opacity: 0.65; }}
button:focus {{ outline: 2px solid {focus}; outline-offset: 0px; -gtk-outline-radius: 7px; border-color: {accent}; }}
button.primary, button.primary:backdrop {{ background-color: {accent}; border-color: {accent}; }}
button.primary label, button.primary:backdrop label {{ color: {on_accent}; font-weight: bold; }}
button.primary:hover {{ background-color: {accent_hover}; }}
button.primary:disabled, button.primary:disabled:backdrop {{ background-color: {border}; border-color: {border}; }}
button.primary:disabled label {{ color: {text_muted}; }}
button.quiet, button.quiet:backdrop {{ background-color: transparent; border-color: transparent; padding: 3px 8px; }}
button.quiet label, button.quiet:backdrop label {{ color: {accent}; }}
button.quiet:hover {{ background-color: {accent_soft}; }}
button.quiet:focus {{ border-color: {accent}; }}
button.quiet:disabled label, button.quiet:disabled:backdrop label {{ color: {text_muted}; }}
button.rail, button.rail:backdrop {{ background-color: transparent; border-color: transparent; border-radius: 8px; padding: 6px 2px; }}
button.rail label, button.rail:backdrop label {{ color: {text_muted}; }}
button.rail:hover {{ background-color: {surface_hover}; }}
button.rail:focus {{ border-color: {accent}; }}
button.rail-current, button.rail-current:backdrop {{ background-color: {accent_soft}; }}
button.rail-current label, button.rail-current:backdrop label {{ color: {accent}; font-weight: bold; }}
button.status, button.status:backdrop {{ background-color: transparent; border-color: {border}; border-radius: 15px; padding: 3px 12px; }}
button.status:hover {{ background-color: {surface_hover}; }}
button.status-good label, button.status-good:backdrop label {{ color: {good}; }}
button.status-warn label, button.status-warn:backdrop label {{ color: {warn}; }}
button.status-bad label, button.status-bad:backdrop label {{ color: {bad}; }}
button.chip, button.chip:backdrop {{ border-radius: 15px; padding: 2px 12px; border-color: {border}; background-color: {surface}; }}
button.chip:hover {{ background-color: {surface_hover}; }}
button.chip:checked, button.chip:checked:backdrop {{ background-color: {accent_soft}; border-color: {accent}; }}
button.chip:checked label, button.chip:checked:backdrop label {{ color: {accent}; font-weight: bold; }}

entry, entry:backdrop {{ background-image: none; background-color: {surface}; color: {text}; border: 1px solid {border_strong};
  border-radius: 6px; padding: 4px 8px; min-height: 22px; box-shadow: none; caret-color: {accent}; }}
entry:focus {{ border-color: {accent}; box-shadow: inset 0 0 0 1px {accent}; }}
entry:disabled, entry:disabled:backdrop {{ background-color: {canvas}; color: {text_muted}; }}
entry.prefilled, entry.prefilled:backdrop {{ background-color: {accent_soft}; }}
entry.wrong, entry.wrong:backdrop {{ border-color: {bad}; box-shadow: inset 0 0 0 1px {bad}; }}
entry.search, entry.search:backdrop {{ border-radius: 15px; background-color: {canvas}; border-color: {border}; }}
entry.search:focus {{ background-color: {surface}; border-color: {accent}; }}
entry image {{ color: {text_muted}; }}
entry selection, textview text selection {{ background-color: {accent}; color: {on_accent}; }}
textview, textview text, textview:backdrop text {{ background-color: {surface}; color: {text}; caret-color: {accent}; }}
scrolledwindow.field {{ border: 1px solid {border_strong}; border-radius: 6px; padding: 4px; background-color: {surface}; }}
combobox button, combobox button:backdrop {{ padding: 3px 8px; font-weight: normal; }}
combobox arrow {{ color: {text_muted}; }}
checkbutton, checkbutton:backdrop, radiobutton {{ color: {text}; }}
check, check:backdrop {{ background-image: none; background-color: {surface}; border-color: {border_strong}; }}
check:checked, check:checked:backdrop {{ background-color: {accent}; border-color: {accent}; color: {on_accent}; }}
checkbutton label, radiobutton label {{ color: {text}; }}

treeview.view, treeview.view:backdrop {{ background-color: {surface}; color: {text}; border: none; }}
treeview.view:hover {{ background-color: {surface_hover}; }}
treeview.view:selected, treeview.view:selected:backdrop, treeview.view:selected:focus {{ background-color: {accent_soft}; color: {text}; }}
treeview.view header button, treeview.view header button:backdrop {{ background-color: {surface}; border: none; border-bottom: 1px solid {border};
  border-radius: 0; padding: 4px 6px; font-weight: normal; }}
treeview.view header button label, treeview.view header button:backdrop label {{ color: {text_muted}; }}
scrolledwindow, scrolledwindow:backdrop {{ border: none; background-color: transparent; }}
scrollbar, scrollbar:backdrop {{ background-color: transparent; border: none; }}
scrollbar slider, scrollbar slider:backdrop {{ background-color: {border_strong}; border-radius: 6px; min-width: 6px; min-height: 24px; }}
scrollbar slider:hover {{ background-color: {text_muted}; }}
notebook, notebook stack {{ background-color: {surface}; }}
menu, .popup {{ background-color: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
menuitem {{ padding: 5px 10px; color: {text}; }}
menuitem label {{ color: {text}; }}
menuitem:hover, menuitem:hover label {{ background-color: {accent_soft}; color: {text}; }}
menuitem:disabled label, menuitem accelerator {{ color: {text_muted}; }}
tooltip, tooltip.background {{ background-color: {text}; color: {surface}; border-radius: 6px; }}
tooltip label {{ color: {surface}; }}
progressbar progress {{ background-color: {accent}; }}
spinner {{ color: {accent}; }}
)";

std::string rendered_sheet() {
    return fmt::format(
        fmt::runtime(sheet), fmt::arg("canvas", hex(Paint::canvas)), fmt::arg("surface", hex(Paint::surface)),
        fmt::arg("surface_hover", hex(Paint::surface_hover)), fmt::arg("text", hex(Paint::text)),
        fmt::arg("text_muted", hex(Paint::text_muted)), fmt::arg("border", hex(Paint::border)),
        fmt::arg("border_strong", hex(Paint::border_strong)), fmt::arg("accent", hex(Paint::accent)),
        fmt::arg("accent_hover", hex(Paint::accent_hover)), fmt::arg("accent_soft", hex(Paint::accent_soft)),
        fmt::arg("on_accent", hex(Paint::on_accent)), fmt::arg("good", hex(Paint::good)),
        fmt::arg("good_soft", hex(Paint::good_soft)), fmt::arg("warn", hex(Paint::warn)),
        fmt::arg("warn_soft", hex(Paint::warn_soft)), fmt::arg("bad", hex(Paint::bad)),
        fmt::arg("bad_soft", hex(Paint::bad_soft)), fmt::arg("focus", hex(Paint::focus)));
}

}  // namespace

void prepare_process(bool chinese) {
    if (chinese) setenv("PANGO_LANGUAGE", "zh-cn", 0);
}

void raise_base_font() {
    GtkSettings* settings = gtk_settings_get_default();
    if (settings == nullptr) return;
    gchar* name = nullptr;
    g_object_get(settings, "gtk-font-name", &name, nullptr);
    PangoFontDescription* font = pango_font_description_from_string(name != nullptr ? name : "Sans 10");
    g_free(name);
    if (pango_font_description_get_size(font) < least_points * PANGO_SCALE) {
        pango_font_description_set_size(font, static_cast<int>(least_points * PANGO_SCALE));
        gchar* raised = pango_font_description_to_string(font);
        g_object_set(settings, "gtk-font-name", raised, nullptr);
        g_free(raised);
    }
    pango_font_description_free(font);
}

bool desktop_is_high_contrast() {
    const char* given = std::getenv("GTK_THEME");
    if (given != nullptr) return std::string_view(given) == "HighContrast";
    gchar* name = nullptr;
    g_object_get(gtk_settings_get_default(), "gtk-theme-name", &name, nullptr);
    const bool high = name != nullptr && std::string_view(name) == "HighContrast";
    g_free(name);
    return high;
}

void load_stylesheet(bool dark) {
    static GtkCssProvider* provider = nullptr;
    if (provider == nullptr) {
        provider = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
    g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", dark ? TRUE : FALSE,
                 nullptr);
    gtk_css_provider_load_from_data(provider, rendered_sheet().c_str(), -1, nullptr);
}

void add_class(wxWindow* window, const std::string& name) {
    GtkWidget* widget = window->GetHandle();
    if (widget == nullptr) return;
    gtk_style_context_add_class(gtk_widget_get_style_context(widget), name.c_str());
}

void remove_class(wxWindow* window, const std::string& name) {
    GtkWidget* widget = window->GetHandle();
    if (widget == nullptr) return;
    gtk_style_context_remove_class(gtk_widget_get_style_context(widget), name.c_str());
}

void keep_narrow(wxWindow* choice) {
    GtkWidget* widget = choice->GetHandle();
    if (!GTK_IS_COMBO_BOX(widget)) return;
    gtk_combo_box_set_popup_fixed_width(GTK_COMBO_BOX(widget), FALSE);
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(widget));
    for (GList* cell = cells; cell != nullptr; cell = cell->next)
        g_object_set(cell->data, "ellipsize", PANGO_ELLIPSIZE_START, nullptr);
    g_list_free(cells);
}

}  // namespace yc::client::ui::platform
