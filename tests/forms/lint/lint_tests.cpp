#include "forms/lint/lint.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

#include "forms/sample_district.h"
#include "localization/localization.h"
#include "tests/support/items.h"

using namespace yc;
namespace lint = forms::lint;
using domain::ItemDefinition;
using domain::ServiceItem;

namespace {

/// An item that breaks no rule.
ServiceItem good_item() {
    ServiceItem item;
    item.code = "11450103MB001201X24450100999001";
    item.name = "示例许可";
    item.type = domain::ItemType::licence;
    item.department = "market";
    item.fully_defined = true;
    ItemDefinition definition;
    definition.statutory.amount = 20;
    definition.promised.amount = 5;
    definition.targets = {domain::Target::enterprise};
    definition.legal_basis = {{"《示例法》", "", "第一条"}};
    definition.result_name = "示例许可证";
    definition.result_sample = "示例许可证（样本）";
    definition.materials = {{.code = "m-1", .name = "申请书", .acceptance_standard = "签名"}};
    definition.flow = {{"handle", "承办", "market", domain::Role::handler, 3}};
    auto& guide = definition.guide;
    guide.consultation_phone = "0771-5550101";
    guide.complaint_phone = "12345";
    guide.visit_reason = "须核验原件";
    guide.reconsideration = guide.litigation = "可以申请";
    guide.windows = {{"综合窗口", "示例路8号1楼综合窗口3号", "工作日", "0771-5550101"}};
    guide.questions = {{"多久？", "五个工作日。"}};
    item.define(std::move(definition));
    return item;
}

std::vector<lint::Finding> found_in(const std::vector<ServiceItem>& items, const lint::Policy& policy = {}) {
    forms::CatalogueBundle bundle;
    bundle.items = items;
    return lint::judge(bundle, policy);
}

struct Breach {
    const char* rule;
    const char* field;
    std::function<void(ServiceItem&, ItemDefinition&)> make;
};

/// One breach of each rule about a single item.
const std::vector<Breach>& breaches() {
    using domain::LimitUnit;
    static const std::vector<Breach> all{
        {"code_check_digit", "code", [](auto& item, auto&) { item.code[17] = '3'; }},
        {"promise_beyond_statutory", "promised", [](auto&, auto& d) { d.promised.amount = 21; }},
        {"promise_beyond_statutory", "promised",
         [](auto&, auto& d) {
             d.promised = {15, LimitUnit::working_day}, d.statutory = {15, LimitUnit::calendar_day};
         }},
        {"promise_beyond_statutory", "adjustments.0",
         [](auto&, auto& d) { d.adjustments.push_back({.promised = domain::Limit{30}}); }},
        {"kind_and_promise", "case_kind", [](auto&, auto& d) { d.promised.amount = 0, d.flow.clear(); }},
        {"on_the_spot", "counter_decides",
         [](auto& item, auto& d) {
             item.case_kind = domain::CaseKind::immediate, d.promised.amount = 0, d.flow.clear();
         }},
        {"joint_departments", "assisting_departments",
         [](auto& item, auto&) { item.case_kind = domain::CaseKind::joint; }},
        {"steps_beyond_promise", "flow", [](auto&, auto& d) { d.flow[0].limit_days = 6; }},
        {"no_statutory_limit", "statutory", [](auto&, auto& d) { d.statutory.amount = 0; }},
        {"special_without_basis", "guide.special_procedures.0",
         [](auto&, auto& d) {
             d.guide.special_procedures = {{"听证", {20}, "", ""}};
         }},
        {"same_phones", "guide.complaint_phone",
         [](auto&, auto& d) { d.guide.complaint_phone = d.guide.consultation_phone; }},
        {"no_area_code", "guide.consultation_phone",
         [](auto&, auto& d) { d.guide.consultation_phone = "5550101"; }},
        {"no_phone", "guide.complaint_phone", [](auto&, auto& d) { d.guide.complaint_phone.clear(); }},
        {"visit_without_reason", "guide.visit_reason", [](auto&, auto& d) { d.guide.visit_reason.clear(); }},
        {"no_visit_no_way", "guide.by_mail", [](auto&, auto& d) { d.guide.visits = 0; }},
        {"payment_of_free", "guide.online_payment", [](auto&, auto& d) { d.guide.online_payment = true; }},
        {"fee_without_basis", "guide.fee_basis", [](auto&, auto& d) { d.fee = "每本10元"; }},
        {"no_legal_basis", "legal_basis", [](auto&, auto& d) { d.legal_basis.clear(); }},
        {"licence_without_questions", "guide.questions", [](auto&, auto& d) { d.guide.questions.clear(); }},
        {"result_without_sample", "result_sample", [](auto&, auto& d) { d.result_sample.clear(); }},
        {"no_window", "guide.windows", [](auto&, auto& d) { d.guide.windows.clear(); }},
        {"address_not_exact", "guide.windows.0.address",
         [](auto&, auto& d) { d.guide.windows[0].address = "示例路8号"; }},
        {"target_and_subject", "life_events", [](auto&, auto& d) { d.life_events = {"退休"}; }},
        {"target_and_subject", "identities",
         [](auto&, auto& d) { d.identities = {domain::PersonGroup::student}; }},
        {"no_remedy", "guide.litigation", [](auto&, auto& d) { d.guide.litigation.clear(); }},
        {"limited_without_words", "guide.number_limit_explanation",
         [](auto&, auto& d) { d.number_limited = true; }},
        {"catch_all_material", "materials.0.name",
         [](auto&, auto& d) { d.materials[0].name = "法律规定的其他材料"; }},
        {"duplicate_material", "materials.1.code",
         [](auto&, auto& d) { d.materials.push_back(d.materials[0]), d.materials[1].name = "合同"; }},
        {"same_material", "materials.1.name",
         [](auto&, auto& d) { d.materials.push_back(d.materials[0]), d.materials[1].code = "m-2"; }},
        {"no_copies", "materials.0.originals", [](auto&, auto& d) { d.materials[0].copies = 0; }},
        {"no_standard", "materials.0.acceptance_standard",
         [](auto&, auto& d) { d.materials[0].acceptance_standard.clear(); }},
        {"no_materials", "materials", [](auto&, auto& d) { d.materials.clear(); }},
    };
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lint_tests)

BOOST_AUTO_TEST_CASE(a_good_item_breaks_no_rule) {
    for (const auto& finding : found_in({good_item()})) BOOST_ERROR(finding.rule + " " + finding.field);
}

BOOST_AUTO_TEST_CASE(each_breach_is_found_alone_with_its_field) {
    for (const auto& breach : breaches()) {
        auto item = good_item();
        auto definition = item.definition();
        breach.make(item, definition);
        item.define(std::move(definition));
        const auto findings = found_in({item});
        BOOST_REQUIRE_MESSAGE(findings.size() == 1,
                              breach.rule << " " << breach.field << ": " << findings.size());
        BOOST_TEST(findings[0].rule == breach.rule);
        BOOST_TEST(findings[0].field == breach.field);
        BOOST_TEST(findings[0].code == item.code);
    }
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_breach_here_and_words_in_both_languages) {
    std::set<std::string> tried{"duplicate_name", "same_listed_name"};
    for (const auto& breach : breaches()) tried.insert(breach.rule);
    for (const auto& rule : lint::rules()) {
        BOOST_TEST(tried.contains(rule.id), rule.id);
        BOOST_TEST(!rule.source.empty(), rule.id);
    }
    for (const auto& breach : breaches()) {
        auto item = good_item();
        auto definition = item.definition();
        breach.make(item, definition);
        item.define(std::move(definition));
        for (const auto& finding : found_in({item}))
            for (const auto language : {localization::Language::zh_CN, localization::Language::en})
                for (const char* part : {"", ".mend"}) {
                    const auto text =
                        localization::tr_in(language, "lint." + finding.rule + part, finding.args);
                    BOOST_TEST(text.find('{') == std::string::npos, text);
                    BOOST_TEST(text.find("lint.") == std::string::npos, text);
                }
    }
}

BOOST_AUTO_TEST_CASE(a_name_twice_is_an_error_where_both_are_defined) {
    auto other = good_item();
    other.code = "11450103MB001201X24450100999002";
    auto findings = found_in({good_item(), other});
    BOOST_REQUIRE(findings.size() == 1u);
    BOOST_TEST(findings[0].rule == "duplicate_name");
    BOOST_TEST(findings[0].args.at("other") == good_item().code);
    other.fully_defined = false;
    findings = found_in({good_item(), other});
    BOOST_TEST(findings.at(0).rule == "same_listed_name");
    other.state = domain::ItemState::cancelled;
    BOOST_TEST(found_in({good_item(), other}).empty());
}

BOOST_AUTO_TEST_CASE(a_policy_says_what_counts_how_much) {
    auto item = good_item();
    tests::redefine(
        item, [](auto& d) { d.promised.amount = 21, d.guide.questions.clear(), d.result_sample.clear(); });
    const auto policy = lint::parse_policy(
        R"({"severities":{"promise_beyond_statutory":"warning","licence_without_questions":"off","result_without_sample":"error"}})");
    BOOST_REQUIRE(policy.ok());
    const auto findings = found_in({item}, *policy);
    BOOST_REQUIRE(findings.size() == 2u);
    BOOST_TEST(findings[0].rule == "result_without_sample");
    BOOST_TEST((findings[0].severity == lint::Severity::error));
    BOOST_TEST((findings[1].severity == lint::Severity::warning));
    BOOST_TEST(lint::parse_policy(R"({"severities":{"nothing":"off"}})").error().code == "lint.policy");
    BOOST_TEST(lint::parse_policy(R"({"severities":{"no_phone":"loud"}})").error().code == "lint.policy");
}

BOOST_AUTO_TEST_CASE(entries_of_a_list_are_judged_by_name_and_code_only) {
    ServiceItem entry;
    entry.code = "511Z07001006-511602000000-000-11511301008778183N-1-00";
    entry.name = "企业投资项目备案";
    BOOST_TEST(found_in({entry}).empty());
    entry.code = "11450103MB001201X34450100999001";
    BOOST_TEST(found_in({entry}).at(0).rule == "code_check_digit");
}

BOOST_AUTO_TEST_CASE(the_built_in_items_have_no_error) {
    for (const auto& finding : lint::judge(forms::sample_catalogue()))
        if (finding.severity == lint::Severity::error)
            BOOST_ERROR(finding.item + ": " + finding.rule + " " + finding.field);
}

BOOST_AUTO_TEST_SUITE_END()
