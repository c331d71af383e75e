#pragma once
#include <functional>
#include <vector>

#include <wx/panel.h>

#include "client/desk/case_list.h"

namespace yc::client::ui {

/// Parked work at the bottom of the intake page, one button each; hidden while there is none.
class ParkedTray final : public wxPanel {
  public:
    ParkedTray(wxWindow* parent, std::function<void(const std::string&)> resume);
    void show(const std::vector<desk::ParkedRow>& rows);

  private:
    std::function<void(const std::string&)> resume_;
};

}  // namespace yc::client::ui
