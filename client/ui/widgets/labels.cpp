#include "client/ui/widgets/labels.h"

#include "client/ui/platform/native_style.h"

namespace yc::client::ui {
namespace {

constexpr const char* ink_classes[] = {"", "muted", "accent", "good", "warn", "bad"};
constexpr const char* pill_classes[] = {"pill-neutral", "pill-neutral", "pill-accent",
                                        "pill-good",    "pill-warn",    "pill-bad"};

}  // namespace

Ink ink_of(desk::Tone tone) {
    switch (tone) {
        case desk::Tone::good:
            return Ink::good;
        case desk::Tone::warn:
            return Ink::warn;
        case desk::Tone::bad:
            return Ink::bad;
        case desk::Tone::plain:
            break;
    }
    return Ink::muted;
}

wxStaticText* make_label(wxWindow* parent, const wxString& text, TypeSize size, Ink ink, long style) {
    auto* label = new wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, style);
    if (size != TypeSize::text) label->SetFont(font_of(size));
    label->SetLabelText(text);
    set_ink(label, ink);
    return label;
}

void set_ink(wxStaticText* label, Ink ink) {
    for (const char* name : ink_classes)
        if (*name != '\0') platform::remove_class(label, name);
    if (const char* name = ink_classes[static_cast<int>(ink)]; *name != '\0')
        platform::add_class(label, name);
}

Pill::Pill(wxWindow* parent, const wxString& text, Ink ink) : wxStaticText(parent, wxID_ANY, wxString()) {
    SetFont(font_of(TypeSize::caption));
    platform::add_class(this, "pill");
    show(text, ink);
}

void Pill::show(const wxString& text, Ink ink) {
    if (!class_.empty()) platform::remove_class(this, class_);
    class_ = pill_classes[static_cast<int>(ink)];
    platform::add_class(this, class_);
    if (GetLabelText() != text) SetLabelText(text);
    InvalidateBestSize();
}

}  // namespace yc::client::ui
