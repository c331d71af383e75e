#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/enum_names.h"
#include "core/base/result.h"

namespace yc::client::capture {

enum class ImageFormat { jpeg, png };
constexpr auto names_of(ImageFormat) {
    using enum ImageFormat;
    return std::to_array<base::EnumName<ImageFormat>>({{jpeg, "jpeg"}, {png, "png"}});
}

/// The largest page taken; both are checked before anything is decoded.
inline constexpr size_t kMaxPageBytes = 20 * 1024 * 1024;
inline constexpr int64_t kMaxPagePixels = 100'000'000;

/// What is known of a page that is whole.
struct PageInfo {
    ImageFormat format = ImageFormat::jpeg;
    int width = 0;       ///< pixels
    int height = 0;      ///< pixels
    int dpi = 0;         ///< as the file says; 0 when it does not
    bool blank = false;  ///< practically nothing on it: the other side of a sheet, an empty feeder
};

/// Decodes a JPEG or PNG image to its last line to see that it is whole. Any thread; takes as long as
/// decoding. Errors: page.empty, page.too_many_bytes {found, limit} (MB), page.not_image,
/// page.too_many_pixels {found, limit} (million), page.truncated, page.damaged.
[[nodiscard]] base::Result<PageInfo> inspect_page(std::string_view bytes);

/// Uncompressed lines of a page, 8 bits a sample, without padding.
struct RawImage {
    int width = 0;
    int height = 0;
    int channels = 3;  ///< 1 grey, 3 RGB
    int dpi = 0;
    std::string samples;  ///< width × height × channels bytes
};

/// The image as JPEG. `quality` is 1 to 100. Errors: page.encode_failed.
[[nodiscard]] base::Result<std::string> encode_jpeg(const RawImage& image, int quality = 75);

}  // namespace yc::client::capture
