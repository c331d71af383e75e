#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>

#include <wx/bitmap.h>
#include <wx/window.h>

#include "client/ui/work/background.h"

namespace yc::client::ui {

/// Small pictures of pages for lists: decoded and scaled off the UI thread, kept by page and turn. UI thread
/// only.
class PageThumbnails final {
  public:
    /// `fetch` gives a page's bytes, empty when they are not here (yet). `arrived`: a picture asked for is
    /// now there; dropped when `owner` is gone.
    PageThumbnails(wxWindow* owner, Background& background, wxSize largest,
                   std::function<std::string(const std::string& sha256)> fetch,
                   std::function<void()> arrived);

    /// The picture of a page turned clockwise by `rotation` degrees; not ok while it is being made. More than
    /// one page is told by their number in its corner.
    [[nodiscard]] wxBitmap picture(const std::string& sha256, int rotation, size_t pages);

  private:
    void make(const std::string& sha256, int rotation, const std::string& key);

    wxWindow* owner_;
    Background& background_;
    wxSize largest_;
    std::function<std::string(const std::string&)> fetch_;
    std::function<void()> arrived_;
    std::map<std::string, wxBitmap> made_;
    std::set<std::string> under_way_;
};

}  // namespace yc::client::ui
