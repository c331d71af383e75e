#pragma once
#include <functional>
#include <string>

#include <wx/panel.h>

#include "client/desk/intake_views.h"
#include "client/ui/widgets/wrapping_text.h"

class wxTextCtrl;
class wxChoice;
class wxCheckBox;

namespace yc::client::ui {

/// One field: label and where its value came from, the native control, and under it what is wrong. It shows a
/// FieldView and tells what the user does; it decides nothing.
class FormField final : public wxPanel {
  public:
    struct Calls {
        std::function<void(const std::string& field, const std::string& value, bool left)> change;
        std::function<void(const std::string& field)> enter;
    };
    FormField(wxWindow* parent, const desk::FieldView& view, Calls calls);

    /// Shows the view; what is being typed in this field is left alone.
    void show(const desk::FieldView& view);
    void focus();
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] bool wants_attention() const { return wants_attention_; }
    [[nodiscard]] wxWindow* control() const;
    [[nodiscard]] std::string value() const;
    /// A wide field takes a whole row.
    [[nodiscard]] static bool is_wide(const desk::FieldView& view);

  private:
    void make_control(const desk::FieldView& view);
    void set_value(const desk::FieldView& view);
    void mark(const desk::FieldView& view);
    void tell(bool left);

    std::string id_;
    Calls calls_;
    std::vector<std::pair<std::string, std::string>> options_;
    wxStaticText* label_;
    wxStaticText* source_;
    wxTextCtrl* text_ = nullptr;
    wxChoice* choice_ = nullptr;
    wxCheckBox* check_ = nullptr;
    WrappingText* problem_;
    bool wants_attention_ = false;
    bool setting_ = false;
    bool dirty_ = false;
};

}  // namespace yc::client::ui
