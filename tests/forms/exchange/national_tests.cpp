#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/wire/item_json.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/exchange/national_file.h"
#include "forms/exchange/national_record.h"
#include "forms/sample_district.h"
#include "localization/localization.h"
#include "tests/support/items.h"

using namespace yc;
using nlohmann::json;
namespace exchange = forms::exchange;

namespace {

forms::CodeProfile profile(const char* id = "c0109") {
    return *forms::code_profile(id);
}

/// A record of our own in the published shape: dirty values, unknown columns, alias names, circumstances.
const char* const own_record =
    R"({"AUDIT_ITEM":{"task_name":"　示例经营许可 ","task_code":"11450103MB001201X24450100001000",
"catalog_code":"450100001000","task_version":"7","task_type":"01","use_level":"4","dept_name":"示例局","dept_code":"11450103MB001201X2",
"dept_type":"1","areacode":"450103","project_type":"2","serve_type":"1,2,9","promise_type":"1","promise_day":"5","promise_day_explain":"无",
"anticipate_type":"5","anticipate_day":"2","limit_scene_num":1,"is_fee":"0","task_state":"1","link_way":"0771–5550101","supervise_way":"０７７１－５５５０１９９",
"some_local_column":{"deep":[1,2,{"x":null}]},"reconsiderat":"可以申请行政复议。"},
"AUDIT_ITEM_EXTEND":{"is_entry_center":"1","is_schedule":"0","handle_area":"4","result_name":"示例许可证","is_online_handle":"1","theme_legal_type":"040"},
"AUDIT_ITEM_BYLAW":[{"law_name":"《示例法》","law_number":"","clause_number":"第三条","clause_content":"","bylaw_rank":1}],
"AUDIT_ITEM_WINDOW":[{"window_name":"综合窗口","window_tel":"0771-5550101","transact_addr":"示例路1号","transact_time":"工作日：上午9：00-12:00","ordernumber":0}],
"AUDIT_MATERIAL":[{"materialid":"m-1","material_name":"申请书","material_form":"1","is_need":"1","source_type":"10","original_amount":1,"copy_amount":0,"page_format":"A4","accept_stand":"真实","fill_explian":"无","vendor":"x"},
 {"materialid":"m-2","material_name":"授权委托书","material_form":"9","is_need":"0","source_type":"10","original_amount":1,"copy_amount":2,"page_format":"","accept_stand":"","fill_explian":""}],
"AUDIT_ITEM_CONDITION":[{"condition_id":"who","condition_name":"由谁办理？","parent_id":""},{"condition_id":"who.self","condition_name":"本人","parent_id":"who"},
 {"condition_id":"who.agent","condition_name":"代理人","parent_id":"who"},{"condition_id":"kin","condition_name":"是否近亲属？","parent_id":"who.agent"},
 {"condition_id":"kin.yes","condition_name":"是","parent_id":"kin"},{"condition_id":"kin.no","condition_name":"否","parent_id":"kin"}],
"AUDIT_MATERIAL_CONDITION":[{"materialid":"m-2","condition_id":"who.agent"},{"materialid":"m-2","condition_id":"kin.no"}],
"AUDIT_QA":[{"question":"多久能办？","answer":"五个工作日。","ordernum":1}],
"AUDIT_ITEM_FLOWSHEET":[{"STEP":"acceptance"}],
"AUDIT_ITEM_SPECIAL":[{"special_id":"s1","special_name":"8","special_date":15,"special_date_type":"1","special_dept":"示例局","special_desc":"专家评审"}]})";

forms::ImportReport read(const std::string& text) {
    const auto report = exchange::read_national(text, profile());
    BOOST_REQUIRE(report.ok());
    return *report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(national_tests)

BOOST_AUTO_TEST_CASE(every_table_of_a_record_becomes_members_of_the_item) {
    const auto report = read(own_record);
    BOOST_REQUIRE(report.items.size() == 1u);
    const auto& item = report.items[0];
    const auto& definition = item.definition();
    BOOST_TEST(item.name == "示例经营许可");
    BOOST_TEST(item.version == 7);
    BOOST_TEST((item.type == domain::ItemType::licence));
    BOOST_TEST((definition.statutory == domain::Limit{60, domain::LimitUnit::calendar_day}));
    BOOST_TEST((definition.promised == domain::Limit{5, domain::LimitUnit::working_day}));
    BOOST_TEST((definition.targets ==
                std::set{domain::Target::person, domain::Target::enterprise, domain::Target::other}));
    BOOST_TEST((definition.scope == domain::HandleScope::across_counties));
    BOOST_TEST(definition.guide.consultation_phone == "0771-5550101");
    BOOST_TEST(definition.guide.complaint_phone == "0771-5550199");
    BOOST_TEST(definition.guide.promised_explanation == "");
    BOOST_TEST(definition.guide.windows.at(0).hours == "工作日：上午9:00-12:00");
    BOOST_TEST(definition.guide.organ_nature == "法定机关");
    BOOST_TEST(definition.guide.special_procedures.at(0).kind == "专家评审");
    BOOST_TEST(definition.guide.special_procedures.at(0).limit.amount == 15);
    BOOST_TEST(definition.legal_basis.at(0).clause == "第三条");
    BOOST_REQUIRE(definition.materials.size() == 2u);
    BOOST_TEST((definition.materials[1].necessity == domain::Necessity::optional));
    BOOST_TEST(definition.materials[1].copies == 2);
    BOOST_REQUIRE(definition.questions.size() == 2u);
    BOOST_TEST(definition.questions[1].when.holds({{"who", "agent"}}));
    BOOST_TEST(!definition.questions[1].when.holds({{"who", "self"}}));
    BOOST_TEST(definition.materials[1].when.holds({{"who", "agent"}, {"kin", "no"}}));
    BOOST_TEST(!definition.materials[1].when.holds({{"who", "agent"}, {"kin", "yes"}}));
    BOOST_REQUIRE(report.problems.size() == 1u);  // material_form 9
    BOOST_TEST(report.problems[0].reason.code == "catalogue.entry_code_unknown");
    BOOST_TEST(localization::sentence(report.problems[0].reason).find('{') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unchanged_item_goes_out_as_it_came) {
    const auto report = read(own_record);
    const auto text = exchange::write_national({&report.items[0]}, profile());
    BOOST_TEST((json::parse(text)["data"]["list"][0] == json::parse(own_record)));
    auto renumbered = report.items[0];
    renumbered.version = 12;  // bumped by merging alone
    BOOST_TEST((exchange::record_of_item(renumbered, profile()) == json::parse(own_record)));
}

BOOST_AUTO_TEST_CASE(what_changed_is_written_over_and_nothing_else) {
    auto item = read(own_record).items[0];
    item.version = 8;
    tests::redefine(item, [](domain::ItemDefinition& definition) {
        definition.promised.amount = 3;
        definition.guide.visits = 0;
        definition.guide.complaint_phone = "0771-5550000";
        definition.materials[1].copies = 1;
        definition.materials.insert(definition.materials.begin(), {"m-0", "营业执照"});
        definition.guide.questions.clear();
    });
    const auto record = exchange::record_of_item(item, profile());
    auto expected = json::parse(own_record);
    BOOST_TEST(record["AUDIT_ITEM"]["promise_day"] == "3");
    BOOST_TEST(record["AUDIT_ITEM"]["limit_scene_num"] == 0);  // stays a number
    BOOST_TEST(record["AUDIT_ITEM"]["task_version"] == "8");
    BOOST_TEST(record["AUDIT_ITEM"]["supervise_way"] == "0771-5550000");
    BOOST_TEST(record["AUDIT_ITEM"]["link_way"] == "0771–5550101");
    BOOST_TEST((record["AUDIT_ITEM"]["some_local_column"] == expected["AUDIT_ITEM"]["some_local_column"]));
    BOOST_TEST((record["AUDIT_ITEM_FLOWSHEET"] == expected["AUDIT_ITEM_FLOWSHEET"]));
    BOOST_TEST(record["AUDIT_QA"].empty());
    BOOST_REQUIRE(record["AUDIT_MATERIAL"].size() == 3u);
    BOOST_TEST(record["AUDIT_MATERIAL"][0]["material_name"] == "营业执照");
    BOOST_TEST(record["AUDIT_MATERIAL"][1]["vendor"] == "x");
    BOOST_TEST(record["AUDIT_MATERIAL"][2]["copy_amount"] == 1);
    BOOST_TEST(record["AUDIT_MATERIAL"][2]["material_form"] == "9");
    const auto again = exchange::read_national(record.dump(), profile());
    BOOST_TEST(again->items.at(0).definition().promised.amount == 3);
}

BOOST_AUTO_TEST_CASE(what_we_know_beyond_the_record_survives_importing_it_again) {
    auto present = read(own_record).items[0];
    tests::redefine(present, [](domain::ItemDefinition& definition) {
        definition.form = "some_form";
        definition.materials[0].document_type = "id_card";
        definition.flow.push_back({"handle", "承办", "market"});
    });
    present.department = "market";
    present.fully_defined = true;
    const auto report = exchange::read_national(own_record, profile(), [&](const std::string& code) {
        return code == present.code ? &present : nullptr;
    });
    const auto& item = report->items.at(0);
    BOOST_TEST((item == present));
}

BOOST_AUTO_TEST_CASE(every_profile_writes_codes_it_reads) {
    for (const auto& one : forms::code_profiles()) {
        auto item = read(own_record).items[0];
        tests::redefine(item, [](auto& definition) { definition.published.clear(); });
        const auto text = exchange::record_of_item(item, one).dump();
        const auto back = exchange::read_national(text, one);
        BOOST_REQUIRE_MESSAGE(back.ok(), one.id);
        BOOST_TEST(back->problems.empty(), one.id);
        const auto& other = back->items.at(0);
        BOOST_TEST((other.type == item.type), one.id);
        BOOST_TEST((other.case_kind == item.case_kind), one.id);
        BOOST_TEST((other.definition().materials[1].necessity == domain::Necessity::optional), one.id);
        BOOST_TEST((other.definition().targets == item.definition().targets), one.id);
        BOOST_TEST((other.definition().questions == item.definition().questions), one.id);
    }
}

BOOST_AUTO_TEST_CASE(the_built_in_items_go_out_and_come_back) {
    const auto sample = forms::sample_catalogue();
    std::vector<const domain::ServiceItem*> items;
    for (const auto& item : sample.items) items.push_back(&item);
    const auto text = exchange::write_national(items, profile());
    const auto back = exchange::read_national(text, profile(), [&](const std::string& code) {
        for (const auto* item : items)
            if (item->code == code) return item;
        return static_cast<const domain::ServiceItem*>(nullptr);
    });
    BOOST_REQUIRE(back.ok());
    BOOST_TEST(back->problems.empty());
    BOOST_REQUIRE(back->items.size() == items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        auto item = back->items[i];
        auto expected = *items[i];
        tests::redefine(item, [](auto& definition) {
            definition.published.clear();
            definition.guide.organ_code.clear();
            definition.guide.basic_code.clear();
        });
        tests::redefine(expected, [&](auto& definition) {
            definition.guide.organ_code.clear();
            definition.guide.basic_code.clear();
            if (!definition.fee.empty()) BOOST_TEST(item.definition().fee == definition.fee);
        });
        BOOST_TEST(wire::item_to_json(item).dump() == wire::item_to_json(expected).dump());
    }
}

BOOST_AUTO_TEST_CASE(a_broken_record_costs_only_itself) {
    const std::string two =
        std::string("{\"data\":{\"list\":[\n") + own_record + ",\n{\"AUDIT_ITEM\":7},\n" + "{\"x\":1}]}}";
    const auto report = read(two);
    BOOST_TEST(report.entries == 3u);
    BOOST_TEST(report.items.size() == 1u);
    BOOST_TEST(report.lines.at(0) == 2u);
    BOOST_TEST(exchange::read_national("{\"data\":{\"list\":[]}}", profile()).error().code ==
               "catalogue.nothing_usable");
    BOOST_TEST(exchange::read_national("hello", profile()).error().code == "catalogue.not_json");
    BOOST_TEST(exchange::read_national("{}", profile()).error().code == "catalogue.not_a_list");
}

BOOST_AUTO_TEST_CASE(a_real_published_item_is_taken_whole_and_given_back_as_it_was) {
    const auto path = std::filesystem::path(YICHUANG_SOURCE_DIR) / "../shared/data/implementation-item.json";
    if (!std::filesystem::exists(path)) {
        BOOST_TEST_MESSAGE("skipped: ../shared/data/implementation-item.json is not here");
        return;
    }
    const auto text = exchange::content_of_file(path.string());
    BOOST_REQUIRE(text.ok());
    BOOST_TEST((exchange::format_of(*text) == exchange::Format::national));
    const auto report = read(*text);
    BOOST_TEST(report.problems.empty());
    const auto& item = report.items.at(0);
    BOOST_TEST(item.name == "固定资产投资项目节能审查");
    BOOST_TEST(item.definition().guide.consultation_phone == "0777-6428820");
    BOOST_TEST(item.definition().guide.windows.at(0).hours == "工作日：上午9:00-12:00、下午14:00-17:00");
    BOOST_TEST(item.definition().materials.size() == 2u);
    BOOST_TEST(item.definition().guide.special_procedures.at(0).limit.amount == 15);
    const auto out = json::parse(exchange::write_national({&item}, profile()));
    BOOST_TEST((out["data"]["list"] == json::parse(*text)["data"]["list"]));
}

BOOST_AUTO_TEST_SUITE_END()
