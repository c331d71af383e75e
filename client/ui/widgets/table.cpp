#include "client/ui/widgets/table.h"

#include <wx/dc.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/sizer.h>

#include <tuple>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/palette.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

Paint ink_paint(Ink ink) {
    switch (ink) {
        case Ink::muted:
            return Paint::text_muted;
        case Ink::accent:
            return Paint::accent;
        case Ink::good:
            return Paint::good;
        case Ink::warn:
            return Paint::warn;
        case Ink::bad:
            return Paint::bad;
        case Ink::normal:
            break;
    }
    return Paint::text;
}

Paint ground_paint(Ink ink) {
    switch (ink) {
        case Ink::accent:
            return Paint::accent_soft;
        case Ink::good:
            return Paint::good_soft;
        case Ink::warn:
            return Paint::warn_soft;
        case Ink::bad:
            return Paint::bad_soft;
        case Ink::muted:
        case Ink::normal:
            break;
    }
    return Paint::surface_hover;
}

/// What is drawn here: the ink's digit followed by the word.
std::pair<Ink, wxString> inked(const wxVariant& value) {
    const wxString text = value.GetString();
    const auto ink =
        text.empty() ? Ink::normal : static_cast<Ink>(static_cast<int>(text[0].GetValue()) - '0');
    return {ink, text.Mid(1)};
}

/// The text with its marked characters in bold, as markup.
wxString marked(const Cell& cell) {
    const auto from = static_cast<size_t>(cell.marked_from);
    const auto length = static_cast<size_t>(cell.marked_length);
    const auto quoted = [](wxString text) {
        text.Replace("&", "&amp;");
        text.Replace("<", "&lt;");
        text.Replace(">", "&gt;");
        return text;
    };
    if (length == 0) return quoted(cell.text);
    return quoted(cell.text.Left(from)) + "<b>" + quoted(cell.text.Mid(from, length)) + "</b>" +
           quoted(cell.text.Mid(from + length));
}

/// Draws a sign in the middle of its cell; a click presses it.
class PressRenderer final : public wxDataViewCustomRenderer {
  public:
    explicit PressRenderer(std::function<void(const wxDataViewItem&)> press)
        : wxDataViewCustomRenderer("string", wxDATAVIEW_CELL_ACTIVATABLE, wxALIGN_CENTRE),
          press_(std::move(press)) {}

    bool SetValue(const wxVariant& value) override {
        std::tie(ink_, sign_) = inked(value);
        return true;
    }
    bool GetValue(wxVariant&) const override { return false; }
    wxSize GetSize() const override { return GetTextExtent(sign_); }
    bool Render(wxRect cell, wxDC* dc, int) override {
        const wxSize extent = dc->GetTextExtent(sign_);
        dc->SetTextForeground(colour(ink_paint(ink_)));
        dc->DrawText(sign_, cell.x + (cell.width - extent.x) / 2, cell.y + (cell.height - extent.y) / 2);
        return true;
    }
    bool ActivateCell(const wxRect&, wxDataViewModel*, const wxDataViewItem& item, unsigned,
                      const wxMouseEvent*) override {
        press_(item);
        return true;
    }

  private:
    std::function<void(const wxDataViewItem&)> press_;
    wxString sign_;
    Ink ink_ = Ink::normal;
};

/// Draws a word on a tinted ground.
class PillRenderer final : public wxDataViewCustomRenderer {
  public:
    PillRenderer()
        : wxDataViewCustomRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL) {}

    bool SetValue(const wxVariant& value) override {
        std::tie(ink_, word_) = inked(value);
        return true;
    }
    bool GetValue(wxVariant&) const override { return false; }
    wxSize GetSize() const override {
        const wxSize extent = GetTextExtent(word_);
        return wxSize(extent.x + 2 * space::small + 2, extent.y + space::hair);
    }
    bool Render(wxRect cell, wxDC* dc, int) override {
        if (word_.empty()) return true;
        wxFont font = font_of(TypeSize::caption);
        dc->SetFont(font);
        const wxString word = wxControl::Ellipsize(word_, *dc, wxELLIPSIZE_END, std::max(8, cell.width - 16));
        const wxSize extent = dc->GetTextExtent(word);
        const wxRect ground(cell.x, cell.y + (cell.height - extent.y - 4) / 2,
                            std::min(cell.width, extent.x + 16), extent.y + 4);
        dc->SetPen(*wxTRANSPARENT_PEN);
        dc->SetBrush(wxBrush(colour(ground_paint(ink_))));
        dc->DrawRoundedRectangle(ground, ground.height / 2.0);
        dc->SetTextForeground(colour(ink_paint(ink_)));
        dc->DrawText(word, ground.x + 8, ground.y + 2);
        return true;
    }

  private:
    wxString word_;
    Ink ink_ = Ink::normal;
};

}  // namespace

class Table::Model final : public wxDataViewVirtualListModel {
  public:
    explicit Model(const std::vector<TableColumn>& columns) : columns_(columns) {}

    void replace(std::vector<TableRow> rows) {
        rows_ = std::move(rows);
        Reset(static_cast<unsigned>(rows_.size()));
    }
    [[nodiscard]] const std::vector<TableRow>& rows() const { return rows_; }

    unsigned GetColumnCount() const override { return static_cast<unsigned>(columns_.size()); }
    wxString GetColumnType(unsigned column) const override {
        return columns_[column].picture ? "wxBitmapBundle" : "string";
    }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        const bool there = row < rows_.size() && column < rows_[row].cells.size();
        if (columns_[column].picture) {
            value << wxBitmapBundle(there ? rows_[row].cells[column].picture : wxBitmap());
            return;
        }
        if (!there) {
            value = wxString();
            return;
        }
        const Cell& cell = rows_[row].cells[column];
        if (columns_[column].marks) {
            value = marked(cell);
            return;
        }
        const bool drawn = columns_[column].pill || columns_[column].press;
        value = drawn && !cell.text.empty()
                    ? wxString(wxUniChar('0' + static_cast<int>(cell.ink))) + cell.text
                    : cell.text;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        if (row >= rows_.size() || column >= rows_[row].cells.size()) return false;
        if (columns_[column].pill || columns_[column].press || rows_[row].cells[column].ink == Ink::normal)
            return false;
        attr.SetColour(colour(ink_paint(rows_[row].cells[column].ink)));
        return true;
    }

  private:
    const std::vector<TableColumn>& columns_;
    std::vector<TableRow> rows_;
};

Table::Table(wxWindow* parent, const std::string& name, const wxString& spoken_name,
             std::vector<TableColumn> columns, bool header)
    : wxPanel(parent),
      columns_(std::move(columns)),
      model_(new Model(columns_)),
      empty_(new EmptyState(this)) {
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_SINGLE | wxBORDER_NONE | (header ? 0 : wxDV_NO_HEADER),
                               wxDefaultValidator, to_wx(name));
    platform::set_accessible_name(list_, to_utf8(spoken_name));
    list_->AssociateModel(model_.get());
    // After AssociateModel, or it is ignored. Larger text gets higher rows.
    list_->SetRowHeight(std::max(row_height, list_->GetCharHeight() + space::medium));
    for (unsigned i = 0; i < columns_.size(); ++i) {
        const TableColumn& column = columns_[i];
        const auto align = column.right ? wxALIGN_RIGHT : wxALIGN_LEFT;
        wxDataViewRenderer* renderer = nullptr;
        if (column.picture) {
            renderer = new wxDataViewBitmapRenderer("wxBitmapBundle", wxDATAVIEW_CELL_INERT, wxALIGN_CENTRE);
        } else if (column.press) {
            renderer = new PressRenderer([this](const wxDataViewItem& item) { pressed(item); });
        } else if (column.pill) {
            renderer = new PillRenderer;
        } else {
            auto* text =
                new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align | wxALIGN_CENTRE_VERTICAL);
            text->EnableEllipsize(wxELLIPSIZE_END);
            text->EnableMarkup(column.marks);
            renderer = text;
        }
        list_->AppendColumn(new wxDataViewColumn(column.title, renderer, i,
                                                 ui::characters(this, column.characters), align,
                                                 wxDATAVIEW_COL_RESIZABLE));
    }
    auto* stack = new wxBoxSizer(wxVERTICAL);
    stack->Add(list_, wxSizerFlags(1).Expand());
    stack->Add(empty_, wxSizerFlags(1).Expand());
    SetSizer(stack);
    list_->Hide();
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (!showing_ && on_select && !selected().empty()) on_select(selected());
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (on_open && !selected().empty()) on_open(selected());
    });
    list_->GetMainWindow()->Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        event.Skip();
        tell_whole(event.GetPosition());
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        share_width();
        CallAfter([this] {
            if (const wxDataViewItem item = list_->GetSelection(); item.IsOk()) list_->EnsureVisible(item);
        });
    });
}

const std::vector<TableRow>& Table::rows() const {
    return model_->rows();
}

void Table::show(std::vector<TableRow> rows) {
    const std::string keep = selected();
    showing_ = true;
    model_->replace(std::move(rows));
    const bool any = !model_->rows().empty();
    if (list_->IsShown() != any) {
        list_->Show(any);
        empty_->Show(!any);
        Layout();
    }
    share_width();
    list_->UnselectAll();
    for (size_t i = 0; i < model_->rows().size(); ++i)
        if (!keep.empty() && model_->rows()[i].id == keep)
            list_->Select(model_->GetItem(static_cast<unsigned>(i)));
    showing_ = false;
}

std::string Table::selected() const {
    const wxDataViewItem item = list_->GetSelection();
    if (!item.IsOk()) return {};
    const unsigned row = model_->GetRow(item);
    return row < model_->rows().size() ? model_->rows()[row].id : std::string();
}

bool Table::select(const std::string& id) {
    for (size_t i = 0; i < model_->rows().size(); ++i)
        if (model_->rows()[i].id == id) {
            const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(i));
            showing_ = true;
            list_->UnselectAll();
            list_->SetCurrentItem(item);
            list_->Select(item);
            list_->EnsureVisible(item);
            showing_ = false;
            if (on_select) on_select(id);
            return true;
        }
    return false;
}

void Table::move(int by) {
    const auto& all = model_->rows();
    if (all.empty()) return;
    const std::string now = selected();
    int index = by > 0 ? -1 : static_cast<int>(all.size());
    for (size_t i = 0; i < all.size(); ++i)
        if (all[i].id == now) index = static_cast<int>(i);
    index = std::clamp(index + by, 0, static_cast<int>(all.size()) - 1);
    select(all[index].id);
}

void Table::focus_list() {
    list_->SetFocus();
}

int Table::widest(size_t column) const {
    constexpr int margin = 2 * space::small;
    int width = 0;
    wxClientDC dc(list_);
    dc.SetFont(columns_[column].pill ? font_of(TypeSize::caption) : list_->GetFont());
    for (const TableRow& row : rows())
        if (column < row.cells.size()) width = std::max(width, dc.GetTextExtent(row.cells[column].text).x);
    return width + (columns_[column].pill ? 2 * margin : margin);
}

void Table::share_width() {
    int grows = -1;
    int left = GetClientSize().x - space::small;
    for (size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].grows) grows = static_cast<int>(i);
        left -= ui::characters(this, columns_[i].characters);
    }
    if (grows < 0) return;
    // What is left goes first to the columns that fit their texts, then to the one that grows.
    for (size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].fits) continue;
        const int least = ui::characters(this, columns_[i].characters);
        const int more = std::clamp(widest(i) - least, 0, std::max(0, left));
        list_->GetColumn(static_cast<unsigned>(i))->SetWidth(least + more);
        left -= more;
    }
    const int width = left + ui::characters(this, columns_[static_cast<size_t>(grows)].characters);
    if (width > 40) list_->GetColumn(static_cast<unsigned>(grows))->SetWidth(width);
}

void Table::pressed(const wxDataViewItem& item) {
    const unsigned row = model_->GetRow(item);
    if (!on_press || row >= rows().size()) return;
    // The rows may change by it: not while the list is still at work with this one.
    CallAfter([this, id = rows()[row].id] { on_press(id); });
}

void Table::tell_whole(const wxPoint& at) {
    wxDataViewItem item;
    wxDataViewColumn* column = nullptr;
    list_->HitTest(at, item, column);
    wxString whole;
    if (item.IsOk() && column != nullptr) {
        const unsigned row = model_->GetRow(item);
        const unsigned index = column->GetModelColumn();
        if (row < rows().size() && index < rows()[row].cells.size()) {
            const wxString& text = rows()[row].cells[index].text;
            if (list_->GetTextExtent(text).x + space::small > column->GetWidth()) whole = text;
        }
    }
    if (list_->GetToolTipText() != whole) list_->SetToolTip(whole);
}

}  // namespace yc::client::ui
