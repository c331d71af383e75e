#include <algorithm>

#include <wx/checkbox.h>
#include <wx/panel.h>
#include <wx/wrapsizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/scale.h"
#include "client/ui/widgets/field_control.h"
#include "client/ui/words.h"
#include "forms/form_definition.h"

namespace yc::client::ui {

using desk::FieldView;

namespace {

class ChoicesControl final : public FieldControl {
  public:
    ChoicesControl(wxWindow* parent, const FieldView& view, Calls calls)
        : panel_(new wxPanel(parent)), calls_(std::move(calls)) {
        auto* row = new wxWrapSizer(wxHORIZONTAL, 0);
        for (const auto& [value, label] : view.options) {
            auto* box = new wxCheckBox(panel_, wxID_ANY, to_wx(label), wxDefaultPosition, wxDefaultSize, 0,
                                       wxDefaultValidator, to_wx("field." + view.id + "." + value));
            platform::set_accessible_name(box, view.label + " " + label);
            box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { calls_.chosen(); });
            box->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
                event.Skip();
                panel_->CallAfter([this] {
                    if (!has_focus()) calls_.left();
                });
            });
            row->Add(box, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, space::small));
            boxes_.emplace_back(value, box);
        }
        panel_->SetSizer(row);
        panel_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    }
    [[nodiscard]] wxWindow* window() const override { return panel_; }
    [[nodiscard]] wxWindow* inner() const override {
        return boxes_.empty() ? static_cast<wxWindow*>(panel_) : boxes_.front().second;
    }
    [[nodiscard]] std::string value() const override {
        std::string value;
        for (const auto& [id, box] : boxes_)
            if (box->GetValue()) value += (value.empty() ? "" : ",") + id;
        return value;
    }
    void show(const FieldView& view) override {
        const auto chosen = forms::ids_of_choices(view.value);
        for (const auto& [id, box] : boxes_)
            box->SetValue(std::find(chosen.begin(), chosen.end(), id) != chosen.end());
    }

  private:
    [[nodiscard]] bool has_focus() const {
        return std::any_of(boxes_.begin(), boxes_.end(),
                           [](const auto& one) { return one.second->HasFocus(); });
    }
    void key(wxKeyEvent& event) {
        switch (event.GetKeyCode()) {
            case WXK_RETURN:
            case WXK_NUMPAD_ENTER:
                if (event.GetModifiers() == wxMOD_NONE) return calls_.enter();
                break;
            case WXK_RIGHT:
            case WXK_DOWN:
                return move(1);
            case WXK_LEFT:
            case WXK_UP:
                return move(-1);
            default:
                break;
        }
        event.Skip();
    }
    void move(int by) {
        for (size_t i = 0; i < boxes_.size(); ++i) {
            if (!boxes_[i].second->HasFocus()) continue;
            const auto next = static_cast<int>(i) + by;
            if (next >= 0 && next < static_cast<int>(boxes_.size()))
                boxes_[static_cast<size_t>(next)].second->SetFocus();
            return;
        }
    }

    wxPanel* panel_;
    Calls calls_;
    std::vector<std::pair<std::string, wxCheckBox*>> boxes_;
};

}  // namespace

std::unique_ptr<FieldControl> make_choices_control(wxWindow* parent, const FieldView& view,
                                                   FieldControl::Calls calls) {
    return std::make_unique<ChoicesControl>(parent, view, std::move(calls));
}

}  // namespace yc::client::ui
