#include "client/ui/widgets/page_thumbnails.h"

#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/mstream.h>

#include <optional>

#include "client/ui/theme/palette.h"
#include "client/ui/theme/scale.h"

namespace yc::client::ui {
namespace {

/// Pictures kept at most; a busy day has some thousand pages, a case some ten.
constexpr size_t kept_at_most = 200;

wxImage small_image(const std::string& bytes, int rotation, wxSize largest) {
    wxLogNull quiet;
    wxMemoryInputStream stream(bytes.data(), bytes.size());
    wxImage image;
    // The JPEG reader may stop at the smallest size that is still larger than this.
    image.SetOption(wxIMAGE_OPTION_MAX_WIDTH, 4 * largest.x);
    image.SetOption(wxIMAGE_OPTION_MAX_HEIGHT, 4 * largest.y);
    if (!image.LoadFile(stream)) return {};
    for (int quarter = 0; quarter < (rotation / 90) % 4; ++quarter) image = image.Rotate90();
    const double scale =
        std::min({1.0, (largest.x - 2.0) / image.GetWidth(), (largest.y - 2.0) / image.GetHeight()});
    return image.Scale(std::max(1, int(image.GetWidth() * scale)),
                       std::max(1, int(image.GetHeight() * scale)), wxIMAGE_QUALITY_BOX_AVERAGE);
}

/// The page with an edge, in the middle of a picture of the full size.
wxBitmap framed(const wxImage& image, wxSize size) {
    wxBitmap bitmap(size);
    wxMemoryDC dc(bitmap);
    dc.SetBackground(wxBrush(colour(Paint::surface)));
    dc.Clear();
    const wxPoint at((size.x - image.GetWidth()) / 2, (size.y - image.GetHeight()) / 2);
    dc.DrawBitmap(wxBitmap(image), at);
    dc.SetPen(wxPen(colour(Paint::border_strong)));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(at - wxPoint(1, 1), image.GetSize() + wxSize(2, 2));
    return bitmap;
}

/// A copy with the number of pages in its lower right corner.
wxBitmap numbered(const wxBitmap& plain, size_t pages) {
    wxBitmap bitmap(plain.GetSize());
    wxMemoryDC dc(bitmap);
    dc.DrawBitmap(plain, 0, 0);
    dc.SetFont(font_of(TypeSize::caption).Scaled(0.85F));
    const wxString number = std::to_string(pages);
    const wxSize text = dc.GetTextExtent(number);
    const wxRect ground(bitmap.GetWidth() - text.x - 6, bitmap.GetHeight() - text.y, text.x + 6, text.y);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(colour(Paint::accent)));
    dc.DrawRoundedRectangle(ground, 4);
    dc.SetTextForeground(colour(Paint::on_accent));
    dc.DrawText(number, ground.x + 3, ground.y);
    return bitmap;
}

}  // namespace

PageThumbnails::PageThumbnails(wxWindow* owner, Background& background, wxSize largest,
                               std::function<Read(const std::string&)> reader, std::function<void()> arrived)
    : owner_(owner),
      background_(background),
      largest_(largest),
      reader_(std::move(reader)),
      arrived_(std::move(arrived)) {}

wxBitmap PageThumbnails::picture(const std::string& sha256, int rotation, size_t pages) {
    const std::string key = sha256 + "/" + std::to_string(rotation);
    const auto found = made_.find(key);
    if (found == made_.end()) {
        if (!under_way_.contains(key) && !not_here_.contains(key)) make(sha256, rotation, key);
        return {};
    }
    return pages > 1 && found->second.IsOk() ? numbered(found->second, pages) : found->second;
}

void PageThumbnails::make(const std::string& sha256, int rotation, const std::string& key) {
    under_way_.insert(key);
    background_.run(
        owner_,
        [read = reader_(sha256), rotation, size = largest_]() -> std::optional<wxImage> {
            const std::string bytes = read();
            if (bytes.empty()) return std::nullopt;
            return small_image(bytes, rotation, size);
        },
        [this, key](const std::optional<wxImage>& image) {
            under_way_.erase(key);
            if (!image) {
                not_here_.insert(key);
                return;
            }
            if (made_.size() >= kept_at_most) made_.clear();
            made_[key] = image->IsOk() ? framed(*image, largest_) : wxBitmap();
            arrived_();
        });
}

}  // namespace yc::client::ui
