#include <minizip/zip.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "core/base/utf8.h"
#include "core/wire/item_json.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/exchange/cell_rows.h"
#include "forms/exchange/sheet.h"
#include "forms/exchange/sheet_items.h"
#include "forms/sample_district.h"
#include "tests/support/files.h"
#include "tests/support/items.h"
#include "tests/support/temp_dir.h"

using namespace yc;
namespace exchange = forms::exchange;
using exchange::Format;

namespace {

forms::CodeProfile gb() {
    return *forms::code_profile("gbt39046");
}

/// A zip file of these parts.
std::string zip_of(const std::string& path, const std::vector<std::pair<std::string, std::string>>& parts) {
    auto* zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    for (const auto& [name, content] : parts) {
        zipOpenNewFileInZip(zip, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6);
        zipWriteInFileInZip(zip, content.data(), static_cast<unsigned>(content.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    return *exchange::content_of_file(path);
}

/// An .xlsx file with this worksheet, as other programs write it.
std::string xlsx_of(const std::string& path, const std::string& sheet, const std::string& strings = {}) {
    std::vector<std::pair<std::string, std::string>> parts{
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId7"/><sheet name="b" r:id="rId8"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId8" Target="worksheets/b.xml"/><Relationship Id="rId7" Target="/xl/worksheets/a.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/a.xml", sheet}};
    if (!strings.empty()) parts.emplace_back("xl/sharedStrings.xml", strings);
    return zip_of(path, parts);
}

std::vector<const domain::ServiceItem*> pointers(const std::vector<domain::ServiceItem>& items) {
    std::vector<const domain::ServiceItem*> out;
    for (const auto& item : items) out.push_back(&item);
    return out;
}

/// What the sheet has no column for, taken away.
domain::ServiceItem carried(domain::ServiceItem item) {
    item.version = 1;
    item.fully_defined = false;
    tests::redefine(item, [](domain::ItemDefinition& definition) {
        definition.form.clear();
        definition.flow.clear();
        definition.questions.clear();
        definition.adjustments.clear();
        definition.assisting_departments.clear();
        definition.result_document_type.clear();
        definition.result_valid_months = 0;
        definition.site_check = definition.counter_accepts = definition.counter_decides = false;
        for (auto& material : definition.materials) {
            material.document_type.clear();
            material.least_grade = domain::TrustGrade::verified;
            material.when = {};
        }
    });
    return item;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_tests)

BOOST_AUTO_TEST_CASE(csv_reads_quotes_line_ends_and_other_separators) {
    const auto sheet = exchange::read_csv("a,\"b \"\"x\"\"\r\nc\",d\r\n\r\n1;2,,\"3\"\n'=x,''y,'z");
    BOOST_REQUIRE(sheet.ok());
    const exchange::Sheet expected{
        {1, {"a", "b \"x\"\r\nc", "d"}}, {4, {"1;2", "", "3"}}, {5, {"=x", "'y", "'z"}}};
    BOOST_TEST((*sheet == expected));
    BOOST_TEST(exchange::read_csv("a\tb,c\td\n").value()[0].cells.size() == 3u);
    BOOST_TEST(exchange::read_csv("a;b\n").value()[0].cells.size() == 2u);
    const auto open = exchange::read_csv("a\nb,\"c\nd");
    BOOST_REQUIRE(!open.ok());
    BOOST_TEST(open.error().code == "catalogue.sheet_quote");
    BOOST_TEST(open.error().args.at("line") == "2");
}

BOOST_AUTO_TEST_CASE(csv_goes_out_without_formulas_and_comes_back) {
    const exchange::Sheet sheet{
        {1, {"=cmd|' /C calc'!A0", "+1", "-1", "@x", "'quoted", "a,b", "\"", "line\nend", "\ttab", "plain"}}};
    const auto text = exchange::write_csv(sheet);
    BOOST_TEST(text.starts_with("\xEF\xBB\xBF"));
    BOOST_TEST(text.find(",'-1,'@x") != std::string::npos);
    BOOST_TEST((*exchange::read_csv(*exchange::to_utf8(text)) == sheet));
}

BOOST_AUTO_TEST_CASE(any_text_survives_csv) {
    const auto seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const std::u32string alphabet = U"=+-@'\"',;\t\r\n \\|中𠮷a0";
    for (int round = 0; round < 2000; ++round) {
        exchange::Sheet sheet{{1, {"header", "x"}}, {2, {}}};
        for (int i = 0; i < 2; ++i) {
            std::u32string cell = U"x";
            if (round % 3) cell.clear();
            for (auto n = random() % 8; n > 0; --n) cell += alphabet[random() % alphabet.size()];
            if (cell.empty()) cell = U"y";
            sheet[1].cells.push_back(base::encode_utf8(cell));
        }
        const auto back = exchange::read_csv(*exchange::to_utf8(exchange::write_csv(sheet)));
        BOOST_REQUIRE_MESSAGE(back.ok() && back->size() == 2 && (*back)[1].cells == sheet[1].cells,
                              "seed " << seed << " round " << round);
        const auto rows =
            std::vector<exchange::CellRow>{{base::trim(sheet[1].cells[0]) + "x", "b"}, {"c", "d"}};
        BOOST_REQUIRE((exchange::rows_of_cell(exchange::cell_of_rows(rows)) == rows));
    }
}

BOOST_AUTO_TEST_CASE(text_of_other_encodings_is_converted) {
    BOOST_TEST(*exchange::to_utf8("\xEF\xBB\xBF\xE4\xBA\x8B") == "事");
    BOOST_TEST(*exchange::to_utf8("\xCA\xC2\xCF\xEE") == "事项");              // GB2312
    BOOST_TEST(*exchange::to_utf8("\x95\x32\x82\x36") == "\xF0\xA0\x80\x80");  // GB18030, four bytes
    BOOST_TEST(*exchange::to_utf8(std::string_view("\xFF\xFE\x8B\x4E", 4)) == "事");
    BOOST_TEST(exchange::to_utf8("\xFF\xFF\xFF").error().code == "catalogue.encoding");
}

BOOST_AUTO_TEST_CASE(a_list_kept_by_a_hall_is_read_with_its_title_and_unknown_columns) {
    const auto text =
        "青秀区事项清单,,,\n序号,编码,事项 名称,事项类型,承诺办结时限,监督电话,部门,是否收费\n"
        "1,A1,甲许可,行政许可,即办,0771－5550199,区局,否\n"
        "2,A2,乙确认,07,5个工作日,无,区局,否\n3,A3,丙,什么,很快,,区局,\n4,,丁,,,,,\n";
    const auto report = exchange::read_items(text, exchange::format_of(text), gb());
    BOOST_REQUIRE(report.ok());
    BOOST_REQUIRE(report->items.size() == 3u);
    BOOST_TEST((report->items[0].type == domain::ItemType::licence));
    BOOST_TEST(report->items[0].definition().guide.complaint_phone == "0771-5550199");
    BOOST_TEST((report->items[1].type == domain::ItemType::confirmation));
    BOOST_TEST(report->items[1].definition().promised.amount == 5);
    BOOST_TEST(report->items[1].definition().guide.complaint_phone == "");
    std::vector<std::string> codes;
    for (const auto& problem : report->problems)
        codes.push_back(std::to_string(problem.line) + problem.reason.code);
    const std::vector<std::string> expected{"5catalogue.entry_cell", "5catalogue.entry_cell",
                                            "6catalogue.entry_no_code"};
    BOOST_TEST(codes == expected, boost::test_tools::per_element());
    BOOST_TEST(exchange::read_items("a,b\n1,2\n", Format::csv, gb()).error().code ==
               "catalogue.sheet_header");
}

BOOST_AUTO_TEST_CASE(every_built_in_item_survives_csv_and_xlsx) {
    const tests::TempDir folder;
    const auto sample = forms::sample_catalogue();
    for (const auto format : {Format::csv, Format::xlsx}) {
        const auto file = (folder / std::string(base::to_name(format))).string();
        BOOST_REQUIRE(exchange::write_items(pointers(sample.items), format, gb(), file).ok());
        const auto bytes = exchange::content_of_file(file);
        BOOST_TEST((exchange::format_of(*bytes) == format));
        const auto back = exchange::read_items(*bytes, format, gb());
        BOOST_REQUIRE(back.ok());
        BOOST_TEST(back->problems.empty());
        BOOST_REQUIRE(back->items.size() == sample.items.size());
        for (size_t i = 0; i < sample.items.size(); ++i)
            BOOST_TEST(wire::item_to_json(back->items[i]).dump() ==
                       wire::item_to_json(carried(sample.items[i])).dump());
        const auto again = exchange::read_items(*bytes, format, gb(), [&](const std::string& code) {
            const auto found = std::find_if(sample.items.begin(), sample.items.end(),
                                            [&](const auto& item) { return item.code == code; });
            return found == sample.items.end() ? nullptr : &*found;
        });
        BOOST_TEST((again->items == sample.items));
    }
}

BOOST_AUTO_TEST_CASE(xlsx_of_other_programs_is_read) {
    const tests::TempDir folder;
    const auto bytes = xlsx_of(
        (folder / "a.xlsx").string(),
        R"(<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>粗</t></r><r><t>细</t></r></is></c></row>
<row r="5"><c r="A5" s="1"><v>46348</v></c><c r="B5" s="2"><v>46348.5</v></c><c r="C5"><v>12</v></c><c r="D5"><v>1.5</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="str"><f>1+1</f><v>算出</v></c><c r="G5" t="e"><v>#N/A</v></c></row></sheetData></worksheet>)",
        R"(<sst><si><t>甲</t><rPh><t>jia</t></rPh></si></sst>)");
    const auto sheet = exchange::read_xlsx(bytes);
    BOOST_REQUIRE(sheet.ok());
    const exchange::Sheet expected{{2, {"甲", "", "粗细"}},
                                   {5, {"2026-11-22", "2026-11-22 12:00:00", "12", "1.5", "是", "算出", ""}}};
    BOOST_TEST((*sheet == expected));
}

BOOST_AUTO_TEST_CASE(hostile_workbooks_are_refused_within_bounds) {
    const tests::TempDir folder;
    const auto code = [&](const std::string& sheet, const std::string& strings = {}) {
        const auto read = exchange::read_xlsx(xlsx_of((folder / "x.xlsx").string(), sheet, strings));
        return read ? std::string() : read.error().code;
    };
    BOOST_TEST(code("<worksheet><sheetData>" + std::string(300'001 * 6, ' ')) == "catalogue.xlsx_broken");
    std::string rows = "<worksheet><sheetData>";
    for (int i = 0; i < 300'002; ++i) rows += "<row/>";
    BOOST_TEST(code(rows) == "catalogue.sheet_too_big");
    std::string wide = "<worksheet><sheetData>";
    for (int i = 0; i < 100'000; ++i) wide += "<row><c r=\"GR1\"><v>1</v></c></row>";
    BOOST_TEST(code(wide) == "catalogue.sheet_too_big");
    BOOST_TEST(code("<worksheet><row><c r=\"ZZZ1\"><v>1</v></c></row></worksheet>") ==
               "catalogue.sheet_too_big");
    BOOST_TEST(code("<worksheet><row><c><v>" + std::string(400'000, '1') + "</v></c></row></worksheet>") ==
               "catalogue.sheet_too_big");
    BOOST_TEST(code("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>") == "catalogue.xlsx_broken");
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    BOOST_TEST(code(deep) == "catalogue.xlsx_broken");
    BOOST_TEST(exchange::read_xlsx("PK\x03\x04 nothing").error().code == "catalogue.xlsx_broken");
    BOOST_TEST(exchange::read_xlsx("").error().code == "catalogue.xlsx_broken");
}

BOOST_AUTO_TEST_CASE(a_file_too_large_is_refused_before_it_is_read) {
    const tests::TempDir folder;
    const auto file = folder / "huge.json";
    tests::write_file(file, "[");
    std::filesystem::resize_file(file, 1UL << 30);  // sparse
    BOOST_TEST(exchange::content_of_file(file.string()).error().code == "catalogue.file_too_big");
    BOOST_TEST(exchange::content_of_file("/dev/zero").error().code == "catalogue.file_too_big");
    BOOST_TEST(exchange::content_of_file((folder / "none").string()).error().code == "catalogue.unreadable");
}

BOOST_AUTO_TEST_CASE(deep_nesting_and_odd_text_are_refused_in_any_format) {
    const std::string deep(100'000, '[');
    for (const auto format : {Format::list, Format::national, Format::csv, Format::xlsx})
        for (const auto& text :
             {deep, "[{\"AUDIT_ITEM\":" + deep, std::string("\0\0\0", 3), std::string(), std::string("[")})
            BOOST_TEST(!exchange::read_items(text, format, gb()).ok());
}

BOOST_AUTO_TEST_SUITE_END()
