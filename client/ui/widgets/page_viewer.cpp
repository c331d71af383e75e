#include "client/ui/widgets/page_viewer.h"

#include <wx/dcbuffer.h>
#include <wx/mstream.h>
#include <wx/sizer.h>

#include "client/ui/platform/native_style.h"
#include "client/ui/theme/palette.h"
#include "client/ui/widgets/buttons.h"
#include "client/ui/widgets/watermark.h"
#include "client/ui/words.h"

namespace yc::client::ui {
namespace {

wxImage decode(const std::string& bytes) {
    wxLogNull quiet;
    wxMemoryInputStream stream(bytes.data(), bytes.size());
    wxImage image;
    image.LoadFile(stream);
    return image;
}

wxImage turned(wxImage image, int rotation) {
    for (int quarter = 0; image.IsOk() && quarter < (rotation / 90) % 4; ++quarter) image = image.Rotate90();
    return image;
}

}  // namespace

/// The scrolled picture.
class PageViewer::Canvas final : public wxScrolledCanvas {
  public:
    explicit Canvas(wxWindow* parent)
        : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                           wxBORDER_NONE | wxWANTS_CHARS) {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        SetScrollRate(12, 12);
        DisableKeyboardScrolling();
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
        Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
            if (fitted) rescale();
            Refresh();
            event.Skip();
        });
    }

    void show(const wxImage& image, const wxString& text) {
        image_ = image;
        text_ = text;
        fitted = true;
        rescale();
    }
    void turn() {
        if (image_.IsOk()) image_ = image_.Rotate90();
        rescale();
    }
    void zoom(double factor) {
        fitted = false;
        scale_ = std::clamp(scale_ * factor, 0.05, 4.0);
        rescale();
    }
    void rescale() {
        bitmap_ = wxBitmap();
        if (image_.IsOk()) {
            const wxSize area = GetSize();
            if (fitted)
                scale_ = std::min(
                    {1.5, (area.x - 16.0) / image_.GetWidth(), (area.y - 16.0) / image_.GetHeight()});
            if (scale_ > 0) {
                const int width = std::max(1, int(image_.GetWidth() * scale_));
                const int height = std::max(1, int(image_.GetHeight() * scale_));
                bitmap_ = wxBitmap(image_.Scale(
                    width, height, scale_ < 0.6 ? wxIMAGE_QUALITY_BOX_AVERAGE : wxIMAGE_QUALITY_BILINEAR));
            }
        }
        SetVirtualSize(bitmap_.IsOk() && !fitted ? bitmap_.GetSize() + wxSize(16, 16) : wxSize(1, 1));
        Refresh();
    }

    bool fitted = true;
    wxString watermark;

  private:
    void paint() {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(wxBrush(colour(Paint::canvas)));
        dc.Clear();
        DoPrepareDC(dc);
        const wxSize area = GetClientSize();
        if (bitmap_.IsOk()) {
            const int x = std::max(8, (area.x - bitmap_.GetWidth()) / 2);
            const int y = std::max(8, (area.y - bitmap_.GetHeight()) / 2);
            dc.DrawBitmap(bitmap_, x, y);
            dc.SetPen(wxPen(colour(Paint::border_strong)));
            dc.SetBrush(*wxTRANSPARENT_BRUSH);
            dc.DrawRectangle(x - 1, y - 1, bitmap_.GetWidth() + 2, bitmap_.GetHeight() + 2);
            draw_watermark(dc, bitmap_.GetSize() + wxSize(x, y), watermark, true);
        } else {
            dc.SetTextForeground(colour(Paint::text_muted));
            dc.DrawLabel(text_, wxRect(wxPoint(0, 0), area), wxALIGN_CENTRE);
        }
    }

    wxImage image_;
    wxBitmap bitmap_;
    wxString text_;
    double scale_ = 1;
};

PageViewer::PageViewer(wxWindow* parent, const std::string& name, Background& background, Fetch fetch)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL, to_wx(name)),
      background_(background),
      fetch_(std::move(fetch)),
      canvas_(new Canvas(this)) {
    auto tool = [this, &name](const wxString& sign, const char* key, std::function<void()> press) {
        auto* button = make_button(this, sign, ButtonLook::quiet, name + "." + key, std::move(press));
        const wxString said = words(std::string("ui.viewer.") + key);
        button->SetToolTip(said);
        platform::set_accessible_name(button, to_utf8(said));
        return button;
    };
    auto* bar = new wxBoxSizer(wxHORIZONTAL);
    caption_ = make_label(this, wxString(), TypeSize::caption, Ink::normal, wxST_ELLIPSIZE_END);
    caption_->SetMinSize(wxSize(40, -1));
    verdict_ = make_label(this, wxString(), TypeSize::caption, Ink::muted);
    bar->Add(caption_, wxSizerFlags(1).CentreVertical());
    bar->Add(verdict_, wxSizerFlags().CentreVertical().Border(wxRIGHT, space::small));
    bar->Add(tool(L"‹", "previous", [this] { step(-1); }), wxSizerFlags().CentreVertical());
    bar->Add(tool(L"›", "next", [this] { step(1); }), wxSizerFlags().CentreVertical());
    bar->Add(tool(L"−", "smaller", [this] { zoom(1 / 1.25); }), wxSizerFlags().CentreVertical());
    bar->Add(tool(L"＋", "larger", [this] { zoom(1.25); }), wxSizerFlags().CentreVertical());
    bar->Add(tool(L"□", "fit", [this] { fit(); }), wxSizerFlags().CentreVertical());
    bar->Add(tool(L"↻", "rotate", [this] { rotate(); }), wxSizerFlags().CentreVertical());
    remove_ = tool(L"✕", "remove", [this] {
        if (on_remove && current_ < pages_.size()) on_remove(current_);
    });
    bar->Add(remove_, wxSizerFlags().CentreVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(bar, wxSizerFlags().Expand().Border(wxBOTTOM, space::hair));
    column->Add(canvas_, wxSizerFlags(1).Expand());
    SetSizer(column);
    canvas_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        switch (event.GetKeyCode()) {
            case WXK_PAGEUP:
                return step(-1);
            case WXK_PAGEDOWN:
                return step(1);
            case '+':
            case '=':
            case WXK_NUMPAD_ADD:
                return zoom(1.25);
            case '-':
            case WXK_NUMPAD_SUBTRACT:
                return zoom(1 / 1.25);
            case '0':
            case WXK_NUMPAD0:
                return fit();
            case 'R':
                return rotate();
            default:
                event.Skip();
        }
    });
    platform::set_accessible_name(canvas_, to_utf8(words("ui.viewer.page")));
    refresh_words();
}

void PageViewer::show(std::vector<ViewerPage> pages) {
    if (pages == pages_) return;
    size_t at = 0;
    for (size_t i = 0; i < pages.size(); ++i)
        if (current_ < pages_.size() && pages[i].sha256 == pages_[current_].sha256) at = i;
    pages_ = std::move(pages);
    current_ = std::min(at, pages_.empty() ? 0 : pages_.size() - 1);
    load();
}

void PageViewer::show_page(size_t index) {
    if (index >= pages_.size()) return;
    current_ = index;
    load();
}

void PageViewer::step(int by) {
    const int next = static_cast<int>(current_) + by;
    if (next >= 0 && next < static_cast<int>(pages_.size())) show_page(static_cast<size_t>(next));
}

void PageViewer::zoom(double factor) {
    canvas_->zoom(factor);
}

void PageViewer::fit() {
    canvas_->fitted = true;
    canvas_->rescale();
}

void PageViewer::rotate() {
    if (current_ >= pages_.size()) return;
    if (on_rotate) return on_rotate(current_);
    canvas_->turn();
}

void PageViewer::when_empty(const wxString& text) {
    if (pages_.empty()) canvas_->show(wxImage(), text);
}

void PageViewer::mark(const wxString& watermark) {
    canvas_->watermark = watermark;
    canvas_->Refresh();
}

void PageViewer::load() {
    refresh_words();
    if (pages_.empty()) {
        shown_.clear();
        return canvas_->show(wxImage(), wxString());
    }
    const ViewerPage& page = pages_[current_];
    const std::string wanted = page.sha256 + "/" + std::to_string(page.rotation);
    if (wanted == shown_) return;
    shown_ = wanted;
    canvas_->show(wxImage(), words("ui.viewer.loading"));
    const wxWeakRef<PageViewer> self(this);
    fetch_(page.sha256,
           [this, self, wanted, rotation = page.rotation](const std::string& bytes, const wxString& error) {
               if (!self || shown_ != wanted) return;
               if (bytes.empty()) return canvas_->show(wxImage(), error);
               background_.run(
                   this, [bytes, rotation] { return turned(decode(bytes), rotation); },
                   [this, wanted](const wxImage& image) {
                       if (shown_ == wanted) canvas_->show(image, words("ui.viewer.unreadable"));
                   });
           });
}

void PageViewer::refresh_words() {
    const bool any = !pages_.empty();
    caption_->SetLabelText(any ? pages_[current_].caption +
                                     wxString::Format("  %zu/%zu", current_ + 1, pages_.size())
                               : wxString());
    verdict_->SetLabelText(any ? pages_[current_].verdict : wxString());
    if (any) set_ink(verdict_, pages_[current_].verdict_ink);
    for (wxWindow* child : GetChildren())
        if (child != canvas_ && child != caption_ && child != verdict_)
            child->Show(any && (child != remove_ || on_remove));
    Layout();
}

}  // namespace yc::client::ui
