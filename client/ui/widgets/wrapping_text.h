#pragma once
#include <wx/stattext.h>

#include "client/ui/widgets/labels.h"

namespace yc::client::ui {

/// A label that breaks its text, Chinese too, to the width its sizer gives it (wxStaticText::Wrap never
/// breaks Chinese).
class WrappingText final : public wxStaticText {
  public:
    WrappingText(wxWindow* parent, const wxString& text, TypeSize size = TypeSize::text,
                 Ink ink = Ink::normal);
    void show(const wxString& text);
    [[nodiscard]] const wxString& text() const { return text_; }

    /// Breaks the text for a width before it is laid out, so that its height is known at once.
    bool InformFirstDirection(int direction, int size, int available_other) override;

  private:
    bool wrap_to(int width);
    wxSize DoGetBestSize() const override;

    wxString text_;
    int width_ = -1;
};

}  // namespace yc::client::ui
