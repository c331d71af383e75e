#pragma once
#include <functional>
#include <string>

#include <wx/panel.h>

#include "client/desk/workplace.h"

class wxButton;
class wxTextCtrl;

namespace yc::client::ui {

/// Hall, counter and clerk; the one search box; the connection in words; the menu.
class TopBar final : public wxPanel {
  public:
    struct Calls {
        std::function<void(const std::string&)> search;
        std::function<void()> outbox;
        std::function<void(wxWindow* at)> menu;
    };
    TopBar(wxWindow* parent, const desk::Workplace& workplace, Calls calls);
    void show_connection(const desk::ConnectionWords& words);
    void focus_search();
    /// Where a message may stand for a while: over place and search, beside the connection. In the parent's
    /// coordinates.
    [[nodiscard]] wxRect message_strip() const;

  private:
    wxTextCtrl* search_;
    wxButton* connection_;
    std::string tone_class_;
};

}  // namespace yc::client::ui
