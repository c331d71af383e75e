#pragma once
#include <functional>
#include <memory>
#include <string>

#include <wx/panel.h>
#include <wx/sizer.h>

#include "client/desk/intake_views.h"
#include "client/ui/widgets/field_control.h"
#include "client/ui/widgets/wrapping_text.h"

namespace yc::client::ui {

/// One field: label and where its value came from, the control, and under it what is wrong. It shows a
/// FieldView and tells what the user does; it decides nothing.
class FormField final : public wxPanel {
  public:
    struct Calls {
        std::function<void(const std::string& field, const std::string& value, bool left)> change;
        std::function<void(const std::string& field)> enter;
        std::function<void(const std::string& table)> add_row;
    };
    FormField(wxWindow* parent, const desk::FieldView& view, Calls calls);
    ~FormField() override;

    /// Shows the view; what is being typed in this field is left alone.
    void show(const desk::FieldView& view);
    /// From now on the field shows something else, another intake or another errand: what was typed and not
    /// told yet is dropped, and the next show() replaces what is being typed.
    void let_go();
    void focus() { control_->focus(); }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const desk::RowPlace& row_of() const { return row_of_; }
    [[nodiscard]] bool wants_attention() const { return wants_attention_; }
    /// What takes the focus.
    [[nodiscard]] wxWindow* control() const { return control_->inner(); }
    [[nodiscard]] bool has_focus() const;
    [[nodiscard]] std::string value() const { return control_->value(); }
    /// Two views with the same make can be shown by one field, one after the other.
    [[nodiscard]] static std::string make_of(const desk::FieldView& view);

  private:
    FieldControl::Calls control_calls();
    void show_label(const desk::FieldView& view);
    void show_source(const desk::FieldView& view);
    void show_problem(const desk::FieldView& view);
    void tell(bool left);

    std::string id_;
    desk::FieldInput input_;
    desk::RowPlace row_of_;
    Calls calls_;
    std::unique_ptr<FieldControl> control_;
    wxBoxSizer* head_;
    wxStaticText* label_ = nullptr;
    wxStaticText* source_ = nullptr;   ///< made when there is something to say
    WrappingText* problem_ = nullptr;  ///< the same
    bool wants_attention_ = false;
    bool showing_ = false;
    bool dirty_ = false;
    int shows_which_ = 0;  ///< goes up when the field is let go
};

}  // namespace yc::client::ui
