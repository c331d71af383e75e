#pragma once
#include <functional>
#include <vector>

#include <wx/panel.h>

#include "client/desk/case_list.h"

namespace yc::client::ui {

/// Parked work at the bottom of the intake page, one button each; hidden while there is none. The buttons
/// share the width; a name is shortened only when there is no room for it.
class ParkedTray final : public wxPanel {
  public:
    ParkedTray(wxWindow* parent, std::function<void(const std::string&)> resume);
    void show(const std::vector<desk::ParkedRow>& rows);

  private:
    void build();
    void add_button(const desk::ParkedRow& row, size_t index, int room);

    std::function<void(const std::string&)> resume_;
    std::vector<desk::ParkedRow> rows_;
    int built_for_ = 0;
};

}  // namespace yc::client::ui
