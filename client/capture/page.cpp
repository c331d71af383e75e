#include "client/capture/page.h"

#include "client/capture/decoders.h"

namespace yc::client::capture {
namespace {

using base::fail;
using namespace std::string_view_literals;

constexpr int64_t kMillion = 1'000'000;
constexpr size_t kMebibyte = 1024 * 1024;
/// What is darker or brighter than the middle tone by more than this is something on the page.
constexpr int kContrast = 32;
/// A page with fewer such pixels is blank: at 300 dpi about 1,700 pixels of an A4 page, a few millimetres of
/// pen.
constexpr double kLeastContent = 0.0002;

}  // namespace

void Brightness::add_line(int y, const uint8_t* values) {
    const int margin_x = width_ / 50;
    const int margin_y = height_ / 50;
    if (y < margin_y || y >= height_ - margin_y) return;
    for (int x = margin_x; x < width_ - margin_x; ++x) ++histogram_[values[x]];
}

bool Brightness::is_blank() const {
    int64_t total = 0;
    for (const auto count : histogram_) total += count;
    if (total == 0) return false;
    int middle = 0;
    for (int64_t below = histogram_[0]; below * 2 < total; below += histogram_[static_cast<size_t>(middle)])
        ++middle;
    int64_t content = 0;
    for (int value = 0; value < 256; ++value)
        if (value < middle - kContrast || value > middle + kContrast)
            content += histogram_[static_cast<size_t>(value)];
    return static_cast<double>(content) < static_cast<double>(total) * kLeastContent;
}

base::Result<void> check_size(int64_t width, int64_t height) {
    if (width * height <= kMaxPagePixels) return {};
    return fail("page.too_many_pixels", "",
                {{"found", std::to_string((width * height + kMillion - 1) / kMillion)},
                 {"limit", std::to_string(kMaxPagePixels / kMillion)}});
}

base::Result<PageInfo> inspect_page(std::string_view bytes) {
    if (bytes.empty()) return fail("page.empty");
    if (bytes.size() > kMaxPageBytes)
        return fail("page.too_many_bytes", "",
                    {{"found", std::to_string((bytes.size() + kMebibyte - 1) / kMebibyte)},
                     {"limit", std::to_string(kMaxPageBytes / kMebibyte)}});
    if (bytes.starts_with("\xff\xd8\xff"sv)) return decode_jpeg(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return decode_png(bytes);
    return fail("page.not_image", "neither JPEG nor PNG");
}

}  // namespace yc::client::capture
