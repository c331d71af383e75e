#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>

#include <wx/bitmap.h>
#include <wx/window.h>

#include "client/ui/jobs/background.h"

namespace yc::client::ui {

/// Small pictures of pages for lists: decoded and scaled off the UI thread, kept by page and turn. UI thread
/// only.
class PageThumbnails final {
  public:
    /// Reads a page's bytes, empty when they are not here (yet). Called on the worker's thread.
    using Read = std::function<std::string()>;
    /// `reader` gives what reads a page. `arrived`: a picture asked for is now there; dropped when `owner` is
    /// gone.
    PageThumbnails(wxWindow* owner, Background& background, wxSize largest,
                   std::function<Read(const std::string& sha256)> reader, std::function<void()> arrived);

    /// The picture of a page turned clockwise by `rotation` degrees; not ok while it is being made. More than
    /// one page is told by their number in its corner.
    [[nodiscard]] wxBitmap picture(const std::string& sha256, int rotation, size_t pages);
    /// Pages that were not here may have come meanwhile: they are looked for again.
    void look_again() { not_here_.clear(); }

  private:
    void make(const std::string& sha256, int rotation, const std::string& key);

    wxWindow* owner_;
    Background& background_;
    wxSize largest_;
    std::function<Read(const std::string&)> reader_;
    std::function<void()> arrived_;
    std::map<std::string, wxBitmap> made_;
    std::set<std::string> under_way_;
    std::set<std::string> not_here_;
};

}  // namespace yc::client::ui
