#pragma once
#include <functional>
#include <memory>
#include <string>

#include <wx/window.h>

#include "client/desk/intake_views.h"

namespace yc::client::ui {

/// What one kind of field is filled in with: native controls in one window. It shows a FieldView and gives
/// the value as the form keeps it; it decides nothing.
class FieldControl {
  public:
    struct Calls {
        std::function<void()> typed;   ///< the value changed, and may still change
        std::function<void()> chosen;  ///< the value changed for good
        std::function<void()> enter;
        std::function<void()> left;  ///< the focus went elsewhere
    };
    FieldControl() = default;
    FieldControl(const FieldControl&) = delete;
    FieldControl& operator=(const FieldControl&) = delete;
    virtual ~FieldControl() = default;

    /// What stands in the layout.
    [[nodiscard]] virtual wxWindow* window() const = 0;
    /// What takes the focus and speaks the name; the window itself unless it is made of several.
    [[nodiscard]] virtual wxWindow* inner() const { return window(); }
    [[nodiscard]] virtual std::string value() const = 0;
    /// Shows the view's value; what is being typed is left alone.
    virtual void show(const desk::FieldView& view) = 0;
    /// What is being typed is nobody's any more: the next show() replaces it.
    virtual void let_go() {}
    virtual void focus() { inner()->SetFocus(); }
    /// Filled in by the program, or wrong.
    virtual void mark(bool prefilled, bool wrong);
    /// Whether it carries its label itself.
    [[nodiscard]] virtual bool labels_itself() const { return false; }
    /// Whether the field, not the control, is asked for something: false for what nobody fills in.
    [[nodiscard]] virtual bool takes_input() const { return true; }
};

/// The control of a field. `parent` owns the windows, the caller the control.
[[nodiscard]] std::unique_ptr<FieldControl> make_field_control(wxWindow* parent, const desk::FieldView& view,
                                                               FieldControl::Calls calls);

/// The control of a division: typed name, initials or code, chosen from a list under it.
[[nodiscard]] std::unique_ptr<FieldControl> make_division_control(wxWindow* parent,
                                                                  const desk::FieldView& view,
                                                                  FieldControl::Calls calls);
/// The control of several choices: boxes to tick; the arrow keys go from one to the next.
[[nodiscard]] std::unique_ptr<FieldControl> make_choices_control(wxWindow* parent,
                                                                 const desk::FieldView& view,
                                                                 FieldControl::Calls calls);
/// One line or several of text, and what is typed like it: numbers, money, days, codes.
[[nodiscard]] std::unique_ptr<FieldControl> make_text_control(wxWindow* parent, const desk::FieldView& view,
                                                              FieldControl::Calls calls);

}  // namespace yc::client::ui
