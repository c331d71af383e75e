// How fast papers are made: a receipt on a machine just started and on a warm one, and a long report.
#include <fmt/format.h>

#include <chrono>
#include <random>

#include "reports/daily_report.h"
#include "reports/notices.h"
#include "reports/pdf_writer.h"

namespace {

using namespace yc;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* metric, double value, const char* unit, size_t n) {
    fmt::print("{{\"bench\":\"pdf\",\"metric\":\"{}\",\"value\":{:.3f},\"unit\":\"{}\",\"n\":{}}}\n", metric,
               value, unit, n);
}

domain::CaseState receipt_case(size_t number) {
    domain::CaseState state;
    state.registration.case_no = fmt::format("45010320261122001{:06d}", number);
    state.registration.item.name = "食品经营许可（新办）";
    state.registration.item.code = fmt::format("i{}", number % 12);
    state.registration.department = fmt::format("d{}", number % 6);
    state.registration.department_name = "青秀区市场监督管理局";
    state.registration.counter = fmt::format("qx-{:02d}", number % 5);
    state.registration.applicant = {{domain::DocumentKind::citizen_id, "45010319900307123X"},
                                    "阿依古丽·买买提𠮷𬭎㛃",
                                    "13800000000"};
    state.query_code = "K7M4QX";
    state.life = domain::LifeCycle::received;
    state.first_received_at = state.received_at =
        base::parse_instant("2026-11-22T09:00:00+08:00").value() + std::chrono::milliseconds(number * 2000);
    for (const char* name :
         {"《食品经营许可申请书》", "营业执照复印件", "设备设施布局和操作流程文件", "食品安全规章制度文本"}) {
        domain::SubmittedMaterial material;
        material.name = name;
        material.state = domain::MaterialState::provided;
        material.copies = 1;
        state.materials.push_back(material);
    }
    return state;
}

reports::NoticeContext context() {
    reports::NoticeContext made;
    made.hall.name = "南宁市青秀区政务服务中心";
    made.counter_name = "综合窗口1号";
    made.clerk_name = "韦㛃";
    made.printed_at = base::parse_instant("2026-11-22T10:33:00+08:00").value();
    return made;
}

bool print_receipt(size_t number, const reports::FontBook& fonts) {
    const auto paper =
        reports::make_notice(reports::NoticeKind::receipt, receipt_case(number), context(), fonts);
    return paper.ok() && reports::write_pdf(*paper, fonts).ok();
}

bool run() {
    auto start = std::chrono::steady_clock::now();
    const auto fonts = reports::FontBook::open();
    if (!fonts.ok() || !print_receipt(0, *fonts)) return false;
    print("receipt_cold", seconds_since(start) * 1000, "ms", 1);

    constexpr size_t receipts = 200;
    start = std::chrono::steady_clock::now();
    for (size_t i = 1; i <= receipts; ++i)
        if (!print_receipt(i, *fonts)) return false;
    print("receipt_warm", seconds_since(start) * 1000 / receipts, "ms", receipts);

    constexpr size_t rows = 10000;
    std::vector<domain::CaseState> cases;
    for (size_t i = 0; i < rows; ++i) cases.push_back(receipt_case(i));
    start = std::chrono::steady_clock::now();
    const auto figures =
        reports::count_day(cases, base::make_date(2026, 11, 22), 1, [](const auto&) { return std::nullopt; });
    print("count_day", seconds_since(start) * 1000, "ms", rows);
    start = std::chrono::steady_clock::now();
    const auto report =
        reports::make_daily_report(figures, {.hall_name = "南宁市青秀区政务服务中心"}, *fonts);
    const auto pdf = reports::write_pdf(report, *fonts);
    if (!pdf.ok()) return false;
    print("report_pages", double(report.pages.size()) / seconds_since(start), "pages/s", report.pages.size());
    print("report_size", double(pdf->size()) / 1024, "KB", rows);
    return true;
}

}  // namespace

int main() {
    return run() ? 0 : 1;
}
