#include "client/ui/widgets/buttons.h"

#include <wx/wrapsizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/scale.h"
#include "client/ui/widgets/labels.h"
#include "client/ui/words.h"

namespace yc::client::ui {

wxButton* make_button(wxWindow* parent, const wxString& label, ButtonLook look, const std::string& name,
                      std::function<void()> press) {
    // The size is measured after the label is set: at creation the style is not in force yet.
    auto* button = new wxButton(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT,
                                wxDefaultValidator, to_wx(name));
    if (look == ButtonLook::primary) platform::add_class(button, "primary");
    if (look == ButtonLook::quiet) platform::add_class(button, "quiet");
    button->SetLabelText(label);
    button->InvalidateBestSize();
    button->Bind(wxEVT_BUTTON, [press = std::move(press)](wxCommandEvent&) { press(); });
    return button;
}

void set_primary(wxButton* button, bool primary) {
    if (primary)
        platform::add_class(button, "primary");
    else
        platform::remove_class(button, "primary");
}

ChipRow::ChipRow(wxWindow* parent, const std::string& name, std::function<void(const std::string&)> choose,
                 wxString caption)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, to_wx(name)),
      choose_(std::move(choose)),
      caption_(std::move(caption)) {
    SetSizer(new wxWrapSizer(wxHORIZONTAL, 0));
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_LEFT)
            move(-1);
        else if (key == WXK_RIGHT)
            move(1);
        else
            event.Skip();
    });
}

void ChipRow::show(const std::vector<Chip>& chips, const std::string& chosen) {
    chosen_ = chosen;
    const bool same = chips.size() == chips_.size() &&
                      std::equal(chips.begin(), chips.end(), chips_.begin(),
                                 [](const Chip& a, const Chip& b) { return a.id == b.id; });
    chips_ = chips;
    if (!same) {
        DestroyChildren();
        GetSizer()->Clear();
        buttons_.clear();
        if (!caption_.empty())
            GetSizer()->Add(make_label(this, caption_, TypeSize::caption, Ink::muted),
                            wxSizerFlags().CentreVertical().Border(wxRIGHT | wxBOTTOM, space::small));
        for (const Chip& chip : chips_) {
            auto* button =
                new wxToggleButton(this, wxID_ANY, chip.label, wxDefaultPosition, wxDefaultSize,
                                   wxBU_EXACTFIT, wxDefaultValidator, GetName() + "." + to_wx(chip.id));
            platform::add_class(button, "chip");
            button->Bind(wxEVT_TOGGLEBUTTON, [this, id = chip.id](wxCommandEvent&) { press(id); });
            GetSizer()->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, space::hair));
            buttons_.push_back(button);
        }
    }
    for (size_t i = 0; i < chips_.size(); ++i) {
        if (buttons_[i]->GetLabelText() != chips_[i].label) buttons_[i]->SetLabelText(chips_[i].label);
        buttons_[i]->SetValue(chips_[i].id == chosen_);
    }
    Layout();
    InvalidateBestSize();
}

void ChipRow::press(const std::string& id) {
    const bool changed = id != chosen_;
    chosen_ = id;
    for (size_t i = 0; i < chips_.size(); ++i) buttons_[i]->SetValue(chips_[i].id == chosen_);
    if (changed) choose_(id);
}

void ChipRow::move(int by) {
    for (size_t i = 0; i < buttons_.size(); ++i)
        if (buttons_[i]->HasFocus()) {
            const auto next = static_cast<int>(i) + by;
            if (next < 0 || next >= static_cast<int>(buttons_.size())) return;
            buttons_[next]->SetFocus();
            return press(chips_[next].id);
        }
}

}  // namespace yc::client::ui
