#include "client/devices/sane_page.h"

#include <algorithm>
#include <bit>

namespace yc::client::devices {
namespace {

using base::fail;

constexpr int64_t kMillion = 1'000'000;

base::Result<void> check_pixels(int64_t width, int64_t height) {
    if (width * height <= capture::kMaxPagePixels) return {};
    return fail("page.too_many_pixels", "",
                {{"found", std::to_string((width * height + kMillion - 1) / kMillion)},
                 {"limit", std::to_string(capture::kMaxPagePixels / kMillion)}});
}

/// Which of red, green, blue a frame of one colour is; 0 for the others.
size_t channel_of(SANE_Frame format) {
    if (format == SANE_FRAME_GREEN) return 1;
    return format == SANE_FRAME_BLUE ? 2 : 0;
}

/// The sample at a place of a line, made 8 bits. One bit is 1 for black (grey) and stands highest first.
char sample_at(std::string_view line, size_t index, int depth) {
    if (depth == 8) return line[index];
    if (depth == 16) return line[index * 2 + (std::endian::native == std::endian::little ? 1 : 0)];
    const auto byte = static_cast<unsigned char>(line[index / 8]);
    return (byte >> (7 - index % 8) & 1) != 0 ? '\0' : '\xff';
}

}  // namespace

base::Result<void> SanePage::begin_frame(const SANE_Parameters& parameters) {
    frame_ = parameters;
    const bool grey = frame_.format == SANE_FRAME_GRAY;
    const bool rgb = frame_.format == SANE_FRAME_RGB;
    planes_ = frame_.format == SANE_FRAME_RED || frame_.format == SANE_FRAME_GREEN ||
              frame_.format == SANE_FRAME_BLUE;
    const bool depth = frame_.depth == 8 || frame_.depth == 16 || (frame_.depth == 1 && grey);
    if ((!grey && !rgb && !planes_) || !depth || frame_.pixels_per_line <= 0)
        return fail("scanner.unsupported", "frame format " + std::to_string(frame_.format));
    channels_ = grey ? 1 : 3;
    width_ = frame_.pixels_per_line;
    lines_ = 0;
    line_.clear();
    if (static_cast<size_t>(frame_.bytes_per_line) * 8 < line_samples() * static_cast<size_t>(frame_.depth))
        return fail("scanner.unsupported", "lines shorter than their pixels");
    return check_pixels(width_, std::max(frame_.lines, 0));
}

size_t SanePage::line_samples() const {
    return static_cast<size_t>(width_) * (planes_ ? 1 : static_cast<size_t>(channels_));
}

base::Result<void> SanePage::add(std::string_view bytes) {
    const auto length = static_cast<size_t>(frame_.bytes_per_line);
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, length - line_.size());
        line_ += part;
        bytes.remove_prefix(part.size());
        if (line_.size() < length) break;
        add_line();
        line_.clear();
        YC_CHECK(check_pixels(width_, lines_));
    }
    return {};
}

void SanePage::add_line() {
    const auto stride = static_cast<size_t>(width_) * static_cast<size_t>(channels_);
    const auto start = static_cast<size_t>(lines_) * stride;
    if (samples_.size() < start + stride) samples_.resize(start + stride, '\xff');
    const size_t step = planes_ ? 3 : 1;
    const size_t first = start + (planes_ ? channel_of(frame_.format) : 0);
    for (size_t i = 0; i < line_samples(); ++i)
        samples_[first + i * step] = sample_at(line_, i, frame_.depth);
    ++lines_;
    height_ = std::max(height_, lines_);
}

base::Result<void> SanePage::end_frame() {
    if (lines_ == 0 || (frame_.lines > 0 && lines_ < frame_.lines))
        return fail("scanner.page_incomplete",
                    std::to_string(lines_) + " of " + std::to_string(frame_.lines) + " lines");
    return {};
}

capture::RawImage SanePage::take(int dpi) {
    return {width_, height_, channels_, dpi, std::move(samples_)};
}

}  // namespace yc::client::devices
