#pragma once
#include <functional>
#include <string>
#include <vector>

#include <wx/image.h>
#include <wx/scrolwin.h>

#include "client/ui/jobs/background.h"
#include "client/ui/widgets/labels.h"

namespace yc::client::ui {

/// One page in the viewer's strip.
struct ViewerPage {
    std::string sha256;
    int rotation = 0;
    wxString caption;  ///< name of the paper and page number
    wxString verdict;  ///< legibility in words
    Ink verdict_ink = Ink::muted;
    friend bool operator==(const ViewerPage&, const ViewerPage&) = default;
};

/// Shows page images: fit, zoom, rotate, previous and next. Decoding happens off the UI thread.
class PageViewer final : public wxPanel {
  public:
    /// Gives the bytes of a page, now or later; nothing when they cannot be had (`error` says why).
    using Fetch = std::function<void(const std::string& sha256,
                                     std::function<void(const std::string& bytes, const wxString& error)>)>;

    PageViewer(wxWindow* parent, const std::string& name, Background& background, Fetch fetch);

    /// Shows these pages, staying at the one in view when it is still there.
    void show(std::vector<ViewerPage> pages);
    void show_page(size_t index);
    void step(int by);
    void zoom(double factor);
    void fit();
    void rotate();
    void when_empty(const wxString& text);
    /// Who looks and when, over every page from now on; empty = nothing stands over them.
    void mark(const wxString& watermark);
    [[nodiscard]] size_t current() const { return current_; }
    [[nodiscard]] size_t count() const { return pages_.size(); }

    std::function<void(size_t index)>
        on_rotate;  ///< when set, keeps the rotation; else it is only of the view
    std::function<void(size_t index)> on_remove;  ///< when set, the viewer offers removing a page

  private:
    class Canvas;
    void load();
    void refresh_words();

    Background& background_;
    Fetch fetch_;
    std::vector<ViewerPage> pages_;
    size_t current_ = 0;
    std::string shown_;
    Canvas* canvas_;
    wxStaticText* caption_;
    wxStaticText* verdict_;
    wxWindow* remove_;
};

}  // namespace yc::client::ui
