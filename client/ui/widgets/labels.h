#pragma once
#include <wx/stattext.h>

#include "client/desk/text.h"
#include "client/ui/theme/scale.h"

namespace yc::client::ui {

/// Colour class of a label in the style sheet.
enum class Ink { normal, muted, accent, good, warn, bad };
[[nodiscard]] Ink ink_of(desk::Tone tone);

/// A native label in the type scale. `style`: wxST_ELLIPSIZE_END and the like.
wxStaticText* make_label(wxWindow* parent, const wxString& text, TypeSize size = TypeSize::text,
                         Ink ink = Ink::normal, long style = 0);
/// Changes the colour class only.
void set_ink(wxStaticText* label, Ink ink);

/// A word on a tinted ground: the state of something. Native, so that a screen reader reads it.
class Pill final : public wxStaticText {
  public:
    Pill(wxWindow* parent, const wxString& text, Ink ink);
    void show(const wxString& text, Ink ink);

  private:
    std::string class_;
};

}  // namespace yc::client::ui
