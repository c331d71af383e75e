#pragma once
#include <sane/sane.h>

#include <string>
#include <string_view>

#include "client/capture/page.h"

namespace yc::client::devices {

/// Puts the frames of a page together: one of grey or RGB, or three of red, green and blue; 1, 8 or 16 bits a
/// sample; lines longer than their pixels; a height that is not known before the end. Knows no device.
class SanePage {
  public:
    /// Errors: scanner.unsupported for other formats, page.too_many_pixels.
    [[nodiscard]] base::Result<void> begin_frame(const SANE_Parameters& parameters);
    /// Bytes of the current frame, in pieces of any size.
    /// Errors: page.too_many_pixels when the page goes on and on.
    [[nodiscard]] base::Result<void> add(std::string_view bytes);
    /// Errors: scanner.page_incomplete when lines that were announced did not come, or none at all.
    [[nodiscard]] base::Result<void> end_frame();

    /// The page so far, complete after the last frame.
    [[nodiscard]] capture::RawImage take(int dpi);

  private:
    void add_line();
    [[nodiscard]] size_t line_samples() const;

    SANE_Parameters frame_{};
    std::string line_;  ///< the bytes of a line not yet whole
    int lines_ = 0;     ///< of the current frame
    int width_ = 0;
    int height_ = 0;
    int channels_ = 1;
    bool planes_ = false;  ///< red, green and blue come one after another
    std::string samples_;
};

}  // namespace yc::client::devices
