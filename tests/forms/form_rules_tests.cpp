#include "forms/form_rules.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/form_json.h"
#include "forms/form_state.h"
#include "forms/sample_district.h"
#include "localization/localization.h"

using namespace yc;
using forms::Field;
using forms::FieldType;
using forms::Form;

namespace {

const base::Date today = base::make_date(2026, 11, 22);

std::string code_of(const Field& field, const std::string& value) {
    const auto problems = forms::check_field(field, value, today, field.required);
    return problems.empty() ? "" : problems.front().code;
}

Field field_of(FieldType type) {
    Field field;
    field.id = "f";
    field.label = {"项", "Field"};
    field.type = type;
    return field;
}

const Form& sample_form(const std::string& id) {
    static const auto bundle = forms::sample_catalogue();
    for (const auto& form : bundle.forms)
        if (form.id == id) return form;
    throw std::logic_error(id);
}

std::vector<std::string> shown(const Form& form, const forms::FormValues& values,
                               const domain::Circumstances& circumstances) {
    std::vector<std::string> out;
    for (const auto& one : forms::state_of(form, values, circumstances, today).fields())
        out.push_back(one.path);
    return out;
}

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_rules_tests)

BOOST_AUTO_TEST_CASE(each_type_says_what_is_wrong) {
    BOOST_TEST(code_of(field_of(FieldType::number), "12.5") == "");
    BOOST_TEST(code_of(field_of(FieldType::number), "１２") == "");
    BOOST_TEST(code_of(field_of(FieldType::number), "十二") == "form.not_a_number");
    BOOST_TEST(code_of(field_of(FieldType::date), "2026-02-29") == "form.date_invalid");
    BOOST_TEST(code_of(field_of(FieldType::date), "2024-02-29") == "");
    BOOST_TEST(code_of(field_of(FieldType::phone), "13800000000") == "");
    BOOST_TEST(code_of(field_of(FieldType::phone), "0771-5550100") == "");
    BOOST_TEST(code_of(field_of(FieldType::phone), "1380000") == "form.phone_invalid");
    BOOST_TEST(code_of(field_of(FieldType::id_number), "44011320141005001x") == "");
    BOOST_TEST(code_of(field_of(FieldType::id_number), "360426199101010072") == "identity.check_digit");
    BOOST_TEST(code_of(field_of(FieldType::checkbox), "maybe") == "form.not_a_choice");
}

BOOST_AUTO_TEST_CASE(ranges_patterns_and_lengths_are_kept) {
    auto number = field_of(FieldType::number);
    number.least = 1;
    number.most = 10;
    BOOST_TEST(code_of(number, "0") == "form.number_range");
    BOOST_TEST(code_of(number, "11") == "form.number_range");
    auto date = field_of(FieldType::date);
    date.past_only = true;
    BOOST_TEST(code_of(date, "2026-11-23") == "form.date_in_future");
    BOOST_TEST(code_of(date, "2026-11-22") == "");
    auto text = field_of(FieldType::text);
    text.max_length = 3;
    BOOST_TEST(code_of(text, "李示𠮷") == "");
    BOOST_TEST(code_of(text, "李示𠮷一") == "form.too_long");
    text.max_length = 30;
    text.pattern = "[0-9]{3}";
    BOOST_TEST(code_of(text, "１２３") == "");
    BOOST_TEST(code_of(text, "12") == "form.pattern");
    text.required = true;
    BOOST_TEST(code_of(text, "　 ") == "form.required");
}

BOOST_AUTO_TEST_CASE(circumstances_and_other_fields_decide_what_is_asked) {
    const auto& form = sample_form("resident_medical");
    const auto local = shown(form, {}, {{"who", "local"}});
    const auto newborn = shown(form, {}, {{"who", "newborn"}});
    BOOST_TEST(!contains(local, "guardian_id"));
    BOOST_TEST(contains(newborn, "guardian_id"));
    BOOST_TEST(!contains(local, "other_place"));
    const auto insured = shown(form, {{"other_insurance", "yes"}}, {{"who", "local"}});
    BOOST_TEST(contains(insured, "other_place"));
    const auto tidy = forms::tidy_values(form, {{"other_insurance", "no"}, {"other_place", "北京"}},
                                         {{"who", "local"}}, today);
    BOOST_TEST(!tidy.contains("other_place"));
}

BOOST_AUTO_TEST_CASE(an_empty_form_names_every_required_field_in_order) {
    const auto& form = sample_form("common");
    const auto problems = forms::check_form(form, {{"strange", "1"}}, {}, today);
    BOOST_REQUIRE_EQUAL(problems.size(), 4u);
    BOOST_TEST(problems[0].field == "contact_name");
    BOOST_TEST(problems[0].code == "form.required");
    BOOST_TEST(problems[2].field == "matter");
    BOOST_TEST(problems[3].code == "form.unknown_field");
}

BOOST_AUTO_TEST_CASE(facts_fill_the_form_and_settle_back) {
    const auto& form = sample_form("resident_pension");
    domain::Dossier dossier;
    const auto day = [](int n) {
        return base::at(base::make_date(2026, 1, static_cast<unsigned>(n)), base::TimeOfDay{600});
    };
    dossier.facts = {{"phone", "13800000001", "registry", "", day(1), {}},
                     {"phone", "13800000002", "registry", "", day(3), {}},
                     {"phone", "13800000003", "registry", "", day(9), base::make_date(2026, 6, 1)},
                     {"ethnicity", "gone", "registry", "", day(2), {}}};
    const auto filled = forms::prefill(form, dossier, today);
    BOOST_REQUIRE(filled.contains("phone"));
    BOOST_TEST(filled.at("phone").value == "13800000002");
    BOOST_TEST((filled.at("phone").source.at == day(3)));
    BOOST_TEST(!filled.contains("ethnicity"), "a value the field does not take is not offered");
    BOOST_TEST(forms::defaults(sample_form("sole_trader")).at("form_of") == "person");
}

BOOST_AUTO_TEST_CASE(what_the_department_decides_is_advice_and_what_contradicts_itself_is_wrong) {
    Form form;
    form.id = "f";
    form.title = {"表", "Form"};
    form.sections.resize(1);
    form.sections[0].id = "s";
    form.sections[0].title = {"节", "Section"};
    form.sections[0].fields = {field_of(FieldType::number)};
    form.rules = {{*forms::Expression::parse("f >= 50"), {"间距不足", "Too near"}, true, {"f"}},
                  {*forms::Expression::parse("f >= 0"), {"不能为负", "Not below zero"}, false, {"f"}}};
    BOOST_TEST(forms::check_form(form, {{"f", "60"}}, {}, today).empty());
    BOOST_TEST(forms::check_form(form, {}, {}, today).empty(), "nothing filled in, nothing judged");
    const auto near = forms::check_form(form, {{"f", "10"}}, {}, today);
    BOOST_REQUIRE_EQUAL(near.size(), 1u);
    BOOST_TEST(near[0].advice);
    const auto negative = forms::check_form(form, {{"f", "-1"}}, {}, today);
    BOOST_REQUIRE_EQUAL(negative.size(), 2u);
    BOOST_TEST(!negative[1].advice);
    BOOST_TEST((forms::form_from_json(forms::form_to_json(form))->rules == form.rules));
}

BOOST_AUTO_TEST_CASE(every_problem_has_a_sentence_without_holes) {
    auto field = field_of(FieldType::number);
    field.least = 3;
    field.required = true;
    for (const char* value : {"", "x", "1"})
        for (const auto& problem : forms::check_field(field, value, today, field.required))
            for (const auto language : {localization::Language::zh_CN, localization::Language::en}) {
                const auto text =
                    localization::sentence_in(language, base::Error{problem.code, {}, problem.args});
                BOOST_TEST(text.find('{') == std::string::npos, text);
                BOOST_TEST(!localization::raw_text(language, "error." + problem.code).empty(), problem.code);
            }
}

BOOST_AUTO_TEST_SUITE_END()
