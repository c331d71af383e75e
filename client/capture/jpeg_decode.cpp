// jpeglib.h needs these before it.
#include <csetjmp>
#include <cstdio>
//
#include <jerror.h>
#include <jpeglib.h>

#include <cmath>
#include <vector>

#include "client/capture/decoders.h"

namespace yc::client::capture {
namespace {

using base::fail;

/// A real page has a handful of scans; a file made to keep the decoder busy has thousands (libjpeg-turbo
/// report 2016).
constexpr int kMostScans = 200;
constexpr double kCentimetresInInch = 2.54;

/// libjpeg reports errors by functions in its error manager, which may not return; hence longjmp.
struct Problems {
    jpeg_error_mgr manager;
    jmp_buf back;
    int warning = 0;  ///< the first warning that means damage
};

Problems& problems_of(j_common_ptr info) {
    return *reinterpret_cast<Problems*>(info->err);
}

void stop(j_common_ptr info) {
    std::longjmp(problems_of(info).back, 1);
}

/// Level −1 is a warning: the data is damaged and libjpeg would go on with grey. Bytes that are merely
/// superfluous between two markers are written by some cameras and harm nothing.
void note(j_common_ptr info, int level) {
    const int code = info->err->msg_code;
    if (level >= 0 || code == JWRN_EXTRANEOUS_DATA) return;
    if (auto& problems = problems_of(info); problems.warning == 0) problems.warning = code;
}

void watch(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kMostScans) stop(info);
}

class Decoder {
  public:
    explicit Decoder(std::string_view bytes) {
        info_.err = jpeg_std_error(&problems_.manager);
        problems_.manager.error_exit = stop;
        problems_.manager.emit_message = note;
        jpeg_create_decompress(&info_);
        progress_.progress_monitor = watch;
        info_.progress = &progress_;
        jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    ~Decoder() { jpeg_destroy_decompress(&info_); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    base::Result<PageInfo> run() {
        if (!read_header()) return verdict();
        YC_CHECK(check_size(info_.image_width, info_.image_height));
        brightness_.start(static_cast<int>(info_.image_width), static_cast<int>(info_.image_height));
        line_.resize(static_cast<size_t>(info_.image_width) * 4);
        if (!read_lines() || problems_.warning != 0) return verdict();
        PageInfo page;
        page.format = ImageFormat::jpeg;
        page.width = static_cast<int>(info_.image_width);
        page.height = static_cast<int>(info_.image_height);
        page.dpi = dpi();
        page.blank = brightness_.is_blank();
        return page;
    }

  private:
    // The two below hold nothing that a longjmp would leave undestroyed.
    bool read_header() {
        if (setjmp(problems_.back) != 0) return false;
        return jpeg_read_header(&info_, TRUE) == JPEG_HEADER_OK;
    }

    bool read_lines() {
        if (setjmp(problems_.back) != 0) return false;
        const bool inked = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
        info_.out_color_space = inked ? JCS_CMYK : JCS_GRAYSCALE;
        jpeg_start_decompress(&info_);
        while (info_.output_scanline < info_.output_height) {
            const int y = static_cast<int>(info_.output_scanline);
            JSAMPROW row = line_.data();
            jpeg_read_scanlines(&info_, &row, 1);
            if (inked) average_inks();
            brightness_.add_line(y, line_.data());
        }
        return jpeg_finish_decompress(&info_) == TRUE;
    }

    void average_inks() {
        for (size_t x = 0; x < info_.output_width; ++x)
            line_[x] = static_cast<uint8_t>(
                (line_[4 * x] + line_[4 * x + 1] + line_[4 * x + 2] + line_[4 * x + 3]) / 4);
    }

    [[nodiscard]] int dpi() const {
        if (info_.density_unit == 1) return info_.X_density;
        if (info_.density_unit == 2)
            return static_cast<int>(std::lround(info_.X_density * kCentimetresInInch));
        return 0;
    }

    [[nodiscard]] base::Error verdict() const {
        const int code = problems_.warning != 0 ? problems_.warning : problems_.manager.msg_code;
        const auto detail = "libjpeg message " + std::to_string(code);
        if (code == JWRN_JPEG_EOF || code == JERR_INPUT_EOF || code == JERR_INPUT_EMPTY)
            return fail("page.truncated", detail);
        return fail("page.damaged", detail);
    }

    jpeg_decompress_struct info_{};
    Problems problems_{};
    jpeg_progress_mgr progress_{};
    Brightness brightness_;
    std::vector<uint8_t> line_;
};

}  // namespace

base::Result<PageInfo> decode_jpeg(std::string_view bytes) {
    return Decoder(bytes).run();
}

}  // namespace yc::client::capture
