#include "client/ui/pages/intake/form_panel.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include "client/ui/theme/palette.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/words.h"

namespace yc::client::ui {

using desk::FieldInput;
using desk::FieldView;

namespace {

/// A row of the form has six parts, so that halves and thirds fit into it.
constexpr int row_parts = 6;
/// So many fields, more than a screen shows, are there at once; the others follow while the window already
/// works.
constexpr size_t fields_at_once = 24;
/// Width of the panel before it is first laid out.
constexpr int usual_width = 440;

/// Tables follow their rows: the line that adds one stands under them.
std::vector<const FieldView*> in_order(const std::vector<FieldView>& views) {
    std::vector<const FieldView*> order;
    const FieldView* table = nullptr;
    for (const FieldView& view : views) {
        if (table != nullptr && view.row_of.table != table->id)
            order.push_back(std::exchange(table, nullptr));
        if (view.input == FieldInput::rows)
            table = &view;
        else
            order.push_back(&view);
    }
    if (table != nullptr) order.push_back(table);
    return order;
}

std::vector<std::string> shape_of(const std::vector<const FieldView*>& views) {
    std::vector<std::string> shape;
    for (const FieldView* view : views)
        shape.push_back(FormField::make_of(*view) + "\n" + view->section + "\n" + view->group);
    return shape;
}

bool begins_row(const FieldView& view, const FieldView* before) {
    return view.row_of.row >= 0 && (before == nullptr || !(before->row_of == view.row_of));
}

/// A heading, a group or a table begins: what stands beside each other ends.
bool begins_line(const FieldView& view, const FieldView* before) {
    return before == nullptr || before->section != view.section || before->group != view.group ||
           !(before->row_of == view.row_of);
}

}  // namespace

FormPanel::FormPanel(wxWindow* parent, Calls calls)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL, "form"),
      calls_(std::move(calls)) {
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

void FormPanel::let_go() {
    for (FormField* field : fields_) field->let_go();
    shape_.clear();
    shown_.clear();
}

void FormPanel::show(const std::vector<FieldView>& views) {
    const bool other_form = views.empty() || !by_make_.contains(FormField::make_of(views.front()));
    if (other_form) built_ = fields_at_once;
    if (!wanted_.empty()) built_ = views.size();
    views_ = views;
    show_built();
}

void FormPanel::build_more(size_t fields) {
    if (built_ >= views_.size()) return;
    built_ += fields;
    show_built();
}

void FormPanel::show_built() {
    auto order = in_order(views_);
    if (order.size() > built_) {
        order.resize(built_);
        CallAfter([this] { build_more(fields_at_once); });
    }
    const FormField* focused = focused_field();
    const int top = focused != nullptr ? focused->GetPosition().y : 0;
    bool changed = false;
    if (auto shape = shape_of(order); shape != shape_) {
        shape_ = std::move(shape);
        build(order);
        changed = true;
    } else {
        for (size_t i = 0; i < order.size(); ++i) {
            if (*order[i] == shown_[i]) continue;
            fields_[i]->show(*order[i]);
            changed = true;
        }
    }
    shown_.clear();
    for (const FieldView* view : order) shown_.push_back(*view);
    if (changed) {
        FitInside();
        Layout();
        FitInside();  // texts broken into lines by the layout are higher than before
        keep_place(focused, top);
        CallAfter([this] { tell_below(); });
    }
    focus_wanted();
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
        if (!field->has_focus()) continue;
        const int hidden = field->GetRect().GetBottom() - GetClientSize().y;
        int unit = 1;
        GetScrollPixelsPerUnit(nullptr, &unit);
        if (hidden > 0) Scroll(-1, GetViewStart().y + hidden / std::max(1, unit) + 1);
    }
    tell_below();
}

FormField* FormPanel::focused_field() const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [](const FormField* field) { return field->has_focus(); });
    return found == fields_.end() ? nullptr : *found;
}

/// Scrolls by what came or went above the field with the focus.
void FormPanel::keep_place(const FormField* field, int top) {
    if (field == nullptr || std::find(fields_.begin(), fields_.end(), field) == fields_.end()) return;
    int unit = 1;
    GetScrollPixelsPerUnit(nullptr, &unit);
    const int moved = field->GetPosition().y - top;
    if (moved != 0) Scroll(-1, GetViewStart().y + moved / std::max(1, unit));
}

void FormPanel::build(const std::vector<const FieldView*>& views) {
    const wxWindowUpdateLocker quiet(this);
    GetSizer()->Clear(false);
    for (wxWindow* heading : headings_) heading->Destroy();
    headings_.clear();
    make_fields(views);
    lay_out(views);
}

void FormPanel::make_fields(const std::vector<const FieldView*>& views) {
    std::map<std::string, FormField*> before = std::exchange(by_make_, {});
    const bool reused = !before.empty();
    fields_.clear();
    for (const FieldView* view : views) {
        const std::string make = FormField::make_of(*view);
        FormField*& field = by_make_[make];
        if (const auto known = before.extract(make); !known.empty()) {
            field = known.mapped();
            field->show(*view);
        } else {
            field = new FormField(
                this, *view,
                {calls_.change, [this](const std::string& id) { enter(id); },
                 [this](const std::string& table) { CallAfter([this, table] { add_row(table); }); }});
        }
        if (reused && !fields_.empty()) field->MoveAfterInTabOrder(fields_.back());
        fields_.push_back(field);
    }
    for (const auto& [make, gone] : before) {
        if (gone->has_focus()) SetFocusIgnoringChildren();
        gone->Destroy();
    }
}

/// Sixths of a row, more where the label needs them.
int FormPanel::width_of(const FieldView& view) const {
    const int all = GetClientSize().x > 100 ? GetClientSize().x : usual_width;
    const std::string& label = view.short_label.empty() ? view.label : view.short_label;
    const int wanted = GetTextExtent(to_wx(label + " *")).x;
    int width = std::clamp(view.width, 2, row_parts);
    while (width < row_parts && wanted > all * width / row_parts - space::medium) width = width < 3 ? 3 : 6;
    return width;
}

void FormPanel::add_heading(const FieldView& view, const FieldView* before) {
    const bool section = before == nullptr || before->section != view.section;
    if (section) {
        headings_.push_back(make_label(this, to_wx(view.section), TypeSize::strong));
        GetSizer()->Add(headings_.back(), wxSizerFlags().Border(wxTOP, before ? space::medium : 0));
    }
    if (!view.group.empty() && (section || before->group != view.group)) {
        headings_.push_back(make_label(this, to_wx(view.group), TypeSize::text, Ink::muted));
        GetSizer()->Add(headings_.back(), wxSizerFlags().Border(wxTOP, space::small));
    }
    if (begins_row(view, before)) add_row_heading(view);
}

void FormPanel::add_row_heading(const FieldView& view) {
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    const int row = view.row_of.row;
    headings_.push_back(make_label(
        this, words("ui.rows.number", {{"table", view.row_of.label}, {"number", std::to_string(row + 1)}}),
        TypeSize::text, Ink::muted));
    line->Add(headings_.back(), wxSizerFlags(1).CentreVertical());
    auto* remove = make_button(this, words("ui.rows.remove"), ButtonLook::quiet,
                               "remove." + view.row_of.table + "." + std::to_string(row),
                               [this, table = view.row_of.table, row] {
                                   CallAfter([this, table, row] { remove_row(table, row); });
                               });
    remove->SetToolTip(words("ui.cmd.intake.row_remove") + " (Alt+Del)");
    remove->DisableFocusFromKeyboard();
    headings_.push_back(remove);
    line->Add(remove, wxSizerFlags().CentreVertical());
    GetSizer()->Add(line, wxSizerFlags().Expand().Border(wxTOP, space::small));
}

void FormPanel::lay_out(const std::vector<const FieldView*>& views) {
    wxBoxSizer* line = nullptr;
    int taken = 0;
    const auto end_line = [&] {
        if (line != nullptr && taken < row_parts) line->AddStretchSpacer(row_parts - taken);
        line = nullptr;
        taken = 0;
    };
    const FieldView* before = nullptr;
    for (size_t i = 0; i < views.size(); ++i) {
        const FieldView& view = *views[i];
        const int width = width_of(view);
        if (begins_line(view, before) || taken + width > row_parts) end_line();
        add_heading(view, before);
        if (line == nullptr) {
            line = new wxBoxSizer(wxHORIZONTAL);
            GetSizer()->Add(line, wxSizerFlags().Expand().Border(wxTOP, space::small));
        }
        line->Add(fields_[i], wxSizerFlags(width).Border(wxLEFT, taken > 0 ? space::medium : 0));
        taken += width;
        before = &view;
    }
    end_line();
}

bool FormPanel::focus_first_open() {
    build_more(views_.size());
    for (FormField* field : fields_)
        if (field->wants_attention()) {
            field->focus();
            return true;
        }
    return false;
}

desk::RowPlace FormPanel::focused_row() const {
    for (size_t i = 0; i < fields_.size(); ++i) {
        if (!fields_[i]->has_focus()) continue;
        if (i < shown_.size() && shown_[i].input == FieldInput::rows) return {shown_[i].id, -1, {}};
        return fields_[i]->row_of();
    }
    return {};
}

void FormPanel::add_row(const std::string& table) {
    const int row = table.empty() ? -1 : calls_.add_row(table);
    if (row >= 0) wanted_ = table + "." + std::to_string(row) + ".";
}

void FormPanel::remove_row() {
    const desk::RowPlace place = focused_row();
    if (place.row >= 0) remove_row(place.table, place.row);
}

void FormPanel::remove_row(const std::string& table, int row) {
    if (calls_.remove_row(table, row)) wanted_ = table + "." + std::to_string(row) + ".";
}

/// A row that was added or came up; without one, the line under the table.
void FormPanel::focus_wanted() {
    if (wanted_.empty()) return;
    const std::string path = std::exchange(wanted_, {});
    const std::string table = path.substr(0, path.find('.'));
    FormField* last = nullptr;
    for (FormField* field : fields_) {
        if (field->id().starts_with(path) && field->control()->AcceptsFocus()) return field->focus();
        if (field->id() == table) last = field;
    }
    if (last != nullptr) last->focus();
}

void FormPanel::enter(const std::string& id) {
    build_more(views_.size());
    bool after = false;
    for (FormField* field : fields_) {
        if (after && field->wants_attention()) return field->focus();
        if (field->id() == id) after = true;
    }
    calls_.done();
}

}  // namespace yc::client::ui
