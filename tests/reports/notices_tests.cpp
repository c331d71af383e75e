#include "reports/notices.h"

#include <boost/test/unit_test.hpp>

#include "reports/notice_facts.h"
#include "reports/notice_template.h"
#include "tests/reports/paper_oracles.h"

using namespace yc;
using namespace yc::reports;

namespace {

std::filesystem::path print(NoticeKind kind, const domain::CaseState& state, NoticeContext context,
                            const std::string& name) {
    const auto document = make_notice(kind, state, context, tests::fonts());
    BOOST_REQUIRE_MESSAGE(document.ok(), name << ": " << (document ? "" : document.error().detail));
    return tests::save(*document, name);
}

bool says(const std::filesystem::path& pdf, const std::string& text) {
    return tests::text_of(pdf).find(tests::squeezed(text)) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notices_tests)

/// Every kind prints, is sound, names its parts and says what it is.
BOOST_AUTO_TEST_CASE(every_paper_prints_whole) {
    for (const auto& [kind, name] : names_of(NoticeKind{})) {
        auto context = tests::sample_context();
        context.sample = kind == NoticeKind::receipt;
        const bool numbered = kind != NoticeKind::receipt && kind != NoticeKind::application_form;
        if (numbered) context.notice_no = "青市监受〔2026〕17号";
        const auto state = tests::case_for(kind);
        const auto pdf = print(kind, state, context, std::string(name));
        const std::string text = tests::text_of(pdf);
        for (const std::string& part : {notice_title(kind), state.registration.case_no,
                                        state.registration.item.name, state.registration.applicant.name,
                                        context.clerk_name, std::string("法律依据"), std::string("第1页")})
            BOOST_TEST(text.find(tests::squeezed(part)) != std::string::npos, name << " lacks " << part);
        BOOST_TEST(text.find('{') == std::string::npos, name << " has an open placeholder");
        if (numbered) BOOST_TEST(text.find(context.notice_no) != std::string::npos);
        const std::string check = tests::output_of("qpdf --check '" + pdf.string() + "'");
        BOOST_TEST(check.find("WARNING") == std::string::npos);
        BOOST_TEST(tests::output_of("pdffonts '" + pdf.string() + "'").find(" no ") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_filled_form_bears_its_own_title_on_one_line) {
    auto context = tests::sample_context();
    context.form_title = "烟草专卖零售停业（歇业、恢复营业）申请表";
    const auto pdf = print(NoticeKind::application_form, tests::case_for(NoticeKind::application_form),
                           context, "form_title");
    const std::string layout = tests::output_of("pdftotext -layout '" + pdf.string() + "' -");
    BOOST_TEST(layout.find(context.form_title) != std::string::npos, layout);
}

BOOST_AUTO_TEST_CASE(identity_numbers_stand_whole_only_on_the_form) {
    const auto& number = tests::sample_case().registration.applicant.key.number;
    for (const auto& [kind, name] : names_of(NoticeKind{})) {
        const auto pdf =
            print(kind, tests::case_for(kind), tests::sample_context(), std::string(name) + "_number");
        BOOST_TEST(says(pdf, number) == (kind == NoticeKind::application_form), name);
        BOOST_TEST(tests::output_of("pdfinfo '" + pdf.string() + "'").find(number) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_complete_receipt_carries_the_deemed_acceptance) {
    const auto pdf =
        print(NoticeKind::receipt, tests::sample_case(), tests::sample_context(), "receipt_complete");
    BOOST_TEST(says(pdf, "申请材料齐全，符合法定形式，现予收件"));
    BOOST_TEST(says(pdf, "自收到申请材料之日起即视为正式受理，本凭证即为受理凭证"));
    BOOST_TEST(!says(pdf, "尚不齐全"));
    BOOST_TEST(says(pdf, "资料库复用"));
    BOOST_TEST(tests::codes_on(pdf).find("CODE-128:45010320261122001000017\n") != std::string::npos);
    BOOST_TEST(tests::codes_on(pdf).find("QR-Code:YC1:45010320261122001000017:K7M4QX\n") !=
               std::string::npos);
}

/// Whichever required or deferrable material is not there, the receipt never calls the materials complete.
BOOST_AUTO_TEST_CASE(an_incomplete_receipt_never_claims_completeness) {
    for (const size_t which : {0u, 1u, 2u, 3u})
        for (const auto how : {domain::MaterialState::missing, domain::MaterialState::deferred}) {
            auto state = tests::sample_case();
            state.materials[which].state = how;
            const auto pdf = print(NoticeKind::receipt, state, tests::sample_context(), "receipt_incomplete");
            BOOST_TEST(!says(pdf, "材料齐全，"));
            BOOST_TEST(!says(pdf, "符合法定形式，现予收件"));
            BOOST_TEST(says(pdf, "尚不齐全"));
            BOOST_TEST(says(pdf, "尚缺材料"));
            BOOST_TEST(says(pdf, state.materials[which].name));
        }
}

/// Everything is there, but a paper is wrong and the one-time notice goes out with the receipt.
BOOST_AUTO_TEST_CASE(a_receipt_with_something_to_correct_never_claims_completeness) {
    auto state = tests::sample_case();
    state.supplement_codes = {state.materials[1].code};
    auto pdf = print(NoticeKind::receipt, state, tests::sample_context(), "receipt_to_correct");
    BOOST_TEST(!says(pdf, "材料齐全，"));
    BOOST_TEST(!says(pdf, "现予收件"));
    BOOST_TEST(!says(pdf, "尚不齐全"), "nothing is missing");
    BOOST_TEST(!says(pdf, "逾期不告知"), "it has been told");
    BOOST_TEST(!says(pdf, "本凭证即为受理凭证"));
    BOOST_TEST(says(pdf, "需要补正的全部内容见随本凭证出具的《补正材料一次性告知书》"));
    state.materials[2].state = domain::MaterialState::missing;
    pdf = print(NoticeKind::receipt, state, tests::sample_context(), "receipt_to_correct_and_missing");
    BOOST_TEST(says(pdf, "尚不齐全"));
    BOOST_TEST(says(pdf, "《补正材料一次性告知书》"));
    BOOST_TEST(!says(pdf, "逾期不告知"));
}

BOOST_AUTO_TEST_CASE(a_receipt_printed_again_says_so_and_who_took_the_case_in) {
    auto context = tests::sample_context();
    const auto first = print(NoticeKind::receipt, tests::sample_case(), context, "receipt_first");
    BOOST_TEST(!says(first, "补打"));
    BOOST_TEST(says(first, "收件人员韦㛃"));
    context.received_by = "黄示例";
    context.printed_at += std::chrono::days(9);
    const auto again = print(NoticeKind::receipt, tests::sample_case(), context, "receipt_again");
    BOOST_TEST(says(again, "本件于2026年12月1日补打"));
    BOOST_TEST(says(again, "收件人员黄示例"));
    BOOST_TEST(says(again, "打印人 韦㛃"));
    context.received_by = "";
    BOOST_TEST(!says(print(NoticeKind::receipt, tests::sample_case(), context, "receipt_again"), "收件人员"));
}

BOOST_AUTO_TEST_CASE(an_item_without_a_list_of_materials_is_not_called_complete) {
    auto state = tests::sample_case();
    state.materials.clear();
    const auto pdf = print(NoticeKind::receipt, state, tests::sample_context(), "receipt_unlisted");
    BOOST_TEST(!says(pdf, "现予收件"));
    BOOST_TEST(says(pdf, "未登记材料目录"));
}

BOOST_AUTO_TEST_CASE(the_receipt_says_where_the_case_is_stored) {
    auto context = tests::sample_context();
    BOOST_TEST(says(print(NoticeKind::receipt, tests::sample_case(), context, "receipt_local"), "正待上传"));
    context.saved = SavedWhere::hub;
    context.hub_seq = 4711;
    print(NoticeKind::receipt, tests::sample_case(), context, "receipt_hub");
    BOOST_TEST(says(tests::kept("receipt_hub.pdf"), "政务服务中心已收（中心序号 4711）"));
}

BOOST_AUTO_TEST_CASE(the_one_time_notice_lists_exactly_what_was_asked) {
    const auto state = tests::case_for(NoticeKind::supplement);
    const auto pdf = print(NoticeKind::supplement, state, tests::sample_context(), "supplement");
    BOOST_TEST(says(pdf, state.materials[2].name));
    BOOST_TEST(says(pdf, state.materials[3].name));
    BOOST_TEST(!says(pdf, state.materials[1].name));
    BOOST_TEST(says(pdf, "2026年12月6日前"));
    BOOST_TEST(says(pdf, "内容完整、字迹清楚"));
}

BOOST_AUTO_TEST_CASE(refusals_tell_the_remedies) {
    for (const NoticeKind kind : {NoticeKind::refused, NoticeKind::declined}) {
        const auto state = tests::case_for(kind);
        const auto pdf = print(kind, state, tests::sample_context(), "remedies");
        BOOST_TEST(says(pdf, "六十日内依法申请行政复议"));
        BOOST_TEST(says(pdf, "六个月内依法直接向人民法院提起行政诉讼"));
        BOOST_TEST(says(pdf, state.reason));
    }
    BOOST_TEST(says(
        print(NoticeKind::declined, tests::case_for(NoticeKind::declined), tests::sample_context(), "organ"),
        "请向南宁市江南区市场监督管理局提出申请"));
}

BOOST_AUTO_TEST_CASE(a_paper_the_case_does_not_have_is_refused) {
    const auto document =
        make_notice(NoticeKind::granted, tests::sample_case(), tests::sample_context(), tests::fonts());
    BOOST_REQUIRE(!document.ok());
    BOOST_TEST(document.error().code == "report.not_applicable");
    BOOST_TEST(document.error().args.at("kind") == "准予决定书");
}

BOOST_AUTO_TEST_CASE(a_long_list_goes_over_pages_without_losing_a_row) {
    auto state = tests::sample_case();
    for (int i = 0; i < 90; ++i) {
        auto material = state.materials.front();
        material.name = "附加材料第" + std::to_string(i) + "号（用于检查分页）";
        state.materials.push_back(material);
    }
    state.materials.front().name = "很长的材料名称" + std::string(5000, 'x');
    const auto pdf = print(NoticeKind::receipt, state, tests::sample_context(), "receipt_long");
    for (int i = 0; i < 90; ++i) BOOST_TEST(says(pdf, "附加材料第" + std::to_string(i) + "号"));
    const std::string text = tests::text_of(pdf);
    BOOST_TEST(std::count(text.begin(), text.end(), 'x') == 5000);
}

BOOST_AUTO_TEST_CASE(templates_are_checked_when_read) {
    const std::string good =
        R"({"kind":"receipt","title":"t","letterhead":"{hall_name}","legal_basis":["b"],"needs":[],
        "blocks":[{"paragraph":"{applicant|{clerk}}","when":"!complete"}]})";
    BOOST_TEST(parse_template("good.json", good).ok());
    const auto refuses = [&](const std::string& what, const std::string& with) {
        std::string text = good;
        text.replace(text.find(what), what.size(), with);
        const auto result = parse_template("bad.json", text);
        BOOST_REQUIRE_MESSAGE(!result.ok(), with);
        BOOST_TEST(result.error().code == "report.template_broken");
        BOOST_TEST(result.error().args.at("file") == "bad.json");
    };
    refuses("{applicant|", "{aplicant|");
    refuses("{clerk}", "{clark}");
    refuses("{clerk}}", "{clerk}");
    refuses("!complete", "!compleet");
    refuses("[\"b\"]", "[]");
    refuses("[\"b\"]", "[\"\"]");
    refuses("\"receipt\"", "\"reciept\"");
    refuses("paragraph", "paragraf");
    refuses("\"title\":\"t\",", "");
    refuses("}]}", "");
    refuses("\"needs\":[]", "\"needs\":[\"luck\"]");
}

BOOST_AUTO_TEST_CASE(every_kind_has_a_template) {
    for (const auto& [kind, name] : names_of(NoticeKind{})) BOOST_TEST(template_of(kind).ok(), name);
}

BOOST_AUTO_TEST_CASE(numbers_are_masked_in_the_middle) {
    BOOST_TEST(masked_number("45010319900307123X") == "450103********123X");
    BOOST_TEST(masked_number("E12345678") == "E1*****78");
    BOOST_TEST(masked_number("1234") == "****");
    BOOST_TEST(masked_number("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
