#include "reports/font_book.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <thread>

#include "reports/font_file.h"
#include "reports/font_search.h"
#include "reports/pdf_writer.h"
#include "tests/reports/paper_oracles.h"
#include "tests/support/files.h"

using namespace yc;
using reports::Face;

namespace {

std::filesystem::path place_of(const char* family) {
    const auto places = reports::FontSearch().find(family, false);
    return places.empty() ? std::filesystem::path() : places.front().path;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(font_book_tests)

BOOST_AUTO_TEST_CASE(rare_characters_have_a_glyph_in_every_face) {
    for (const Face face : {Face::body, Face::body_bold, Face::heading, Face::title, Face::digits})
        for (const char32_t point : std::u32string_view(U"国𠮷𬭎㛃𫖯·A1"))
            BOOST_TEST(tests::fonts().glyph(point, face).font != nullptr);
    BOOST_TEST(tests::fonts().undrawable("张𠮷𬭎㛃𫖯").empty());
}

BOOST_AUTO_TEST_CASE(a_character_no_font_has_is_named) {
    BOOST_TEST((tests::fonts().undrawable("a\U000E0041") == U"\U000E0041"));
}

BOOST_AUTO_TEST_CASE(width_is_the_sum_of_its_characters) {
    const auto& fonts = tests::fonts();
    BOOST_TEST(fonts.width("一窗", Face::body, 4.0) == 8.0, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(fonts.width("i", Face::body, 4.0) < fonts.width("m", Face::body, 4.0));
}

BOOST_AUTO_TEST_CASE(damaged_and_false_fonts_are_refused) {
    const auto bad = tests::kept("bad.ttf");
    std::ofstream(bad) << "this is no font at all";
    const auto opened = reports::FontBook::open({.preferred_files = {bad}});
    BOOST_REQUIRE(!opened.ok());
    BOOST_TEST(opened.error().code == "report.font_unreadable");
    BOOST_TEST(opened.error().args.at("file") == "bad.ttf");

    const auto whole = place_of("LXGW WenKai");
    BOOST_REQUIRE(!whole.empty());
    const auto cut = tests::kept("cut.ttf");
    std::filesystem::copy_file(whole, cut, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(cut, 60000);
    BOOST_TEST(!reports::FontBook::open({.preferred_files = {cut}}).ok());
}

BOOST_AUTO_TEST_CASE(without_any_font_the_error_says_so) {
    const auto opened = reports::FontBook::open({.preferred_files = {}, .use_system = false});
    BOOST_REQUIRE(!opened.ok());
    BOOST_TEST(opened.error().code == "report.font_missing");
}

/// A preferred TrueType font is embedded as such; what it lacks comes from the next font and still extracts.
BOOST_AUTO_TEST_CASE(a_preferred_font_goes_first) {
    const auto micro_hei = place_of("WenQuanYi Micro Hei");
    BOOST_REQUIRE(!micro_hei.empty());
    const auto book = reports::FontBook::open({.preferred_files = {micro_hei}});
    BOOST_REQUIRE(book.ok());
    BOOST_TEST(book->family(Face::body) == "WenQuanYi Micro Hei");
    reports::Page page;
    page.operations.push_back(
        reports::TextRun{20, 40, "申请人张𠮷𬭎㛃𫖯，编号450103。", Face::body, 5});
    const reports::Document document{"文", "", "zh-CN", {}, {page}};
    const auto path = tests::kept("preferred.pdf");
    tests::write_file(path, *reports::write_pdf(document, *book));
    BOOST_TEST(tests::text_of(path) == "申请人张𠮷𬭎㛃𫖯，编号450103。");
    const std::string embedded = tests::output_of("pdffonts '" + path.string() + "'");
    BOOST_TEST(embedded.find("CID TrueType") != std::string::npos);
    BOOST_TEST(embedded.find("WenQuanYiMicroHei") != std::string::npos);
    tests::output_of("qpdf --check '" + path.string() + "'");
}

BOOST_AUTO_TEST_CASE(many_threads_measure_alike) {
    const auto book = reports::FontBook::open();
    BOOST_REQUIRE(book.ok());
    std::vector<double> widths(4);
    {
        std::vector<std::jthread> threads;
        for (double& width : widths)
            threads.emplace_back([&] {
                for (char32_t point = 0x20; point < 0x9FFF; point += 7)
                    width += book->glyph(point, Face::body).advance;
            });
    }
    for (const double width : widths) BOOST_TEST(width == widths.front());
}

BOOST_AUTO_TEST_SUITE_END()
