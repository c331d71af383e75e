// Names for screen readers (ATK): wx gives text fields, choices and lists none, whatever SetName says.
#include <gtk/gtk.h>
#include <wx/window.h>

#include "client/ui/platform/native_style.h"

namespace yc::client::ui::platform {
namespace {

/// A composite control (a list in a scrolled window) is read through its inner widget.
GtkWidget* spoken_widget(wxWindow* window) {
    GtkWidget* widget = window->GetHandle();
    if (GTK_IS_SCROLLED_WINDOW(widget))
        if (GtkWidget* child = gtk_bin_get_child(GTK_BIN(widget))) return child;
    return widget;
}

}  // namespace

void set_accessible_name(wxWindow* window, const std::string& utf8) {
    if (GtkWidget* widget = spoken_widget(window))
        if (AtkObject* object = gtk_widget_get_accessible(widget)) atk_object_set_name(object, utf8.c_str());
}

std::string accessible_name(wxWindow* window) {
    GtkWidget* widget = spoken_widget(window);
    AtkObject* object = widget != nullptr ? gtk_widget_get_accessible(widget) : nullptr;
    const char* name = object != nullptr ? atk_object_get_name(object) : nullptr;
    return name != nullptr ? name : "";
}

}  // namespace yc::client::ui::platform
