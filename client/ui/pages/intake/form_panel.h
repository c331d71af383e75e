#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "client/ui/widgets/form_field.h"

namespace yc::client::ui {

/// The fields of a form in two columns under their section headings. Built from the views; Enter goes to the
/// next field that needs something, and `done` is called when there is none.
class FormPanel final : public wxScrolledWindow {
  public:
    FormPanel(wxWindow* parent, std::function<void(const std::string&, const std::string&, bool)> change,
              std::function<void()> done);
    void show(const std::vector<desk::FieldView>& fields);
    /// The first field that is empty though required, or wrong; false when there is none.
    bool focus_first_open();
    /// Told how many fields stand below what is seen.
    std::function<void(int fields)> on_below;
    [[nodiscard]] bool has_fields() const { return !fields_.empty(); }

  private:
    void build(const std::vector<desk::FieldView>& views);
    void enter(const std::string& field);
    void tell_below();
    /// Scrolls until the field with the focus is seen with what is said under it.
    void show_whole_field();

    std::function<void(const std::string&, const std::string&, bool)> change_;
    std::function<void()> done_;
    std::vector<FormField*> fields_;
    std::vector<std::string> shape_;
};

}  // namespace yc::client::ui
