#include <png.h>

#include <cmath>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "client/capture/decoders.h"

namespace yc::client::capture {
namespace {

using base::fail;

constexpr double kMetresInInch = 0.0254;
constexpr png_alloc_size_t kLargestChunk = 8 * 1024 * 1024;

class Decoder {
  public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, stop, ignore);
        info_ = png_create_info_struct(png_);
        png_set_read_fn(png_, this, read);
        png_set_user_limits(png_, 0x7fffffff, 0x7fffffff);
        png_set_chunk_malloc_max(png_, kLargestChunk);
    }
    ~Decoder() { png_destroy_read_struct(&png_, &info_, nullptr); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    base::Result<PageInfo> run() {
        if (!read_header()) return verdict();
        const auto width = png_get_image_width(png_, info_);
        const auto height = png_get_image_height(png_, info_);
        YC_CHECK(check_size(width, height));
        brightness_.start(static_cast<int>(width), static_cast<int>(height));
        const bool whole = png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE;
        image_.resize(static_cast<size_t>(width) * (whole ? height : 1));
        for (size_t y = 0; y < (whole ? height : 1); ++y) rows_.push_back(image_.data() + y * width);
        if (!read_lines(static_cast<int>(height), whole)) return verdict();
        PageInfo page;
        page.format = ImageFormat::png;
        page.width = static_cast<int>(width);
        page.height = static_cast<int>(height);
        page.dpi = static_cast<int>(std::lround(png_get_pixels_per_meter(png_, info_) * kMetresInInch));
        page.blank = brightness_.is_blank();
        return page;
    }

  private:
    static void stop(png_structp png, png_const_charp) { std::longjmp(png_jmpbuf(png), 1); }
    static void ignore(png_structp, png_const_charp) {}
    static void read(png_structp png, png_bytep to, size_t count) {
        auto& self = *static_cast<Decoder*>(png_get_io_ptr(png));
        if (count > self.rest_.size()) {
            self.ran_out_ = true;
            png_error(png, "end of data");
        }
        std::memcpy(to, self.rest_.data(), count);
        self.rest_.remove_prefix(count);
    }

    // The two below hold nothing that a longjmp would leave undestroyed.
    bool read_header() {
        if (setjmp(png_jmpbuf(png_)) != 0) return false;
        png_read_info(png_, info_);
        return true;
    }

    /// Reads as 8-bit grey, on white where the image is transparent.
    bool read_lines(int height, bool whole) {
        if (setjmp(png_jmpbuf(png_)) != 0) return false;
        png_set_expand(png_);
        png_set_strip_16(png_);
        png_color_16 white{};
        white.red = white.green = white.blue = white.gray = 255;
        png_set_background(png_, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
        if ((png_get_color_type(png_, info_) & PNG_COLOR_MASK_COLOR) != 0)
            png_set_rgb_to_gray(png_, PNG_ERROR_ACTION_NONE, PNG_RGB_TO_GRAY_DEFAULT,
                                PNG_RGB_TO_GRAY_DEFAULT);
        png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        if (png_get_rowbytes(png_, info_) != png_get_image_width(png_, info_)) png_error(png_, "not grey");
        if (whole) png_read_image(png_, rows_.data());
        for (int y = 0; y < height; ++y) {
            if (!whole) png_read_row(png_, rows_[0], nullptr);
            brightness_.add_line(y, rows_[whole ? static_cast<size_t>(y) : 0]);
        }
        png_read_end(png_, nullptr);
        return true;
    }

    [[nodiscard]] base::Error verdict() const {
        if (ran_out_) return fail("page.truncated", "end of data");
        return fail("page.damaged", "libpng gave up");
    }

    std::string_view rest_;
    bool ran_out_ = false;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    Brightness brightness_;
    std::vector<uint8_t> image_;
    std::vector<png_bytep> rows_;
};

}  // namespace

base::Result<PageInfo> decode_png(std::string_view bytes) {
    return Decoder(bytes).run();
}

}  // namespace yc::client::capture
