#include "cli/journey_pages.h"

#include <png.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

#include "client/capture/page.h"
#include "client/devices/scanner.h"

namespace yc::cli {

namespace {

constexpr int width = 1240;
constexpr int height = 1754;

/// A title bar and lines of words, dark grey on paper white.
std::string paper(unsigned seed) {
    std::mt19937 random(seed);
    std::string grey(static_cast<size_t>(width) * height, static_cast<char>(246));
    const auto bar = [&](int x, int y, int w, int h) {
        for (int row = y; row < y + h && row < height; ++row)
            for (int column = x; column < x + w && column < width; ++column)
                grey[static_cast<size_t>(row) * width + column] = static_cast<char>(50);
    };
    bar(370, 120, 500, 46);
    for (int y = 260; y < height - 200; y += 44)
        for (int x = 140; x < width - 180;) {
            const int word = 30 + static_cast<int>(random() % 120);
            bar(x, y, std::min(word, width - 160 - x), 16);
            x += word + 14;
        }
    return grey;
}

}  // namespace

base::Result<std::string> sample_page_jpeg(unsigned seed) {
    return client::capture::encode_jpeg({width, height, 1, 150, paper(seed)});
}

base::Result<std::string> sample_page_png(unsigned seed) {
    const std::string grey = paper(seed);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(&image, nullptr, &size, 0, grey.data(), 0, nullptr) == 0)
        return base::fail("page.encode_failed", image.message);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, grey.data(), 0, nullptr) == 0)
        return base::fail("page.encode_failed", image.message);
    bytes.resize(size);
    return bytes;
}

base::Result<std::string> scan_test_page(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    write_bytes(folder / "dll.conf", "test\n");
    write_bytes(folder / "test.conf",
                "number_of_devices 1\ntest-picture Grid\nresolution 75.0\n"
                "geometry_min 0.0\ngeometry_max 300.0\ngeometry_quant 1.0\n");
    ::setenv("SANE_CONFIG_DIR", folder.c_str(), 1);
    const auto scanner = client::devices::make_sane_scanner();
    std::string page;
    YC_TRY(const auto summary,
           scanner->scan({.scanner = "test:0", .dpi = 75},
                         [&](client::devices::ScannedPage scanned) { page = scanned.bytes; }));
    if (summary.pages == 0 || page.empty()) return base::fail("scanner.failed", "no page", {{"status", "0"}});
    return page;
}

std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return !out.fail();
}

}  // namespace yc::cli
