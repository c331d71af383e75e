// A form changes, and what was filled in before stays as it was.
#include "forms/form_change.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "forms/bundle_check.h"
#include "forms/catalogue.h"
#include "forms/definition_text.h"
#include "forms/form_check.h"
#include "forms/form_json.h"
#include "forms/form_rules.h"
#include "forms/form_state.h"
#include "forms/sample_district.h"
#include "tests/support/items.h"

using namespace yc;
using forms::CatalogueBundle;
using nlohmann::json;

namespace {

const base::Date today = base::make_date(2026, 11, 22);
const forms::ChangeNote note{today, "区里改表"};

constexpr const char* first_form = R"json({"id": "household", "title": {"zh": "家庭", "en": "Household"},
  "sections": [{"id": "all", "title": {"zh": "全部", "en": "All"}, "fields": [
    {"id": "phone", "label": {"zh": "电话", "en": "Phone"}, "type": "phone"},
    {"id": "income", "label": {"zh": "收入", "en": "Income"}, "type": "money"},
    {"id": "housing", "label": {"zh": "住房", "en": "Housing"}, "type": "choice", "options": [
      {"id": "own", "label": {"zh": "自有", "en": "Own"}}, {"id": "rent", "label": {"zh": "租住", "en": "Rented"}}]},
    {"id": "family", "label": {"zh": "成员", "en": "Members"}, "type": "table", "columns": [
      {"id": "name", "label": {"zh": "姓名", "en": "Name"}, "type": "text"},
      {"id": "work", "label": {"zh": "工作", "en": "Work"}, "type": "text"}]}]}]})json";

const forms::FormValues filled{{"phone", "13800138000"},    {"income", "12345.5"},
                               {"housing", "rent"},         {"family", "1"},
                               {"family.0.name", "韦示例"}, {"family.0.work", "教师"}};

forms::Form form_of(const json& source) {
    auto form = forms::form_from_json(source);
    BOOST_REQUIRE_MESSAGE(form.ok(), (form.ok() ? "" : form.error().args.at("field")));
    return *std::move(form);
}

domain::ServiceItem item_with(const std::string& code, const std::string& form) {
    domain::ServiceItem item;
    item.code = code;
    item.name = "事项" + code;
    item.fully_defined = true;
    item.department = "civil";
    if (!form.empty()) tests::redefine(item, [&](auto& definition) { definition.form = form; });
    return item;
}

/// Two items with the form, one cancelled, one of a list, one with another form.
CatalogueBundle district() {
    CatalogueBundle bundle{.version = 7, .forms = {form_of(json::parse(first_form))}};
    for (auto& form : forms::sample_catalogue().forms)
        if (form.id == forms::common_form_id) bundle.forms.push_back(form);
    bundle.items = {item_with("A1", "household"), item_with("A2", "household"), item_with("A3", "household"),
                    item_with("A4", "household"), item_with("B1", "")};
    bundle.items[2].state = domain::ItemState::cancelled;
    bundle.items[3].fully_defined = false;
    return bundle;
}

using Edit = std::function<void(json& fields)>;

forms::FormChange changed_by(CatalogueBundle bundle, const Edit& edit) {
    auto source = forms::form_to_json(*forms::newest_form(bundle, "household"));
    edit(source["sections"][0]["fields"]);
    auto change = forms::with_form(std::move(bundle), form_of(source), note);
    BOOST_REQUIRE_MESSAGE(change.ok(), (change.ok() ? "" : change.error().code));
    return *std::move(change);
}

/// What a case of that item version shows of the values, in words.
std::string shown(const forms::Catalogue& catalogue, int version, const forms::FormValues& values) {
    const auto* item = catalogue.find("A1", version);
    BOOST_REQUIRE(item);
    std::string all;
    const auto state = forms::state_of(catalogue.form_of(*item), values, {}, today);
    for (const auto& one : state.fields())
        all += one.field->label.zh + "=" + forms::words_of_value(*one.field, one.value, "zh_CN") + "\n";
    return all;
}

void remove_field(json& fields, const std::string& id) {
    fields.erase(std::find_if(fields.begin(), fields.end(), [&](const json& f) { return f["id"] == id; }));
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(form_change_tests)

BOOST_AUTO_TEST_CASE(a_changed_form_makes_the_next_version_of_it_and_of_the_items_that_use_it) {
    const auto change = changed_by(district(), [](json& fields) { remove_field(fields, "phone"); });
    BOOST_TEST(change.version == 2);
    BOOST_TEST(change.bundle.version == 8);
    BOOST_TEST(!change.is_new);
    BOOST_REQUIRE(change.items.size() == 2u);
    BOOST_TEST(change.items[0].code == "A1");
    BOOST_TEST(change.items[1].code == "A2");
    for (const auto& item : change.items) {
        BOOST_TEST(item.version == 2);
        BOOST_TEST(item.definition().form_version == 2);
    }
    BOOST_REQUIRE(change.bundle.history.size() == 2u);
    BOOST_TEST(change.bundle.history[0].note.find("区里改表") == 0u);
    const auto catalogue = *forms::Catalogue::open(change.bundle);
    BOOST_TEST(catalogue->form_of(*catalogue->find("A1", 1)).find("phone"));
    BOOST_TEST(!catalogue->form_of(*catalogue->newest("A1")).find("phone"));
    BOOST_TEST(catalogue->form_of(*catalogue->newest("A3")).find("phone"), "cancelled: as it was");
    BOOST_TEST(catalogue->form("household")->version == 2);
    BOOST_TEST(catalogue->form("house") == nullptr);
    BOOST_TEST(catalogue->form("zzz") == nullptr);
    BOOST_TEST(catalogue->newest("B1")->version == 1);
    BOOST_TEST(forms::check_bundle(change.bundle, forms::sample_directory(), today).empty());
}

BOOST_AUTO_TEST_CASE(what_was_filled_in_is_shown_the_same_after_every_kind_of_change) {
    const std::string before = shown(**forms::Catalogue::open(district()), 1, filled);
    BOOST_TEST(before.find("收入=12,345.50\n") != std::string::npos);
    BOOST_TEST(before.find("住房=租住\n") != std::string::npos);
    BOOST_TEST(before.find("工作=教师\n") != std::string::npos);
    const std::pair<const char*, Edit> edits[] = {
        {"a field is gone", [](json& fields) { remove_field(fields, "income"); }},
        {"another type", [](json& fields) { fields[1]["type"] = "date"; }},
        {"an option is gone", [](json& fields) { fields[2]["options"].erase(1); }},
        {"a column is gone", [](json& fields) { fields[3]["columns"].erase(1); }},
        {"another meaning under the old id", [](json& fields) { fields[1]["label"]["zh"] = "支出"; }},
        {"the table is a line", [](json& fields) {
             fields[3]["type"] = "text";
             for (const char* member : {"columns", "least_rows", "most_rows"}) fields[3].erase(member);
         }}};
    for (const auto& [what, edit] : edits) BOOST_TEST_CONTEXT(what) {
            const auto catalogue = *forms::Catalogue::open(changed_by(district(), edit).bundle);
            BOOST_TEST(shown(*catalogue, 1, filled) == before);
            BOOST_TEST(shown(*catalogue, 2, filled) != before, "the change is there for new cases");
            const auto& old_form = catalogue->form_of(*catalogue->find("A1", 1));
            BOOST_TEST(forms::check_form(old_form, filled, {}, today).empty(), "a draft can be handed in");
            BOOST_TEST((forms::tidy_values(old_form, filled, {}, today) == filled), "and keeps all of it");
        }
}

BOOST_AUTO_TEST_CASE(an_item_uses_a_form_when_cases_are_taken_with_it) {
    const auto bundle = district();
    Names codes;
    for (const auto* item : forms::items_using(bundle, "household")) codes.push_back(item->code);
    BOOST_TEST(codes == (Names{"A1", "A2"}), boost::test_tools::per_element());
    BOOST_TEST(forms::items_using(bundle, forms::common_form_id).size() == 1u, "the one that names none");
}

BOOST_AUTO_TEST_CASE(several_changes_keep_every_version) {
    auto bundle = changed_by(district(), [](json& fields) { remove_field(fields, "phone"); }).bundle;
    bundle = changed_by(bundle, [](json& fields) { remove_field(fields, "income"); }).bundle;
    BOOST_TEST(bundle.version == 9);
    const auto read = forms::parse_bundle(forms::serialise_bundle(bundle));
    BOOST_REQUIRE(read.ok());
    BOOST_TEST((*read == bundle));
    const auto catalogue = *forms::Catalogue::open(*read);
    for (int version = 1; version <= 3; ++version)
        BOOST_TEST(catalogue->form_of(*catalogue->find("A2", version)).version == version);
}

BOOST_AUTO_TEST_CASE(the_fields_that_differ_are_told) {
    const auto change = changed_by(district(), [](json& fields) {
        remove_field(fields, "phone");
        fields[0]["required"] = true;
        fields[2]["columns"].erase(1);
        fields[2]["columns"].push_back(
            {{"id", "school"}, {"label", {{"zh", "学校"}, {"en", "School"}}}, {"type", "text"}});
        fields.push_back({{"id", "note"}, {"label", {{"zh", "备注"}, {"en", "Note"}}}, {"type", "text"}});
    });
    BOOST_TEST(change.added == (Names{"family.school", "note"}), boost::test_tools::per_element());
    BOOST_TEST(change.changed == (Names{"income"}), boost::test_tools::per_element());
    BOOST_TEST(change.removed == (Names{"family.work", "phone"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_again_changes_nothing_and_an_old_copy_is_refused) {
    const auto bundle = district();
    const auto same = changed_by(bundle, [](json&) {});
    BOOST_TEST(same.same);
    BOOST_TEST((same.bundle == bundle));
    const auto edit = [](json& fields) { remove_field(fields, "phone"); };
    const auto change = changed_by(bundle, edit);
    auto edited = json::parse(first_form);
    edit(edited["sections"][0]["fields"]);
    const auto twice = forms::with_form(change.bundle, form_of(edited), note);  // made from version 1
    BOOST_REQUIRE(twice.ok());
    BOOST_TEST(twice->same);
    BOOST_TEST(twice->version == 2);
    remove_field(edited["sections"][0]["fields"], "income");
    const auto late = forms::with_form(change.bundle, form_of(edited), note);
    BOOST_REQUIRE(!late.ok());
    BOOST_TEST(late.error().code == "catalogue.form_not_newest");
    BOOST_TEST(late.error().args.at("newest") == "2");
}

BOOST_AUTO_TEST_CASE(a_form_of_a_new_id_begins_at_version_one) {
    auto source = json::parse(first_form);
    source["id"] = "brand_new";
    source["version"] = 4;  // as exported elsewhere
    const auto change = forms::with_form(district(), form_of(source), note);
    BOOST_REQUIRE(change.ok());
    BOOST_TEST(change->is_new);
    BOOST_TEST(change->version == 1);
    BOOST_TEST(change->items.empty());
    BOOST_TEST(change->bundle.version == 8);
    BOOST_TEST(change->added.size() == 6u);
}

BOOST_AUTO_TEST_CASE(a_new_version_of_an_item_takes_the_newest_form) {
    const auto bundle = changed_by(district(), [](json& fields) { remove_field(fields, "phone"); }).bundle;
    auto item = item_with("A1", "household");  // as it stands in a file, of form version 1
    item.name = "改名的事项";
    const auto merged = forms::merge_items(bundle, {item, item_with("C1", "household")}, note);
    const auto catalogue = *forms::Catalogue::open(merged);
    BOOST_TEST(catalogue->newest("A1")->version == 3);
    BOOST_TEST(catalogue->form_of(*catalogue->newest("A1")).version == 2);
    BOOST_TEST(catalogue->form_of(*catalogue->newest("C1")).version == 2);
}

BOOST_AUTO_TEST_CASE(a_bundle_from_before_forms_had_versions_still_opens) {
    auto source = json::parse(forms::serialise_bundle(district()));
    for (auto& form : source["forms"]) BOOST_REQUIRE(form.erase("version") == 1u);
    for (auto& item : source["items"]) item.erase("form_version");
    const auto old = forms::parse_bundle(source.dump());
    BOOST_REQUIRE(old.ok());
    BOOST_TEST((*old == district()));
    BOOST_TEST(forms::Catalogue::open(*old).ok());
}

BOOST_AUTO_TEST_CASE(an_item_needs_the_very_version_of_its_form) {
    auto bundle = district();
    tests::redefine(bundle.items[0], [](auto& definition) { definition.form_version = 2; });
    BOOST_TEST(forms::Catalogue::open(bundle).error().code == "catalogue.unknown_form");
    const auto errors = forms::check_bundle(bundle, forms::sample_directory(), today);
    BOOST_REQUIRE(!errors.empty());
    BOOST_TEST(errors.front().code == "catalogue.unknown_form");
    bundle.forms.push_back(bundle.forms.front());
    BOOST_TEST(forms::check_bundle(bundle, forms::sample_directory(), today).front().code ==
               "catalogue.duplicate_form");
}

BOOST_AUTO_TEST_CASE(an_exported_definition_is_the_form_again_and_short) {
    for (const auto& form : forms::sample_catalogue().forms) BOOST_TEST_CONTEXT(form.id) {
            const auto text = forms::definition_text(form);
            const auto checked = forms::check_definition(text, today);
            BOOST_REQUIRE(checked.form.has_value());
            BOOST_TEST(checked.faults.empty());
            BOOST_TEST((*checked.form == form));
            BOOST_TEST(text.find("\"past_only\": false") == std::string::npos);
            BOOST_TEST(text.starts_with("{\n  \"id\": \"" + form.id + "\",\n  \"version\": 1,\n  \"title\""));
        }
}

BOOST_AUTO_TEST_CASE(what_a_newer_program_wrote_is_not_half_understood) {
    const auto refused = [](const json& source) {
        const auto form = forms::form_from_json(source);
        return form ? std::string("ok") : form.error().code + " " + form.error().args.at("field");
    };
    const auto with = [&](const json::json_pointer& place, const json& value) {
        auto source = json::parse(first_form);
        source[place] = value;
        return refused(source);
    };
    using P = json::json_pointer;
    const std::string unknown = "form.unknown_member ";
    BOOST_TEST(refused(json::parse(first_form)) == "ok");
    BOOST_TEST(with(P("/locked"), true) == unknown + "locked");
    BOOST_TEST(with(P("/sections/0/hide_if"), "x") == unknown + "sections.0.hide_if");
    BOOST_TEST(with(P("/sections/0/fields/1/hide_if"), "x") == unknown + "sections.0.fields.1.hide_if");
    BOOST_TEST(with(P("/sections/0/fields/2/options/0/until"), "2027-01-01") ==
               unknown + "sections.0.fields.2.options.0.until");
    BOOST_TEST(with(P("/sections/0/fields/3/columns/0/unit"), "m") ==
               unknown + "sections.0.fields.3.columns.0.unit");
    BOOST_TEST(
        with(P("/sections/0/when"), json::parse(R"([{"question": "q", "answers": ["a"], "not": true}])")) ==
        unknown + "sections.0.when.0.not");
    BOOST_TEST(with(P("/rules"), json::parse(R"([{"check": "true", "message": {"zh": "甲", "en": "A"},
        "fields": ["phone"], "from": "2027-01-01"}])")) == unknown + "rules.0.from");
    BOOST_TEST(with(P("/sections/0/fields/0/width"), "quarter") == "wire.invalid sections.0.fields.0.width");
}

BOOST_AUTO_TEST_CASE(a_type_of_a_newer_program_is_kept_as_text_whole) {
    auto source = json::parse(first_form);
    source["sections"][0]["fields"][1]["type"] = "fingerprint";
    const auto form = form_of(source);
    const auto* field = form.find("income");
    BOOST_TEST((field->type == forms::FieldType::text));
    BOOST_TEST(field->foreign_type == "fingerprint");
    BOOST_TEST((form_of(forms::form_to_json(form)) == form));
    BOOST_TEST(forms::tidy_values(form, {{"income", "xyz"}}, {}, today).at("income") == "xyz");
    const auto checked = forms::check_definition(source.dump(), today);
    BOOST_REQUIRE(checked.faults.size() == 1u);
    BOOST_TEST(checked.faults[0].error.code == "form.schema_choice");
    BOOST_TEST(checked.faults[0].path == "sections.0.fields.1.type");
}

BOOST_AUTO_TEST_CASE(a_bundle_with_a_form_of_a_newer_program_is_refused_whole) {
    auto source = json::parse(forms::serialise_bundle(district()));
    source["forms"][0]["sections"][0]["fields"][0]["hide_if"] = "true";
    const auto kept = forms::parse_bundle(source.dump());
    BOOST_REQUIRE_MESSAGE(kept.ok(), "what is kept already is read");
    BOOST_TEST((*kept == district()));
    const auto refused = forms::parse_new_bundle(source.dump());
    BOOST_REQUIRE(!refused.ok());
    BOOST_TEST(refused.error().code == "form.unknown_member");
    BOOST_TEST(refused.error().args.at("form") == "household");
    BOOST_TEST(refused.error().args.at("field") == "sections.0.fields.0.hide_if");
}

BOOST_AUTO_TEST_SUITE_END()
