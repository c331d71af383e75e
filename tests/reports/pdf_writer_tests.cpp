#include "reports/pdf_writer.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "core/base/utf8.h"
#include "reports/font_file.h"
#include "reports/pdf_content.h"
#include "tests/reports/paper_oracles.h"
#include "tests/support/files.h"

using namespace yc;
using namespace yc::reports;

namespace {

Document one_line(const std::string& text) {
    Page page;
    page.operations.push_back(TextRun{20, 30, text, Face::body, 5});
    return {"标题 𠮷", "subject", "zh-CN", base::parse_instant("2026-11-22T10:33:00+08:00").value(), {page}};
}

/// Dark pixels of the page rendered at 100 dpi.
long ink_of(const std::filesystem::path& pdf) {
    const std::string pgm = tests::output_of("pdftoppm -r 100 -gray -singlefile '" + pdf.string() + "'");
    long dark = 0;
    for (const char byte : pgm) dark += static_cast<unsigned char>(byte) < 100 ? 1 : 0;
    return dark;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_writer_tests)

BOOST_AUTO_TEST_CASE(every_character_extracts_as_itself_and_is_drawn) {
    const std::string text = "𠮷𬭎㛃𫖯龘·玉⽟“”（）—…ABCxyz0189é";
    const auto path = tests::save(one_line(text), "characters");
    BOOST_TEST(tests::text_of(path) == text);
    BOOST_TEST(ink_of(path) > 500);
}

/// Two characters may share a glyph in a font (玉 and the radical ⽟); both must come out as what they were.
BOOST_AUTO_TEST_CASE(characters_that_share_a_glyph_stay_apart) {
    const auto path = tests::save(one_line("玉⽟玉⽟"), "shared_glyph");
    BOOST_TEST(tests::text_of(path) == "玉⽟玉⽟");
}

BOOST_AUTO_TEST_CASE(a_character_no_font_has_is_a_box_that_extracts) {
    const auto path = tests::save(one_line("甲\U000E0041乙"), "no_glyph");
    const auto blank = tests::save(one_line("甲乙"), "no_glyph_blank");
    BOOST_TEST(tests::text_of(path).find("甲\U000E0041乙") != std::string::npos);
    BOOST_TEST(ink_of(path) > ink_of(blank) + 20);
}

BOOST_AUTO_TEST_CASE(the_file_is_sound_and_its_fonts_are_embedded_subsets) {
    const auto path = tests::save(one_line("食品经营许可 Licence"), "sound");
    const std::string check = tests::output_of("qpdf --check '" + path.string() + "'");
    BOOST_TEST(check.find("No syntax or stream encoding errors") != std::string::npos);
    BOOST_TEST(check.find("WARNING") == std::string::npos);
    const std::string fonts = tests::output_of("pdffonts '" + path.string() + "'");
    BOOST_TEST(fonts.find("yes yes yes") != std::string::npos);
    BOOST_TEST(fonts.find(" no ") == std::string::npos);
    BOOST_TEST(fonts.find("Syntax") == std::string::npos);
    BOOST_TEST(std::filesystem::file_size(path) < 60000u);
}

BOOST_AUTO_TEST_CASE(properties_are_those_given) {
    const auto path = tests::save(one_line("x"), "properties");
    const std::string info = tests::output_of("pdfinfo -isodates '" + path.string() + "'");
    BOOST_TEST(info.find("标题 𠮷") != std::string::npos);
    BOOST_TEST(info.find("2026-11-22T") != std::string::npos);
    BOOST_TEST(info.find("Pages:           1") != std::string::npos);
    BOOST_TEST(info.find("A4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
    const Document document = one_line("同一份文书");
    BOOST_TEST((write_pdf(document, tests::fonts()).value() == write_pdf(document, tests::fonts()).value()));
    const FontBook other = FontBook::open().value();
    BOOST_TEST((write_pdf(document, tests::fonts()).value() == write_pdf(document, other).value()));
}

/// A font is cut from a smaller face from the second time on; the bytes must not tell.
BOOST_AUTO_TEST_CASE(a_subset_does_not_depend_on_what_was_printed_before) {
    for (const char32_t rare : {U'文', U'\U00020BB7'}) {
        const FontBook fresh = FontBook::open().value();
        const FontFile& font = *fresh.glyph(U'文', Face::body).font;
        std::set<uint32_t> glyphs;
        for (const char32_t point : std::u32string_view(U"申请材料齐全，现予收件。A1"))
            glyphs.insert(font.glyph(point));
        glyphs.insert(font.glyph(rare));
        const auto first = font.subset(glyphs).value();
        for (int i = 0; i < 3; ++i) {
            const auto again = font.subset(glyphs).value();
            BOOST_TEST((again.bytes == first.bytes));
            BOOST_TEST((again.code_of == first.code_of));
        }
    }
}

/// The outline path is what is drawn for fonts whose licence forbids embedding.
BOOST_AUTO_TEST_CASE(outlines_are_closed_paths_in_em) {
    const DrawnGlyph& drawn = tests::fonts().glyph(U'国', Face::body);
    const std::string path = drawn.font->outline(drawn.glyph);
    BOOST_TEST(path.find(" m\n") != std::string::npos);
    BOOST_TEST(path.ends_with("f\n"));
}

BOOST_AUTO_TEST_SUITE_END()
