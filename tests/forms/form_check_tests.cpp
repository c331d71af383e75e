#include "forms/form_check.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "forms/embedded.h"
#include "forms/form_json.h"
#include "tests/support/items.h"

using namespace yc;
using nlohmann::json;

namespace {

const base::Date today = base::make_date(2026, 11, 22);

/// Nothing is wrong with this one.
json sound_form() {
    return json::parse(R"json({"id": "sound", "title": {"zh": "表", "en": "Form"}, "sections": [
      {"id": "all", "title": {"zh": "全部", "en": "All"}, "fields": [
        {"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text", "pattern": "[a-z]+",
         "show_if": "sum(rows.amount) >= 0"},
        {"id": "colour", "label": {"zh": "颜色", "en": "Colour"}, "type": "choice",
         "options": [{"id": "red", "label": {"zh": "红", "en": "Red"}}]},
        {"id": "age", "label": {"zh": "年龄", "en": "Age"}, "type": "number", "least": 1, "most": 9},
        {"id": "rows", "label": {"zh": "明细", "en": "Rows"}, "type": "table", "columns": [
          {"id": "amount", "label": {"zh": "金额", "en": "Amount"}, "type": "money"},
          {"id": "twice", "label": {"zh": "两倍", "en": "Twice"}, "type": "money", "computed": "amount * 2"}]}]}],
      "rules": [{"check": "age > 0", "message": {"zh": "年龄", "en": "Age"}, "fields": ["age"]}]})json");
}

/// "code path" of each fault of the form after a change.
std::string faults_after(const std::function<void(json& form, json& fields)>& change) {
    auto form = sound_form();
    change(form, form["sections"][0]["fields"]);
    std::string all;
    for (const auto& fault : forms::check_definition(form.dump(), today).faults) {
        all += (all.empty() ? "" : "; ") + fault.error.code + " " + fault.path;
        BOOST_TEST((fault.error.code == "form.not_json" || fault.error.args.contains("path")));
    }
    return all;
}

domain::ServiceItem an_item() {
    domain::ServiceItem item;
    item.code = "A1";
    item.name = "事项";
    tests::redefine(item, [](auto& definition) {
        definition.questions = {{"kind", "哪一种？", {{"a", "甲"}, {"b", "乙"}}, {}}};
        definition.materials.push_back({.code = "m1", .name = "证"});
    });
    return item;
}

std::string faults_against(const std::function<void(json& form, json& fields)>& change) {
    auto source = sound_form();
    change(source, source["sections"][0]["fields"]);
    const auto form = forms::form_from_json(source);
    BOOST_REQUIRE(form.ok());
    std::string all;
    for (const auto& fault : forms::check_against(*form, an_item()))
        all += (all.empty() ? "" : "; ") + fault.error.code + " " + fault.path + " " +
               fault.error.args.at("name");
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_check_tests)

BOOST_AUTO_TEST_CASE(a_sound_form_has_no_fault) {
    BOOST_TEST(faults_after([](json&, json&) {}) == "");
    BOOST_TEST(faults_against([](json&, json&) {}) == "");
    const auto checked = forms::check_definition(sound_form().dump(), today);
    BOOST_REQUIRE(checked.form.has_value());
    BOOST_TEST(checked.form->id == "sound");
}

BOOST_AUTO_TEST_CASE(every_built_in_form_is_as_the_schema_says) {
    size_t forms = 0;
    for (const auto& file : forms::embedded_files()) {
        if (!file.name.starts_with("forms/")) continue;
        ++forms;
        BOOST_TEST_CONTEXT(file.name) BOOST_TEST(forms::check_schema(json::parse(file.content)).empty());
    }
    BOOST_TEST(forms > 60u);
}

BOOST_AUTO_TEST_CASE(the_schema_names_what_an_editor_gets_wrong) {
    const auto broken = forms::check_definition("{\"id\": ", today);
    BOOST_REQUIRE(broken.faults.size() == 1u);
    BOOST_TEST(broken.faults[0].error.code == "form.not_json");
    BOOST_TEST(!broken.form.has_value());
    BOOST_TEST(faults_after([](json& form, json&) { form.erase("title"); }) == "form.schema_missing ");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0].erase("label"); }) ==
               "form.schema_missing sections.0.fields.0");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["label"].erase("en"); }) ==
               "form.schema_missing sections.0.fields.0.label");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[2]["requird"] = true; }) ==
               "form.schema_unknown sections.0.fields.2");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[2]["required"] = "yes"; }) ==
               "form.schema_type sections.0.fields.2.required");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["type"] = "txt"; }) ==
               "form.schema_choice sections.0.fields.0.type");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["width"] = "wide"; }) ==
               "form.schema_choice sections.0.fields.0.width");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["id"] = "姓名"; }) ==
               "form.schema_value sections.0.fields.0.id");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["max_length"] = 0; }) ==
               "form.schema_value sections.0.fields.0.max_length");
    BOOST_TEST(faults_after([](json& form, json&) { form["version"] = 0; }) == "form.schema_value version");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[1].erase("options"); }) ==
               "form.schema_missing sections.0.fields.1");
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_unknown_is_named) {
    auto form = sound_form();
    form["sections"][0]["fields"][2]["requird"] = true;
    const auto unknown = forms::check_schema(form);
    BOOST_REQUIRE(unknown.size() == 1u);
    BOOST_TEST(unknown[0].error.args.at("name") == "requird");
    form = sound_form();
    form.erase("title");
    BOOST_TEST(forms::check_schema(form).at(0).error.args.at("name") == "title");
    BOOST_TEST(forms::check_schema(form).at(0).error.args.at("path") == "/");
}

BOOST_AUTO_TEST_CASE(names_and_expressions_are_checked_where_they_stand) {
    const std::string field = "sections.0.fields.0.show_if";
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["show_if"] = "gone = 'x'"; }) ==
               "form.unknown_name " + field);
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["show_if"] = "rows.amount > 1"; }) ==
               "form.misplaced_name " + field);
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["show_if"] = "sum(age) > 1"; }) ==
               "form.misplaced_name " + field);
    BOOST_TEST(
        faults_after([](json&, json& fields) { fields[0]["show_if"] = "age >"; }).starts_with("expression."));
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["show_if"] = "age >"; }).ends_with(field));
    BOOST_TEST(faults_after([](json&, json& fields) { fields[3]["columns"][1]["computed"] = "lost * 2"; }) ==
               "form.unknown_name sections.0.fields.3.columns.1.computed");
    BOOST_TEST(faults_after([](json& form, json&) { form["rules"][0]["check"] = "gone > 0"; }) ==
               "form.unknown_name rules.0.check");
    BOOST_TEST(faults_after([](json& form, json&) { form["rules"][0]["fields"] = {"gone"}; }) ==
               "form.unknown_name rules.0.fields");
    BOOST_TEST(faults_after([](json& form, json&) { form["rules"][0]["fields"] = {"rows.amount"}; }) ==
               "form.misplaced_name rules.0.fields");
}

BOOST_AUTO_TEST_CASE(fields_that_contradict_themselves_are_named) {
    BOOST_TEST(faults_after([](json&, json& fields) {
                   fields[2]["id"] = "name";
               }).find("form.duplicate_id name") != std::string::npos);
    BOOST_TEST(faults_after([](json&, json& fields) { fields[2]["least"] = 10; }) == "form.bad_default age");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[2]["default_value"] = "12"; }) ==
               "form.bad_default age");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[1]["default_value"] = "blue"; }) ==
               "form.bad_default colour");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[3]["columns"][0]["default_value"] = "x"; }) ==
               "form.bad_default rows.amount");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[0]["pattern"] = "[a-"; }) ==
               "form.bad_pattern sections.0.fields.0.pattern");
    BOOST_TEST(faults_after([](json&, json& fields) { fields[3]["least_rows"] = 30; }) ==
               "form.schema_value sections.0.fields.3.most_rows");
}

BOOST_AUTO_TEST_CASE(what_the_item_does_not_have_is_named) {
    const auto when = [](const char* question, const char* answer) {
        return json::array({{{"question", question}, {"answers", {answer}}}});
    };
    BOOST_TEST(faults_against([&](json& form, json&) { form["sections"][0]["when"] = when("kind", "a"); }) ==
               "");
    BOOST_TEST(faults_against([&](json& form, json&) {
                   form["sections"][0]["when"] = when("sort", "a");
               }).starts_with("form.unknown_question all sort"));
    BOOST_TEST(faults_against([&](json&, json& fields) {
                   fields[0]["when"] = when("kind", "c");
               }).starts_with("form.unknown_question name kind"));
    BOOST_TEST(faults_against([&](json&, json& fields) { fields[0]["show_if"] = "answer('sort') = 'a'"; }) ==
               "form.unknown_question name sort");
    BOOST_TEST(faults_against([&](json& form, json&) {
                   form["rules"][0]["check"] = "answer('sort') = 'a'";
               }) == "form.unknown_question rules sort");
    BOOST_TEST(faults_against([&](json&, json& fields) {
                   fields[3]["columns"][0]["required_if"] = "answer('sort') = 'a'";
               }) == "form.unknown_question rows.amount sort");
    const auto attachment = [](const char* material) {
        return [material](json&, json& fields) {
            fields.push_back({{"id", "paper"},
                              {"label", {{"zh", "附件"}, {"en", "Paper"}}},
                              {"type", "attachment"},
                              {"material", material}});
        };
    };
    BOOST_TEST(faults_against(attachment("m1")) == "");
    BOOST_TEST(faults_against(attachment("m2")) == "form.unknown_material paper m2");
}

BOOST_AUTO_TEST_SUITE_END()
