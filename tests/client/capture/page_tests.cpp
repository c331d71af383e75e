#include "client/capture/page.h"

#include <png.h>

#include <boost/test/unit_test.hpp>
#include <random>

using namespace yc;
using client::capture::encode_jpeg;
using client::capture::ImageFormat;
using client::capture::inspect_page;
using client::capture::RawImage;

namespace {

/// A white page with black bars on it, or with nothing.
RawImage page_image(int width, int height, int channels, bool bars = true) {
    RawImage image{width, height, channels, 300, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.samples.append(static_cast<size_t>(channels),
                                 bars && y % 40 < 6 && x % 200 > 30 ? '\x10' : '\xf5');
    return image;
}

std::string to_png(const RawImage& image) {
    png_image description{};
    description.version = PNG_IMAGE_VERSION;
    description.width = static_cast<png_uint_32>(image.width);
    description.height = static_cast<png_uint_32>(image.height);
    description.format = image.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&description, nullptr, &size, 0, image.samples.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&description, bytes.data(), &size, 0, image.samples.data(), 0, nullptr);
    bytes.resize(size);
    return bytes;
}

std::string verdict(std::string_view bytes) {
    const auto page = inspect_page(bytes);
    return page ? "good" : page.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_tests)

BOOST_AUTO_TEST_CASE(a_whole_jpeg_is_described) {
    for (const int channels : {1, 3}) {
        const auto page = inspect_page(*encode_jpeg(page_image(620, 877, channels)));
        BOOST_TEST_REQUIRE(page.ok());
        BOOST_TEST((page->format == ImageFormat::jpeg));
        BOOST_TEST(page->width == 620);
        BOOST_TEST(page->height == 877);
        BOOST_TEST(page->dpi == 300);
        BOOST_TEST(!page->blank);
    }
}

BOOST_AUTO_TEST_CASE(a_whole_png_is_described) {
    for (const int channels : {1, 3}) {
        const auto page = inspect_page(to_png(page_image(620, 877, channels)));
        BOOST_TEST_REQUIRE(page.ok());
        BOOST_TEST((page->format == ImageFormat::png));
        BOOST_TEST(page->width == 620);
        BOOST_TEST(page->height == 877);
        BOOST_TEST(!page->blank);
    }
}

BOOST_AUTO_TEST_CASE(a_page_cut_short_anywhere_is_noticed) {
    for (const auto& bytes : {*encode_jpeg(page_image(300, 400, 3)), to_png(page_image(300, 400, 3))}) {
        BOOST_TEST(verdict(bytes) == "good");
        for (const double part : {0.3, 0.6, 0.9, 0.99}) {
            const auto cut = bytes.substr(0, static_cast<size_t>(static_cast<double>(bytes.size()) * part));
            BOOST_TEST(verdict(cut) == "page.truncated", cut.size() << " of " << bytes.size());
        }
        BOOST_TEST(verdict(bytes.substr(0, bytes.size() - 2)) == "page.truncated");
    }
}

BOOST_AUTO_TEST_CASE(damage_inside_is_noticed) {
    const auto png = to_png(page_image(300, 400, 3));
    for (size_t at = 60; at + 20 < png.size(); at += png.size() / 10) {
        auto damaged = png;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        BOOST_TEST(verdict(damaged) != "good", at);
    }
    // A JPEG has no checksums; what can be seen is data that cannot be decoded: a stretch of it gone.
    auto jpeg = *encode_jpeg(page_image(300, 400, 3));
    jpeg.erase(jpeg.size() / 2, jpeg.size() / 4);
    BOOST_TEST(verdict(jpeg) != "good");
}

BOOST_AUTO_TEST_CASE(any_change_of_bytes_is_survived) {
    const unsigned seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::string whole[] = {*encode_jpeg(page_image(120, 160, 3)), to_png(page_image(120, 160, 1))};
    int refused = 0;
    for (int round = 0; round < 600; ++round) {
        auto bytes = whole[round % 2];
        for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
        refused += verdict(bytes) == "good" ? 0 : 1;
    }
    BOOST_TEST(refused > 200);
}

BOOST_AUTO_TEST_CASE(other_files_are_no_pages) {
    BOOST_TEST(verdict("") == "page.empty");
    BOOST_TEST(verdict("%PDF-1.7 something") == "page.not_image");
    BOOST_TEST(verdict("GIF89a") == "page.not_image");
    BOOST_TEST(verdict("\xff\xd8\xff") == "page.truncated");
    BOOST_TEST(verdict("\x89PNG\r\n\x1a\n") == "page.truncated");
}

BOOST_AUTO_TEST_CASE(too_large_is_refused_before_decoding) {
    const std::string huge = "\xff\xd8\xff" + std::string(client::capture::kMaxPageBytes, 'x');
    const auto bytes = inspect_page(huge);
    BOOST_TEST_REQUIRE(!bytes.ok());
    BOOST_TEST(bytes.error().code == "page.too_many_bytes");
    BOOST_TEST(bytes.error().args.at("limit") == "20");

    auto jpeg = *encode_jpeg(page_image(16, 16, 1));
    const auto frame = jpeg.find("\xff\xc0");
    jpeg.replace(frame + 5, 4, "\x4e\x20\x4e\x20");  // 20,000 × 20,000 in the header of a tiny file
    const auto pixels = inspect_page(jpeg);
    BOOST_TEST_REQUIRE(!pixels.ok());
    BOOST_TEST(pixels.error().code == "page.too_many_pixels");
    BOOST_TEST(pixels.error().args.at("found") == "400");
}

BOOST_AUTO_TEST_CASE(a_page_with_nothing_on_it_is_blank) {
    BOOST_TEST(inspect_page(*encode_jpeg(page_image(620, 877, 3, false)))->blank);
    BOOST_TEST(inspect_page(to_png(page_image(620, 877, 1, false)))->blank);
    auto stroke = page_image(620, 877, 1, false);
    for (int x = 200; x < 320; ++x)
        for (int y = 400; y < 403; ++y) stroke.samples[static_cast<size_t>(y * 620 + x)] = '\x20';
    BOOST_TEST(!inspect_page(to_png(stroke))->blank);
}

BOOST_AUTO_TEST_CASE(samples_that_do_not_fit_are_not_encoded) {
    BOOST_TEST(encode_jpeg({10, 10, 3, 0, std::string(299, 'x')}).error().code == "page.encode_failed");
    BOOST_TEST(encode_jpeg({0, 10, 3, 0, ""}).error().code == "page.encode_failed");
    BOOST_TEST(encode_jpeg({5, 10, 2, 0, std::string(100, 'x')}).error().code == "page.encode_failed");
}

BOOST_AUTO_TEST_SUITE_END()
