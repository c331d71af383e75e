#include "reports/form_rows.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/form_json.h"

using namespace yc;
using reports::FormRow;

namespace {

const base::Date today = base::make_date(2026, 11, 22);

forms::Form a_form() {
    return *forms::form_from_json(
        nlohmann::json::parse(R"json({"id": "f", "title": {"zh": "申请表", "en": "Form"},
      "sections": [
        {"id": "who", "title": {"zh": "申请人", "en": "Applicant"}, "fields": [
          {"id": "birth", "label": {"zh": "出生日期", "en": "Born"}, "type": "date"},
          {"id": "age", "label": {"zh": "年龄", "en": "Age"}, "type": "number", "computed": "age(birth)"},
          {"id": "living", "label": {"zh": "居住", "en": "Living"}, "type": "choice", "options": [
            {"id": "own", "label": {"zh": "自有", "en": "Own"}}, {"id": "rent", "label": {"zh": "租住", "en": "Rented"}}]},
          {"id": "landlord", "label": {"zh": "出租人", "en": "Landlord"}, "type": "text", "show_if": "living = 'rent'"},
          {"id": "needs", "label": {"zh": "需要", "en": "Needs"}, "type": "choices", "options": [
            {"id": "a", "label": {"zh": "甲", "en": "A"}}, {"id": "b", "label": {"zh": "乙", "en": "B"}},
            {"id": "c", "label": {"zh": "丙", "en": "C"}}]},
          {"id": "letter", "label": {"zh": "小数", "en": "One of many"}, "type": "choice", "options": [
            {"id": "1", "label": {"zh": "一", "en": "1"}}, {"id": "2", "label": {"zh": "二", "en": "2"}},
            {"id": "3", "label": {"zh": "三", "en": "3"}}, {"id": "4", "label": {"zh": "四", "en": "4"}},
            {"id": "5", "label": {"zh": "五", "en": "5"}}, {"id": "6", "label": {"zh": "六", "en": "6"}},
            {"id": "7", "label": {"zh": "七", "en": "7"}}, {"id": "8", "label": {"zh": "八", "en": "8"}},
            {"id": "9", "label": {"zh": "九", "en": "9"}}]},
          {"id": "spouse", "label": {"zh": "配偶", "en": "Spouse"}, "type": "person"}]},
        {"id": "agent", "title": {"zh": "代办", "en": "Agent"}, "when": [{"question": "agent", "answers": ["yes"]}],
         "fields": [{"id": "why", "label": {"zh": "代办原因", "en": "Why"}, "type": "text"}]},
        {"id": "family", "title": {"zh": "家庭", "en": "Family"}, "fields": [
          {"id": "rows", "label": {"zh": "成员", "en": "Members"}, "type": "table", "columns": [
            {"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text"},
            {"id": "income", "label": {"zh": "收入", "en": "Income"}, "type": "money"},
            {"id": "firm", "label": {"zh": "单位", "en": "Firm"}, "type": "text", "show_if": "filled(income)"}]},
          {"id": "true_all", "label": {"zh": "所填属实", "en": "All is true"}, "type": "checkbox"},
          {"id": "paper", "label": {"zh": "证明", "en": "Proof"}, "type": "attachment", "material": "m"},
          {"id": "sign", "label": {"zh": "申请人签名", "en": "Signature"}, "type": "signature"}]}]})json"));
}

const forms::FormValues filled{{"birth", "1941-05-02"}, {"living", "rent"},      {"landlord", "韦示例"},
                               {"needs", "a,c"},        {"letter", "9"},         {"spouse.name", "梁示例"},
                               {"rows", "2"},           {"rows.0.name", "韦一"}, {"rows.0.income", "12000"},
                               {"rows.0.firm", "某厂"}, {"rows.1.name", "韦二"}, {"true_all", "yes"}};

std::vector<FormRow> rows(const forms::FormValues& values, const domain::Circumstances& answers = {}) {
    return reports::form_rows(a_form(), values, answers, today);
}

const FormRow* row_of(const std::vector<FormRow>& all, const std::string& label) {
    for (const auto& row : all)
        if (row.label == label) return &row;
    return nullptr;
}

std::string value_of(const std::vector<FormRow>& all, const std::string& label) {
    const auto* row = row_of(all, label);
    return row ? row->value : "no such row";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_rows_tests)

BOOST_AUTO_TEST_CASE(values_are_printed_as_people_read_them) {
    const auto all = rows(filled);
    BOOST_TEST(value_of(all, "年龄") == "85");
    BOOST_TEST(value_of(all, "居住") == "☐\u00A0自有　☑\u00A0租住");
    BOOST_TEST(value_of(all, "需要") == "☑\u00A0甲　☐\u00A0乙　☑\u00A0丙");
    BOOST_TEST(value_of(all, "小数") == "九", "too many options to print boxes for");
    BOOST_TEST(value_of(all, "出租人") == "韦示例");
    BOOST_TEST(value_of(all, "所填属实") == "☑\u00A0所填属实");
    BOOST_TEST(row_of(all, "所填属实")->whole);
}

BOOST_AUTO_TEST_CASE(a_part_of_a_person_stands_by_its_own_name) {
    const auto all = rows(filled);
    BOOST_TEST(row_of(all, "配偶") == nullptr);
    const auto part =
        std::find_if(all.begin(), all.end(), [](const auto& row) { return row.value == "梁示例"; });
    BOOST_REQUIRE(part != all.end());
    BOOST_TEST(part->label.find("配偶") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_has_a_head_numbers_and_room_where_nothing_applies) {
    const auto all = rows(filled);
    const auto* table = row_of(all, "成员");
    BOOST_REQUIRE(table);
    using Cells = std::vector<std::string>;
    BOOST_REQUIRE(table->table.size() == 3u);
    BOOST_TEST(table->table[0].size() == 4u);
    BOOST_TEST((Cells(table->table[0].begin() + 1, table->table[0].end()) == Cells{"姓名", "收入", "单位"}));
    BOOST_TEST((table->table[1] == Cells{"1", "韦一", "12,000", "某厂"}));
    BOOST_TEST((table->table[2] == Cells{"2", "韦二", "", ""}));
}

BOOST_AUTO_TEST_CASE(only_what_applies_is_printed_under_its_heading) {
    auto owner = filled;
    owner["living"] = "own";
    const auto all = rows(owner);
    BOOST_TEST(row_of(all, "出租人") == nullptr);
    BOOST_TEST(row_of(all, "代办") == nullptr);
    BOOST_TEST(row_of(all, "代办原因") == nullptr);
    std::vector<std::string> headings;
    for (const auto& row : rows(owner, {{"agent", "yes"}}))
        if (row.heading) headings.push_back(row.label);
    BOOST_TEST((headings == std::vector<std::string>{"申请人", "代办", "家庭"}));
}

BOOST_AUTO_TEST_CASE(an_empty_form_leaves_room_to_write) {
    const auto all = rows({});
    BOOST_TEST(value_of(all, "出生日期") == "");
    BOOST_TEST(value_of(all, "居住") == "☐\u00A0自有　☐\u00A0租住");
    BOOST_TEST(value_of(all, "小数") == "");
    BOOST_TEST(value_of(all, "所填属实") == "☐\u00A0所填属实");
    BOOST_TEST(!value_of(all, "证明").empty(), "see the paper");
    BOOST_TEST(row_of(all, "申请人签名")->signature);
    BOOST_TEST(row_of(all, "成员")->table.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
