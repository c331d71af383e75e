#include "reports/daily_report.h"

#include <boost/test/unit_test.hpp>

#include "tests/reports/paper_oracles.h"
#include "tests/reports/random_day.h"

using namespace yc;
using namespace yc::reports;

namespace {

DailyReportContext context(localization::Language language) {
    DailyReportContext made;
    made.hall_name = "南宁市青秀区政务服务中心";
    made.counter_names = {{"qx-01", "综合窗口1号"}, {"qx-02", "综合窗口2号"}, {"qx-03", "社保主题窗口"}};
    made.made_by = "韦㛃";
    made.made_at = base::parse_instant("2026-11-18T17:40:00+08:00").value();
    made.language = language;
    return made;
}

DailyFigures figures(size_t count) {
    std::mt19937 random(20261118);
    const auto cases = tests::random_cases(random, count);
    DailyFigures made = count_day(cases, base::add_days(tests::first_day, 2), 4711, tests::some_due);
    made.late = {2, 1, {"a", "b"}};
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(daily_report_tests)

BOOST_AUTO_TEST_CASE(the_report_prints_everything_it_counted) {
    const DailyFigures made = figures(700);
    const auto pdf = tests::save(
        make_daily_report(made, context(localization::Language::zh_CN), tests::fonts()), "daily_zh");
    const std::string text = tests::text_of(pdf);
    const auto says = [&](const std::string& part) {
        return text.find(tests::squeezed(part)) != std::string::npos;
    };
    for (const RegisterRow& row : made.cases) BOOST_TEST(says(row.case_no), row.case_no);
    for (const DayRow& row : made.by_department) BOOST_TEST(says(row.name), row.name);
    for (const DayRow& row : made.by_item) BOOST_TEST(says(row.name), row.name);
    for (const char* part :
         {"政务服务日报", "综合窗口1号", "统计截至中心序号4711", "相符", "补录", "即办率", "÷", "大厅负责人"})
        BOOST_TEST(says(part), part);
    BOOST_TEST(says(digest_of(made)));
    BOOST_TEST(text.find("report.") == std::string::npos);
    tests::output_of("qpdf --check '" + pdf.string() + "'");
    BOOST_TEST(tests::output_of("pdfinfo '" + pdf.string() + "'").find("841.89 x 595.276 pts (A4)") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_report_speaks_english_too) {
    auto english = context(localization::Language::en);
    english.sample = true;
    const auto pdf = tests::save(make_daily_report(figures(300), english, tests::fonts()), "daily_en");
    const std::string text = tests::text_of(pdf);
    for (const char* part :
         {"Dailyreport", "Pendingbefore", "Immediaterate", "Supervisor", "SAMPLE", "Page1of"})
        BOOST_TEST(text.find(part) != std::string::npos, part);
    BOOST_TEST(text.find("report.") == std::string::npos);
    BOOST_TEST(text.find("政务服务日报") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_empty_day_has_a_report_too) {
    const DailyFigures none = count_day({}, tests::first_day, 0, tests::some_due);
    const auto pdf = tests::save(
        make_daily_report(none, context(localization::Language::zh_CN), tests::fonts()), "daily_empty");
    BOOST_TEST(tests::text_of(pdf).find("0=0") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
