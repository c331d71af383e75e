#include "client/ui/widgets/wrapping_text.h"

#include <wx/sizer.h>
#include <wx/tokenzr.h>

#include "client/ui/widgets/line_breaker.h"

namespace yc::client::ui {

WrappingText::WrappingText(wxWindow* parent, const wxString& text, TypeSize size, Ink ink)
    : wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE) {
    if (size != TypeSize::text) SetFont(font_of(size));
    set_ink(this, ink);
    show(text);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (!wrap_to(event.GetSize().x)) return;
        // The new height counts only after this layout has ended.
        CallAfter([this] {
            if (wxWindow* parent_window = GetParent();
                parent_window != nullptr && parent_window->GetSizer() != nullptr) {
                parent_window->Layout();
                if (wxWindow* grand = parent_window->GetParent();
                    grand != nullptr && grand->GetSizer() != nullptr)
                    grand->Layout();
            }
        });
    });
}

void WrappingText::show(const wxString& text) {
    if (text == text_) return;
    text_ = text;
    const int width = width_ > 0 ? width_ : GetSize().x;
    width_ = -1;
    if (width < 20)
        SetLabelText(text_);
    else
        wrap_to(width);
}

bool WrappingText::wrap_to(int width) {
    if (width < 20 || width == width_) return false;
    width_ = width;
    wxString wrapped;
    wxStringTokenizer paragraphs(text_, "\n", wxTOKEN_RET_EMPTY_ALL);
    while (paragraphs.HasMoreTokens()) {
        const auto lines = break_lines(paragraphs.GetNextToken().ToStdWstring(), width,
                                       [this](const std::wstring& line) { return GetTextExtent(line).x; });
        for (const auto& line : lines) {
            if (!wrapped.empty()) wrapped += '\n';
            wrapped += line;
        }
    }
    const int height = GetBestSize().y;
    if (wrapped != GetLabelText()) SetLabelText(wrapped);
    InvalidateBestSize();
    return GetBestSize().y != height;
}

bool WrappingText::InformFirstDirection(int direction, int size, int) {
    if (direction != wxHORIZONTAL) return false;
    wrap_to(size);
    return true;
}

wxSize WrappingText::DoGetBestSize() const {
    wxSize best = wxStaticText::DoGetBestSize();
    best.x = std::min(best.x, 60);
    return best;
}

}  // namespace yc::client::ui
