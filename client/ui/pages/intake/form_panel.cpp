#include "client/ui/pages/intake/form_panel.h"

#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include "client/ui/theme/palette.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

std::vector<std::string> shape_of(const std::vector<desk::FieldView>& views) {
    std::vector<std::string> shape;
    for (const auto& view : views) shape.push_back(view.section + "\n" + view.id + "\n" + view.label);
    return shape;
}

}  // namespace

FormPanel::FormPanel(wxWindow* parent,
                     std::function<void(const std::string&, const std::string&, bool)> change,
                     std::function<void()> done)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL, "form"),
      change_(std::move(change)),
      done_(std::move(done)) {
    SetScrollRate(0, 12);
    SetBackgroundColour(colour(Paint::surface));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    const auto look = [this](wxEvent& event) {
        event.Skip();
        CallAfter([this] { tell_below(); });
    };
    for (const auto& scrolled : {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP,
                                 wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN,
                                 wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE})
        Bind(scrolled, look);
    Bind(wxEVT_SIZE, look);
    Bind(wxEVT_MOUSEWHEEL, look);
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        CallAfter([this] { show_whole_field(); });
    });
}

void FormPanel::show(const std::vector<desk::FieldView>& views) {
    if (shape_of(views) != shape_) {
        build(views);
    } else {
        for (size_t i = 0; i < views.size(); ++i) fields_[i]->show(views[i]);
    }
    FitInside();
    Layout();
    FitInside();  // texts broken into lines by the layout are higher than before
    CallAfter([this] { tell_below(); });
}

void FormPanel::tell_below() {
    const int bottom = GetClientSize().y;
    int below = 0;
    for (const FormField* field : fields_)
        if (field->GetRect().GetBottom() > bottom) ++below;
    if (on_below) on_below(below);
}

void FormPanel::show_whole_field() {
    for (const FormField* field : fields_) {
        if (!field->control()->HasFocus()) continue;
        const int hidden = field->GetRect().GetBottom() - GetClientSize().y;
        int unit = 1;
        GetScrollPixelsPerUnit(nullptr, &unit);
        if (hidden > 0) Scroll(-1, GetViewStart().y + hidden / std::max(1, unit) + 1);
    }
    tell_below();
}

void FormPanel::build(const std::vector<desk::FieldView>& views) {
    const wxWindowUpdateLocker quiet(this);
    shape_ = shape_of(views);
    fields_.clear();
    GetSizer()->Clear(true);
    std::string section;
    wxBoxSizer* row = nullptr;
    for (const auto& view : views) {
        if (view.section != section) {
            section = view.section;
            GetSizer()->Add(make_label(this, to_wx(section), TypeSize::strong),
                            wxSizerFlags().Border(wxTOP, fields_.empty() ? 0 : space::medium));
            row = nullptr;
        }
        auto* field = new FormField(this, view, {change_, [this](const std::string& id) { enter(id); }});
        fields_.push_back(field);
        const bool wide = FormField::is_wide(view);
        if (row == nullptr || wide) {
            if (row != nullptr && row->GetItemCount() == 1) row->AddStretchSpacer(1);
            row = new wxBoxSizer(wxHORIZONTAL);
            GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxTOP, space::small));
            row->Add(field, wxSizerFlags(1));
            if (wide) row = nullptr;
        } else {
            row->Add(field, wxSizerFlags(1).Border(wxLEFT, space::medium));
            row = nullptr;
        }
    }
    if (row != nullptr && row->GetItemCount() == 1) {
        row->AddSpacer(space::medium);
        row->AddStretchSpacer(1);
    }
}

bool FormPanel::focus_first_open() {
    for (FormField* field : fields_)
        if (field->wants_attention()) {
            field->focus();
            return true;
        }
    return false;
}

void FormPanel::enter(const std::string& id) {
    bool after = false;
    for (FormField* field : fields_) {
        if (after && field->wants_attention()) return field->focus();
        if (field->id() == id) after = true;
    }
    done_();
}

}  // namespace yc::client::ui
