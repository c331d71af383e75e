#include "reports/sheet.h"

#include <boost/test/unit_test.hpp>

#include "reports/bar_chart.h"
#include "reports/daily_report.h"
#include "tests/reports/paper_oracles.h"
#include "tests/reports/random_day.h"

using namespace yc;
using namespace yc::reports;

namespace {

constexpr double closing_height = 26.5, page_top = 16;

/// A table, a note and a closing: as notices end.
base::Result<Sheet> lay(size_t rows, const Flow& flow) {
    Sheet sheet(tests::fonts(), 210, 297, {24, page_top, 22, 23}, flow);
    sheet.skip(3);
    sheet.heading("清单", {Face::heading, 4.2, 1.7}, 19);
    std::vector<std::vector<Cell>> cells{{{"序号", true}, {"材料名称", true}}};
    for (size_t i = 0; i < rows; ++i) cells.push_back({{"r" + std::to_string(i)}, {"材料"}});
    TableStyle style;
    style.header_rows = 1;
    sheet.table({{20}, {144}}, cells, style);
    sheet.skip(2);
    sheet.paragraph("法律依据", {Face::body, 3.2, 1.5});
    sheet.begin_closing(closing_height);
    sheet.text_at(sheet.left(), sheet.y() + 8, "签名", {});
    sheet.move_to(sheet.y() + closing_height);
    return sheet;
}

std::vector<Page> fitted(size_t rows) {
    auto sheet = lay_out_fitting([&](const Flow& flow) { return lay(rows, flow); });
    BOOST_REQUIRE(sheet.ok());
    return std::move(sheet->pages());
}

std::vector<TextRun> runs_of(const Page& page) {
    std::vector<TextRun> runs;
    for (const Operation& operation : page.operations)
        if (const auto* run = std::get_if<TextRun>(&operation)) runs.push_back(*run);
    return runs;
}

/// The first run of the last page that says so.
std::optional<TextRun> on_last_page(const std::vector<Page>& pages, const std::string& text) {
    for (const TextRun& run : runs_of(pages.back()))
        if (run.text.starts_with(text)) return run;
    return std::nullopt;
}

size_t count_of(const std::vector<Page>& pages, const std::string& text) {
    size_t count = 0;
    for (const Page& page : pages)
        for (const TextRun& run : runs_of(page)) count += run.text == text;
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_tests)

BOOST_AUTO_TEST_CASE(what_fits_is_not_tightened) {
    auto plain = lay(10, {});
    BOOST_REQUIRE(plain.ok());
    BOOST_TEST(on_last_page(fitted(10), "签名")->baseline == on_last_page(plain->pages(), "签名")->baseline);
}

/// Where the closing just does not fit, the white space gives way; where much runs over, it does not.
BOOST_AUTO_TEST_CASE(a_little_too_much_is_fitted_on_the_page) {
    size_t most = 1;
    while (lay(most + 1, {})->pages().size() == 1) ++most;
    BOOST_TEST(fitted(most).size() == 1);
    BOOST_TEST(fitted(most + 1).size() == 1);
    BOOST_TEST(fitted(most + 3).size() == 1);
    BOOST_TEST(fitted(most + 15).size() == 2);
    const auto loose = runs_of(fitted(most + 15).front()),
               plain = runs_of(lay(most + 15, {})->pages().front());
    BOOST_TEST(loose.at(4).baseline == plain.at(4).baseline);
}

/// Whatever the number of rows, signatures never stand alone, nothing is lost and nothing leaves the page.
BOOST_AUTO_TEST_CASE(signatures_have_company_for_any_number_of_rows) {
    size_t alone_before = 0;
    for (size_t rows = 1; rows < 160; ++rows) {
        alone_before += lay(rows, {})->break_for_closing().has_value();
        const auto pages = fitted(rows);
        const auto signature = on_last_page(pages, "签名");
        BOOST_REQUIRE_MESSAGE(signature, rows);
        if (pages.size() > 1) {
            BOOST_TEST(on_last_page(pages, "r").has_value(), rows << " rows: no row beside the signatures");
            BOOST_TEST(signature->baseline > page_top + 8 + 20, rows);
        }
        for (size_t i = 0; i < rows; ++i)
            BOOST_REQUIRE_MESSAGE(count_of(pages, "r" + std::to_string(i)) == 1, rows << ": row " << i);
        for (const Page& page : pages)
            for (const TextRun& run : runs_of(page)) BOOST_REQUIRE(run.baseline < 297 - 23);
        for (const Page& page : pages) BOOST_REQUIRE(!page.operations.empty());
    }
    BOOST_TEST(alone_before > 4);  // there was something to mend
}

BOOST_AUTO_TEST_CASE(receipts_never_end_with_signatures_alone) {
    for (const bool complete : {true, false})
        for (size_t more = 0; more < 70; ++more) {
            auto state = tests::sample_case();
            if (!complete) state.materials[2].state = domain::MaterialState::missing;
            for (size_t i = 0; i < more; ++i) {
                state.materials.push_back(state.materials.front());
                state.materials.back().name = "附加材料" + std::to_string(i);
            }
            const auto paper =
                make_notice(NoticeKind::receipt, state, tests::sample_context(), tests::fonts());
            BOOST_REQUIRE(paper.ok());
            const auto signature = on_last_page(paper->pages, "申请人（代理人）签名");
            BOOST_REQUIRE_MESSAGE(signature, more);
            BOOST_TEST(on_last_page(paper->pages, "法律依据").has_value(), more);
            BOOST_TEST(signature->baseline > page_top + 8 + 20, more << " more materials");
            if (more <= 2) BOOST_TEST(paper->pages.size() == 1, more);
        }
}

BOOST_AUTO_TEST_CASE(daily_reports_never_end_with_signatures_alone) {
    std::mt19937 random(20261123);
    DailyReportContext context;
    context.hall_name = "青秀区政务服务中心";
    for (size_t count = 0; count < 60; ++count) {
        const auto cases = tests::random_cases(random, count);
        const auto figures = count_day(cases, base::add_days(tests::first_day, 2), 4711, tests::some_due);
        const auto report = make_daily_report(figures, context, tests::fonts());
        const auto signature = on_last_page(report.pages, "制表人");
        BOOST_REQUIRE_MESSAGE(signature, count);
        BOOST_TEST(signature->baseline > 14 + 9 + 20, count << " cases, seed 20261123");
    }
}

BOOST_AUTO_TEST_CASE(names_lose_the_place_they_share) {
    using Names = std::vector<std::string>;
    const auto same = [](const Names& given, const Names& wanted) {
        BOOST_TEST(without_common_place(given) == wanted, boost::test_tools::per_element());
    };
    same({"南宁市青秀区民政局", "南宁市青秀区人力资源和社会保障局"}, {"民政局", "人力资源和社会保障局"});
    same({"南宁市青秀区民政局", "南宁市青秀区民族局"}, {"民政局", "民族局"});
    same({"南宁市民政局", "南宁市青秀区民政局"}, {"民政局", "青秀区民政局"});
    same({"民政局", "民族局"}, {"民政局", "民族局"});
    same({"南宁市", "南宁市民政局"}, {"南宁市", "南宁市民政局"});
    same({"南宁市民政局"}, {"南宁市民政局"});
    same({"Qingxiu District Civil Affairs", "Qingxiu District Health"}, {"Civil Affairs", "Health"});
}

/// Long names are printed whole, on two lines.
BOOST_AUTO_TEST_CASE(long_names_of_bars_are_whole) {
    Sheet sheet(tests::fonts(), 297, 210, {15, 14, 15, 24});
    const std::string name = "广西壮族自治区住房和城乡建设厅政务服务与行政审批办公室";
    ChartData data{"图", "收件", "办结", {name, "民政局"}, {3, 1}, {2, 0}};
    draw_bars(sheet, {15, 20, 128, bars_height(2)}, data);
    std::string text;
    for (const TextRun& run : runs_of(sheet.page())) text += run.text;
    BOOST_TEST(text.find(name) != std::string::npos);
    BOOST_TEST(text.find("…") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
