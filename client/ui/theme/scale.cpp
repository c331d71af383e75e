#include "client/ui/theme/scale.h"

#include <wx/settings.h>

namespace yc::client::ui {

wxFont font_of(TypeSize size) {
    wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    const double base = font.GetFractionalPointSize();
    switch (size) {
        case TypeSize::title:
            font.SetFractionalPointSize(base + 6);
            return font.Bold();
        case TypeSize::section:
            font.SetFractionalPointSize(base + 2);
            return font.Bold();
        case TypeSize::strong:
            return font.Bold();
        case TypeSize::caption:
            font.SetFractionalPointSize(base - 1);
            return font;
        case TypeSize::text:
            break;
    }
    return font;
}

int characters(const wxWindow* window, int count) {
    return window->GetTextExtent("0").x * count;
}

}  // namespace yc::client::ui
