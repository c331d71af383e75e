#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/bitmap.h>
#include <wx/dataview.h>
#include <wx/panel.h>

#include "client/ui/widgets/empty_state.h"
#include "client/ui/widgets/labels.h"

namespace yc::client::ui {

struct Cell {
    wxString text;
    Ink ink = Ink::normal;
    wxBitmap picture = {};
    int marked_from = 0;  ///< characters in bold, in a column that marks
    int marked_length = 0;
};

struct TableColumn {
    wxString title;
    int characters = 10;   ///< width, in average characters of the font
    bool grows = false;    ///< takes what is left; one column
    bool pill = false;     ///< the state of the row: shown as a word on a tinted ground
    bool right = false;    ///< numbers
    bool fits = false;     ///< as wide as its longest text while the growing column keeps its characters
    bool picture = false;  ///< shows Cell::picture instead of text
    bool marks = false;    ///< shows the marked characters of its cells
    bool press = false;    ///< a sign; a click on it presses it
};

struct TableRow {
    std::string id;
    std::vector<Cell> cells;
};

/// A list of records in 34-pixel rows without grid lines, native and virtual; its empty state stands in its
/// place. The selection stays with its record when the rows change.
class Table final : public wxPanel {
  public:
    Table(wxWindow* parent, const std::string& name, const wxString& spoken_name,
          std::vector<TableColumn> columns, bool header = true);

    void show(std::vector<TableRow> rows);
    /// What stands there while there are no rows.
    void when_empty(const wxString& why, const wxString& what_to_do) { empty_->show(why, what_to_do); }

    [[nodiscard]] size_t count() const { return rows().size(); }
    [[nodiscard]] const std::vector<TableRow>& rows() const;
    [[nodiscard]] std::string selected() const;
    /// Selects a record and tells; false when it is not there.
    bool select(const std::string& id);
    /// Moves the selection by rows and tells.
    void move(int by);
    void focus_list();

    std::function<void(const std::string&)> on_select;  ///< also when moved to by keys
    std::function<void(const std::string&)> on_open;    ///< Enter or double click
    std::function<void(const std::string&)> on_press;   ///< a cell of a column that is pressed

  private:
    class Model;
    void share_width();
    /// Pixels that the column's longest text takes with its margins.
    [[nodiscard]] int widest(size_t column) const;
    void pressed(const wxDataViewItem& item);
    /// A text that is cut off is told whole when the pointer rests on it.
    void tell_whole(const wxPoint& at);

    std::vector<TableColumn> columns_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<Model> model_;
    EmptyState* empty_;
    bool showing_ = false;
};

}  // namespace yc::client::ui
