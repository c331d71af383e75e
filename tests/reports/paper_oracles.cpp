#include "tests/reports/paper_oracles.h"

#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "core/base/utf8.h"
#include "reports/pdf_writer.h"
#include "tests/support/files.h"

namespace yc::tests {

namespace {

base::Instant instant(const char* text) {
    return base::parse_instant(text).value();
}

domain::SubmittedMaterial material(const char* code, const char* name, domain::Necessity necessity,
                                   domain::MaterialState state) {
    domain::SubmittedMaterial made;
    made.code = code;
    made.name = name;
    made.necessity = necessity;
    made.state = state;
    const bool here = state == domain::MaterialState::provided;
    made.originals = here ? 1 : 0;
    made.copies = here ? 2 : 0;
    if (here) made.pages = {"a", "b"};
    return made;
}

void close(domain::CaseState& state, domain::CaseResult result) {
    state.life = domain::LifeCycle::closed;
    state.result = result;
    state.closed_at = instant("2026-11-25T15:20:00+08:00");
}

void decide(domain::CaseState& state, domain::CaseResult result) {
    close(state, result);
    state.decided_at = state.closed_at;
    state.officers = {"覃𬭎", "韦丽"};
    state.licence_no = result == domain::CaseResult::granted ? "JY14501032611250001" : "";
    if (result == domain::CaseResult::granted) state.valid_until = base::make_date(2031, 11, 24);
}

}  // namespace

const reports::FontBook& fonts() {
    static const reports::FontBook book = reports::FontBook::open().value();
    return book;
}

std::filesystem::path kept(const std::string& name) {
    static const std::filesystem::path folder = [] {
        const char* keep = std::getenv("YICHUANG_KEEP");
        std::filesystem::path chosen =
            keep ? std::filesystem::path(keep)
                 : std::filesystem::temp_directory_path() / ("yichuang-papers-" + std::to_string(::getpid()));
        std::filesystem::create_directories(chosen);
        return chosen;
    }();
    struct Remover {
        ~Remover() {
            if (!std::getenv("YICHUANG_KEEP")) std::filesystem::remove_all(folder);
        }
    };
    static const Remover remover;
    return folder / name;
}

std::filesystem::path save(const reports::Document& document, const std::string& name) {
    const auto path = kept(name + ".pdf");
    const auto pdf = reports::write_pdf(document, fonts());
    BOOST_REQUIRE_MESSAGE(pdf.ok(), name << ": " << (pdf ? "" : pdf.error().code + " " + pdf.error().detail));
    write_file(path, *pdf);
    return path;
}

std::string output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    std::string out;
    std::array<char, 4096> part{};
    while (const size_t got = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), got);
    const int status = ::pclose(pipe);
    BOOST_REQUIRE_MESSAGE(status == 0, command << " ended with " << status << ": " << out);
    return out;
}

std::string squeezed(const std::string& text) {
    std::u32string kept_points;
    for (const char32_t point : base::decode_utf8(text))
        if (point > U' ' && point != U'\u3000' && point != U'\u00A0') kept_points += point;
    return base::encode_utf8(kept_points);
}

std::string text_of(const std::filesystem::path& pdf) {
    return squeezed(output_of("pdftotext -raw '" + pdf.string() + "' -"));
}

std::string codes_on(const std::filesystem::path& pdf) {
    const auto image = pdf.string() + ".read";
    output_of("pdftoppm -r 200 -f 1 -l 1 -png -singlefile '" + pdf.string() + "' '" + image + "'");
    return output_of("zbarimg --nodbus -q '" + image + ".png'");
}

domain::CaseState sample_case() {
    using enum domain::Necessity;
    using enum domain::MaterialState;
    domain::CaseState state;
    state.id = "019ab000-0000-7000-8000-000000000001";
    state.life = domain::LifeCycle::received;
    domain::Registration& r = state.registration;
    r.case_no = "45010320261122001000017";
    r.item.code = "11450103MB15580811445010400200001";
    r.item.name = "食品经营许可（新办）";
    r.item.statutory = {20};
    r.item.promised = {5};
    r.item.result_name = "食品经营许可证";
    r.applicant.key = {domain::DocumentKind::citizen_id, "45010319900307123X"};
    r.applicant.name = "阿依古丽·买买提𠮷𬭎㛃𫖯";
    r.applicant.phone = "13800000000";
    r.applicant.address = "南宁市青秀区新竹路18号";
    r.agent = domain::Party{{domain::DocumentKind::citizen_id, "450103198512054321"}, "李㛃", "13900000000"};
    r.division = "450103";
    r.hall = "qx";
    r.counter = "qx-01";
    r.department = "market";
    r.department_name = "青秀区市场监督管理局";
    state.query_code = "K7M4QX";
    state.registered_at = instant("2026-11-22T10:20:00+08:00");
    state.received_at = state.first_received_at = instant("2026-11-22T10:32:05+08:00");
    state.materials = {
        material("01", "《食品经营许可申请书》", required, provided),
        material("02", "营业执照或者其他主体资格证明文件复印件", required, reused),
        material("03", "与食品经营相适应的主要设备设施布局、操作流程等文件", required, provided),
        material("04",
                 "食品安全自查、从业人员健康管理、进货查验记录、食品安全事故处置等保证食品安全的规章制度文本",
                 deferrable, provided),
        material("05", "食品经营场所照片", optional, missing)};
    return state;
}

domain::CaseState fellow_case() {
    using enum domain::Necessity;
    using enum domain::MaterialState;
    domain::CaseState state = sample_case();
    state.id = "019ab000-0000-7000-8000-000000000002";
    domain::Registration& r = state.registration;
    r.case_no = "45010320261122001000018";
    r.item.code = "11450103MB15580811445010400200002";
    r.item.name = "公共场所卫生许可（新办）";
    r.item.statutory = {15};
    r.item.promised = {3};
    r.department = "health";
    r.department_name = "青秀区卫生健康局";
    state.materials = {material("01", "公共场所卫生许可申请表", required, provided),
                       material("02", "营业执照", required, reused)};
    return state;
}

reports::NoticeContext sample_context() {
    reports::NoticeContext context;
    context.hall = {"qx", "南宁市青秀区政务服务中心", "南宁市青秀区悦宾路1号", "0771-5800000", "450103"};
    context.counter_name = "综合窗口1号";
    context.clerk_name = "韦㛃";
    context.department = {"market", "青秀区市场监督管理局", "青市监", "", "0771-5811111"};
    for (const auto& submitted : sample_case().materials) {
        domain::Material known;
        known.code = submitted.code;
        known.name = submitted.name;
        known.necessity = submitted.necessity;
        known.acceptance_standard = "内容完整、字迹清楚，加盖公章或者由申请人签名";
        known.originals = 1;
        context.item_materials.push_back(known);
    }
    context.promise_due = instant("2026-11-27T17:00:00+08:00");
    context.statutory_due = instant("2026-12-18T17:00:00+08:00");
    context.r5_due = base::make_date(2026, 11, 27);
    context.printed_at = instant("2026-11-22T10:33:00+08:00");
    context.form_rows = {
        {"经营场所", "", true},
        {"经营者名称", "青秀区新竹𠮷祥小吃店"},
        {"主体业态", "餐饮服务经营者（小型餐馆）"},
        {"经营场所地址",
         "南宁市青秀区新竹街道新竹路18号一层临街铺面，建筑面积四十二平方米，出入口朝东，与居民住宅分开"},
        {"经营项目", "", true},
        {"热食类食品制售", "是"},
        {"冷食类食品制售", "否"},
        {"从业人员数", "6"}};
    for (const domain::CaseState& state : {sample_case(), fellow_case()})
        context.members.push_back(
            {state, state.registration.department_name, context.item_materials, context.r5_due});
    return context;
}

domain::CaseState case_for(reports::NoticeKind kind) {
    using enum reports::NoticeKind;
    domain::CaseState state = sample_case();
    state.accepted_at = instant("2026-11-23T09:05:00+08:00");
    switch (kind) {
        case supplement:
            state.supplement_codes = {"03", "04"};
            state.supplement_deadline = base::make_date(2026, 12, 6);
            [[fallthrough]];
        case supplement_receipt:
            state.notified_at = instant("2026-11-22T16:00:00+08:00");
            state.received_at = instant("2026-11-24T09:00:00+08:00");
            state.supplied_at = state.received_at;
            state.accepted_at.reset();
            break;
        case declined:
            close(state, domain::CaseResult::declined);
            state.reason = "申请的经营场所位于江南区，不属于本机关管辖。";
            state.right_organ = "南宁市江南区市场监督管理局";
            break;
        case not_required:
            close(state, domain::CaseResult::not_required);
            state.reason = "仅销售预包装食品的，办理备案即可，不需要取得食品经营许可。";
            break;
        case withdrawal:
            close(state, domain::CaseResult::withdrawn);
            break;
        case tolerant:
        case commitment:
            state.materials[3].state = domain::MaterialState::deferred;
            state.deferred_codes = {"04"};
            state.tolerant_deadline = base::make_date(2026, 11, 27);
            break;
        case refused:
            decide(state, domain::CaseResult::refused);
            state.reason = "经现场核查，操作间与就餐区未分隔，不符合食品经营许可的条件。";
            break;
        case on_the_spot:
            state.decided_on_spot = true;
            [[fallthrough]];
        case granted:
        case service_proof:
            decide(state, domain::CaseResult::granted);
            break;
        default:
            break;
    }
    return state;
}

}  // namespace yc::tests
