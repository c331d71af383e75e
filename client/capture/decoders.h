#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "client/capture/page.h"

namespace yc::client::capture {

/// How bright a page is, fed line by line; tells an empty page from one with something on it.
class Brightness {
  public:
    void start(int width, int height) {
        width_ = width;
        height_ = height;
    }
    /// One line of brightness values, 0 black to 255 white.
    void add_line(int y, const uint8_t* values);
    /// Whether next to nothing differs from the page's middle tone; the outer 2 % (edges of the scan) do not
    /// count.
    [[nodiscard]] bool is_blank() const;

  private:
    int width_ = 0;
    int height_ = 0;
    std::array<int64_t, 256> histogram_{};
};

/// Each decodes to the last line. Errors: as inspect_page.
[[nodiscard]] base::Result<PageInfo> decode_jpeg(std::string_view bytes);
[[nodiscard]] base::Result<PageInfo> decode_png(std::string_view bytes);

/// Errors: page.too_many_pixels.
[[nodiscard]] base::Result<void> check_size(int64_t width, int64_t height);

}  // namespace yc::client::capture
