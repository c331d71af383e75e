// jpeglib.h needs these before it.
#include <csetjmp>
#include <cstdio>
//
#include <jpeglib.h>

#include <algorithm>
#include <cstdlib>

#include "client/capture/page.h"

namespace yc::client::capture {
namespace {

struct Problems {
    jpeg_error_mgr manager;
    jmp_buf back;
};

void stop(j_common_ptr info) {
    std::longjmp(reinterpret_cast<Problems*>(info->err)->back, 1);
}

class Encoder {
  public:
    Encoder() {
        info_.err = jpeg_std_error(&problems_.manager);
        problems_.manager.error_exit = stop;
        jpeg_create_compress(&info_);
    }
    ~Encoder() {
        jpeg_destroy_compress(&info_);
        std::free(buffer_);
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    /// Holds nothing that a longjmp would leave undestroyed.
    bool encode(const RawImage& image, int quality) {
        if (setjmp(problems_.back) != 0) return false;
        jpeg_mem_dest(&info_, &buffer_, &size_);
        info_.image_width = static_cast<JDIMENSION>(image.width);
        info_.image_height = static_cast<JDIMENSION>(image.height);
        info_.input_components = image.channels;
        info_.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&info_);
        jpeg_set_quality(&info_, quality, TRUE);
        if (image.dpi > 0) {
            info_.density_unit = 1;
            info_.X_density = info_.Y_density = static_cast<UINT16>(std::min(image.dpi, 65535));
        }
        jpeg_start_compress(&info_, TRUE);
        const auto stride = static_cast<size_t>(image.width) * static_cast<size_t>(image.channels);
        while (info_.next_scanline < info_.image_height) {
            auto* row = reinterpret_cast<JSAMPROW>(
                const_cast<char*>(image.samples.data() + info_.next_scanline * stride));
            jpeg_write_scanlines(&info_, &row, 1);
        }
        jpeg_finish_compress(&info_);
        return true;
    }
    [[nodiscard]] std::string bytes() const { return {reinterpret_cast<const char*>(buffer_), size_}; }

  private:
    jpeg_compress_struct info_{};
    Problems problems_{};
    unsigned char* buffer_ = nullptr;
    unsigned long size_ = 0;
};

}  // namespace

base::Result<std::string> encode_jpeg(const RawImage& image, int quality) {
    const bool channels = image.channels == 1 || image.channels == 3;
    const auto needed = static_cast<size_t>(std::max(image.width, 0)) *
                        static_cast<size_t>(std::max(image.height, 0)) *
                        static_cast<size_t>(channels ? image.channels : 0);
    if (needed == 0 || image.samples.size() != needed)
        return base::fail("page.encode_failed", "samples do not fit the size of the image");
    Encoder encoder;
    if (!encoder.encode(image, std::clamp(quality, 1, 100)))
        return base::fail("page.encode_failed", "libjpeg gave up");
    return encoder.bytes();
}

}  // namespace yc::client::capture
