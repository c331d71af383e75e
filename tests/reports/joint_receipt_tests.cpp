// One receipt for several cases received together: each with its own number, every document once, and never a
// word of completeness while something is missing.
#include "reports/joint_receipt.h"

#include <boost/test/unit_test.hpp>

#include "tests/reports/paper_oracles.h"

using namespace yc;
using namespace yc::reports;
using domain::MaterialState;
using domain::Necessity;

namespace {

bool says(const std::filesystem::path& pdf, const std::string& text) {
    return tests::text_of(pdf).find(tests::squeezed(text)) != std::string::npos;
}

size_t times(const std::string& text, const std::string& part) {
    size_t count = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// The sample case leads a package of two; both need the licence, which is one document.
std::vector<domain::CaseState> package_cases() {
    auto first = tests::sample_case(), second = tests::fellow_case();
    domain::PackageMembership package{.group = "019ab000-0000-7000-8000-000000000009",
                                      .code = "YJS",
                                      .name = "我要开餐馆",
                                      .lead_department = "market",
                                      .lead_department_name = "青秀区市场监督管理局"};
    for (auto* state : {&first, &second}) {
        const auto& r = state->registration;
        package.members.push_back({r.case_no, r.item.name, r.department, r.department_name});
        state->materials[1].document_type = "business_licence";
    }
    first.registration.package = second.registration.package = package;
    return {first, second};
}

std::filesystem::path print(const std::vector<domain::CaseState>& cases, const std::string& name) {
    auto context = tests::sample_context();
    const auto asked = context.item_materials;
    context.members.clear();
    for (const auto& state : cases)
        context.members.push_back({state, state.registration.department_name, asked, context.r5_due});
    const auto document = make_notice(NoticeKind::joint_receipt, cases.front(), context, tests::fonts());
    BOOST_REQUIRE_MESSAGE(document.ok(), (document ? "" : document.error().detail));
    return tests::save(*document, name);
}

Pile pile(const std::vector<domain::CaseState>& cases) {
    std::vector<ReceiptMember> members;
    for (const auto& state : cases) members.push_back({state, {}, {}, {}});
    return pile_of(members);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(joint_receipt_tests)

BOOST_AUTO_TEST_CASE(it_names_package_lead_and_every_case_with_its_own_number) {
    const auto cases = package_cases();
    const auto pdf = print(cases, "joint_receipt_complete");
    BOOST_TEST(says(pdf, "我要开餐馆"));
    BOOST_TEST(says(pdf, "牵头部门青秀区市场监督管理局"));
    for (const auto& state : cases)
        for (const std::string& part :
             {state.registration.case_no, state.registration.item.name, state.registration.department_name})
            BOOST_TEST(says(pdf, part), part);
    BOOST_TEST(says(pdf, "承诺3个工作日"));
    BOOST_TEST(says(pdf, "法定20个工作日"));
    BOOST_TEST(says(pdf, "该事项自收到申请材料之日起即视为正式受理，本凭证即为该事项的受理凭证"));
    const std::string text = tests::text_of(pdf);
    BOOST_TEST(times(text, "收件材料清单") == 1u);
    BOOST_TEST(times(text, tests::squeezed("营业执照或者其他主体资格证明文件复印件")) == 1u);
    BOOST_TEST(!says(pdf, "资料库复用，免于提交2"));
    const std::string codes = tests::codes_on(pdf);
    BOOST_TEST(codes.find("CODE-128:45010320261122001000017\n") != std::string::npos);
    BOOST_TEST(codes.find("QR-Code:YC1:45010320261122001000017:K7M4QX\n") != std::string::npos);
}

/// Whatever is missing in whichever case, the receipt never calls the materials complete.
BOOST_AUTO_TEST_CASE(it_never_claims_completeness_when_something_is_missing_in_any_case) {
    for (const size_t which : {0u, 1u})
        for (const auto how : {MaterialState::missing, MaterialState::deferred}) {
            auto cases = package_cases();
            cases[which].materials[0].state = how;
            const auto pdf = print(cases, "joint_receipt_incomplete");
            BOOST_TEST(!says(pdf, "材料齐全，"));
            BOOST_TEST(!says(pdf, "现予收件"));
            BOOST_TEST(!says(pdf, "即为该事项的受理凭证"));
            BOOST_TEST(says(pdf, "尚不齐全"));
            BOOST_TEST(says(pdf, "逾期不告知的，该事项自收到申请材料之日起即视为受理"));
            BOOST_TEST(says(pdf, cases[which].materials[0].name));
        }
}

BOOST_AUTO_TEST_CASE(it_never_claims_completeness_when_something_is_to_be_corrected_in_any_case) {
    for (const size_t which : {0u, 1u}) {
        auto cases = package_cases();
        cases[which].supplement_codes = {cases[which].materials[1].code};
        const auto pdf = print(cases, "joint_receipt_to_correct");
        BOOST_TEST(!says(pdf, "材料齐全，"));
        BOOST_TEST(!says(pdf, "现予收件"));
        BOOST_TEST(!says(pdf, "尚不齐全"), "nothing is missing");
        BOOST_TEST(says(pdf, "需补正"));
        BOOST_TEST(says(pdf, "需要补正的全部内容见该告知书"));
        BOOST_TEST(says(pdf, "逾期不告知"), "the other case is still to be told");
    }
    auto cases = package_cases();
    for (auto& state : cases) state.supplement_codes = {state.materials[1].code};
    const auto pdf = print(cases, "joint_receipt_all_to_correct");
    BOOST_TEST(!says(pdf, "现予收件"));
    BOOST_TEST(!says(pdf, "逾期不告知"), "each has been told");
}

BOOST_AUTO_TEST_CASE(a_case_without_a_list_of_materials_is_not_called_complete) {
    auto cases = package_cases();
    cases[1].materials.clear();
    const auto pdf = print(cases, "joint_receipt_unlisted");
    BOOST_TEST(!says(pdf, "现予收件"));
    BOOST_TEST(says(pdf, "部门审查"));
    BOOST_TEST(says(pdf, "未登记材料目录"));
}

BOOST_AUTO_TEST_CASE(one_case_is_no_joint_receipt) {
    auto context = tests::sample_context();
    context.members.resize(1);
    const auto document =
        make_notice(NoticeKind::joint_receipt, tests::sample_case(), context, tests::fonts());
    BOOST_REQUIRE(!document.ok());
    BOOST_TEST(document.error().code == "report.not_applicable");
}

BOOST_AUTO_TEST_CASE(the_same_document_is_in_the_pile_once) {
    auto cases = package_cases();
    cases[0].materials[1].copies = 1;
    cases[1].materials[1].copies = 3;
    cases[0].materials[1].necessity = Necessity::optional;
    cases[1].materials[1].necessity = Necessity::required;
    const Pile all = pile(cases);
    BOOST_REQUIRE_EQUAL(all.materials.size(), cases[0].materials.size() + cases[1].materials.size() - 1);
    const auto& shared = all.materials[1];
    BOOST_TEST(shared.document_type == "business_licence");
    BOOST_TEST(all.serves.at(shared.code) == "1、2");
    BOOST_TEST(shared.copies == 3);
    BOOST_TEST((shared.necessity == Necessity::required));
    BOOST_TEST(all.serves.at(all.materials.back().code) == "2");
}

BOOST_AUTO_TEST_CASE(what_stands_differently_in_two_cases_stays_apart) {
    auto cases = package_cases();
    cases[1].materials[1].state = MaterialState::missing;
    BOOST_TEST(pile(cases).materials.size() == 7u);
    cases = package_cases();
    cases[1].materials[1].pages = {"other"};
    BOOST_TEST(pile(cases).materials.size() == 7u);
    cases = package_cases();
    for (auto& state : cases) state.materials[1].document_type.clear();
    BOOST_TEST(pile(cases).materials.size() == 7u, "papers of no known type are each their own");
    cases.pop_back();
    cases[0].materials[1] = cases[0].materials[0];
    for (const size_t i : {0u, 1u}) cases[0].materials[i].document_type = "same";
    BOOST_TEST(pile(cases).materials.size() == cases[0].materials.size(), "two papers of one case are two");
}

BOOST_AUTO_TEST_SUITE_END()
