#include "forms/form_state.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/form_json.h"
#include "forms/form_rules.h"

using namespace yc;
using forms::FormValues;

namespace {

const base::Date today = base::make_date(2026, 11, 22);

constexpr const char* household = R"json({
  "id": "household", "title": {"zh": "家庭", "en": "Household"},
  "sections": [
    {"id": "who", "title": {"zh": "本人", "en": "Applicant"}, "fields": [
      {"id": "married", "label": {"zh": "已婚", "en": "Married"}, "type": "checkbox"},
      {"id": "spouse", "label": {"zh": "配偶", "en": "Spouse"}, "type": "person", "required": true,
       "show_if": "married", "fact": "spouse"},
      {"id": "since", "label": {"zh": "起", "en": "From"}, "type": "date"},
      {"id": "until", "label": {"zh": "止", "en": "Until"}, "type": "date", "required_if": "filled(since)"}]},
    {"id": "family", "title": {"zh": "成员", "en": "Members"}, "when": [{"question": "kind", "answers": ["family"]}],
     "fields": [
      {"id": "family", "label": {"zh": "成员", "en": "Members"}, "type": "table", "least_rows": 1, "most_rows": 3,
       "columns": [
         {"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text", "required": true},
         {"id": "works", "label": {"zh": "在职", "en": "Works"}, "type": "checkbox"},
         {"id": "income", "label": {"zh": "月收入", "en": "Income"}, "type": "money", "show_if": "works"},
         {"id": "yearly", "label": {"zh": "年收入", "en": "A year"}, "type": "money", "computed": "income * 12"}]},
      {"id": "total", "label": {"zh": "合计", "en": "Total"}, "type": "money", "computed": "sum(family.yearly)"},
      {"id": "each", "label": {"zh": "人均", "en": "A head"}, "type": "money",
       "computed": "round(total / count(family), 2)"},
      {"id": "poor", "label": {"zh": "困难", "en": "Poor"}, "type": "checkbox", "computed": "each < 10000"},
      {"id": "reason", "label": {"zh": "原因", "en": "Why"}, "type": "text", "show_if": "poor", "required": true}]}],
  "rules": [
    {"check": "until >= since", "message": {"zh": "止早于起", "en": "Ends before it begins"}, "fields": ["until"]},
    {"check": "length(reason) > 1", "message": {"zh": "太短", "en": "Too short"}, "fields": ["reason"]}]
})json";

forms::Form form_of(const char* text) {
    auto form = forms::form_from_json(nlohmann::json::parse(text));
    BOOST_REQUIRE_MESSAGE(form.ok(), (form.ok() ? "" : form.error().args.at("field")));
    return *std::move(form);
}

const domain::Circumstances family{{"kind", "family"}};

std::vector<std::string> codes_of(const forms::Form& form, const FormValues& values,
                                  const domain::Circumstances& circumstances) {
    std::vector<std::string> codes;
    for (const auto& problem : forms::check_form(form, values, circumstances, today))
        codes.push_back(problem.field + " " + problem.code);
    return codes;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::string value_at(const forms::FormState& state, const std::string& path) {
    const auto* one = state.find(path);
    return one ? one->value : "(hidden)";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_state_tests)

BOOST_AUTO_TEST_CASE(computed_values_follow_each_other_through_tables) {
    const auto form = form_of(household);
    const FormValues values{
        {"family", "2"},           {"family.0.works", "yes"},  {"family.0.income", "1500.50"},
        {"family.1.works", "yes"}, {"family.1.income", "100"}, {"total", "1"}};
    const auto state = forms::state_of(form, values, family, today);
    BOOST_TEST(value_at(state, "family.0.yearly") == "18006");
    BOOST_TEST(value_at(state, "total") == "19206");
    BOOST_TEST(value_at(state, "each") == "9603");
    BOOST_TEST(value_at(state, "poor") == "yes");
    BOOST_TEST(value_at(state, "reason") == "", "shown by a value worked out in the same go");
    const auto tidy = forms::tidy_values(form, values, family, today);
    BOOST_TEST(tidy.at("total") == "19206");
    BOOST_TEST(tidy.at("family") == "2");
}

BOOST_AUTO_TEST_CASE(what_is_hidden_decides_nothing) {
    const auto form = form_of(household);
    const FormValues values{{"family", "1"}, {"family.0.income", "9000"}, {"spouse.name", "甲"}};
    const auto state = forms::state_of(form, values, family, today);
    BOOST_TEST(value_at(state, "family.0.income") == "(hidden)");
    BOOST_TEST(value_at(state, "total") == "0", "a hidden cell is not added up");
    BOOST_TEST(value_at(state, "spouse.name") == "(hidden)");
    BOOST_TEST(!forms::tidy_values(form, values, family, today).contains("spouse.name"));
    const auto single = forms::state_of(form, values, {}, today);
    BOOST_TEST(!single.find("family"), "the section is not asked for");
    BOOST_TEST(!single.find("total"));
    BOOST_TEST(!has(codes_of(form, {{"reason", "x"}}, {}), "reason form.rule"), "its rule neither");
}

BOOST_AUTO_TEST_CASE(rows_stay_within_their_bounds) {
    const auto form = form_of(household);
    const auto rows = [&](const char* wanted) {
        return value_at(forms::state_of(form, {{"family", wanted}}, family, today), "family");
    };
    BOOST_TEST(rows("") == "1");
    BOOST_TEST(rows("0") == "1");
    BOOST_TEST(rows("3") == "3");
    BOOST_TEST(rows("99") == "3");
    BOOST_TEST(rows("-5") == "1");
    BOOST_TEST(rows("many") == "1");
    const auto codes = codes_of(form, {{"family", "2"}, {"family.0.name", "甲"}}, family);
    BOOST_TEST(!has(codes, "family.0.name form.required"));
    BOOST_TEST(has(codes, "family.1.name form.required"));
    BOOST_TEST(
        has(codes_of(form, {{"family.0.strange", "1"}}, family), "family.0.strange form.unknown_field"));
}

BOOST_AUTO_TEST_CASE(a_party_is_its_parts) {
    const auto form = form_of(household);
    const FormValues values{
        {"married", "yes"}, {"spouse.name", "李示例"}, {"spouse.number", "360426199101010072"}};
    const auto codes = codes_of(form, values, {});
    BOOST_TEST(has(codes, "spouse.number identity.check_digit"));
    BOOST_TEST(!has(codes, "spouse.name form.required"));
    BOOST_TEST(!has(codes, "spouse.phone form.required"));
    BOOST_TEST(!has(codes, "spouse form.required"), "the whole holds no value");
    BOOST_TEST(has(codes_of(form, {{"married", "yes"}}, {}), "spouse.name form.required"));
    BOOST_REQUIRE(form.find("spouse.number"));
    BOOST_TEST(form.find("spouse.number")->fact == "spouse_number");
    BOOST_TEST(form.find("spouse.number")->label.zh == "配偶证件号码");
    BOOST_TEST(!form.find("spouse.shoe_size"));
}

BOOST_AUTO_TEST_CASE(rules_wait_for_what_they_compare) {
    const auto form = form_of(household);
    BOOST_TEST(!has(codes_of(form, {}, {}), "until form.rule"));
    BOOST_TEST(has(codes_of(form, {{"since", "2026-02-01"}}, {}), "until form.required"));
    BOOST_TEST(
        has(codes_of(form, {{"since", "2026-02-01"}, {"until", "2026-01-01"}}, {}), "until form.rule"));
    BOOST_TEST(codes_of(form, {{"since", "2026-02-01"}, {"until", "2026-02-01"}}, {}).empty());
}

BOOST_AUTO_TEST_CASE(a_definition_that_runs_in_a_circle_ends) {
    const auto form = form_of(R"json({"id": "circle", "title": {"zh": "圈", "en": "Circle"}, "sections": [
      {"id": "s", "title": {"zh": "圈", "en": "Circle"}, "fields": [
        {"id": "a", "label": {"zh": "甲", "en": "A"}, "type": "number", "computed": "if(filled(b), b + 1, 1)"},
        {"id": "b", "label": {"zh": "乙", "en": "B"}, "type": "number", "computed": "if(filled(a), a + 1, 1)"},
        {"id": "c", "label": {"zh": "丙", "en": "C"}, "type": "checkbox", "show_if": "empty(c)", "computed": "true"}
      ]}]})json");
    const auto state = forms::state_of(form, {}, {}, today);
    BOOST_TEST(state.find("a"));
    BOOST_TEST(state.fields().size() >= 2u);
}

BOOST_AUTO_TEST_CASE(a_changed_definition_keeps_what_it_no_longer_knows_apart) {
    const auto form = form_of(household);
    const auto codes = codes_of(form, {{"old_field", "值"}}, {});
    BOOST_TEST(has(codes, "old_field form.unknown_field"));
    BOOST_TEST(forms::tidy_values(form, {{"old_field", "值"}}, {}, today).empty());
}

BOOST_AUTO_TEST_SUITE_END()
