#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "client/ui/widgets/form_field.h"

namespace yc::client::ui {

/// The fields of a form under their section headings, as wide as their definition wants: persons and
/// organisations as groups, tables row by row with the button that adds one under them. Enter goes to the
/// next field that needs something, and `done` is called when there is none. When other fields appear or go,
/// those that stay keep their windows, the focus and their place on the screen.
class FormPanel final : public wxScrolledWindow {
  public:
    struct Calls {
        std::function<void(const std::string& field, const std::string& value, bool left)> change;
        std::function<int(const std::string& table)> add_row;  ///< the new row; -1 = no room
        std::function<bool(const std::string& table, int row)> remove_row;
        std::function<void()> done;
    };
    FormPanel(wxWindow* parent, Calls calls);
    /// The next views are of another errand: nothing typed for this one goes into it.
    void let_go();
    void show(const std::vector<desk::FieldView>& views);
    /// The first field that is empty though required, or wrong; false when there is none.
    bool focus_first_open();
    /// The table of the field with the focus; empty = it is in none.
    [[nodiscard]] desk::RowPlace focused_row() const;
    /// Adds a row to the table with the focus, or takes the row with the focus away, and goes to what is then
    /// to be filled in.
    void add_row() { add_row(focused_row().table); }
    void remove_row();
    /// Told how many fields stand below what is seen.
    std::function<void(int fields)> on_below;

  private:
    void show_built();
    void build_more(size_t fields);
    [[nodiscard]] FormField* focused_field() const;
    void keep_place(const FormField* field, int top);
    void build(const std::vector<const desk::FieldView*>& views);
    void make_fields(const std::vector<const desk::FieldView*>& views);
    void lay_out(const std::vector<const desk::FieldView*>& views);
    void add_heading(const desk::FieldView& view, const desk::FieldView* before);
    void add_row_heading(const desk::FieldView& view);
    [[nodiscard]] int width_of(const desk::FieldView& view) const;
    void add_row(const std::string& table);
    void remove_row(const std::string& table, int row);
    void enter(const std::string& field);
    void focus_wanted();
    void tell_below();
    /// Scrolls until the field with the focus is seen with what is said under it.
    void show_whole_field();

    Calls calls_;
    std::vector<FormField*> fields_;  ///< in the order of the tab key
    std::map<std::string, FormField*> by_make_;
    std::vector<wxWindow*> headings_;
    std::vector<desk::FieldView> views_;
    size_t built_ = 0;  ///< so many of them are built, or all
    std::vector<desk::FieldView> shown_;
    std::vector<std::string> shape_;
    std::string wanted_;  ///< beginning of the paths to focus once they stand there
};

}  // namespace yc::client::ui
