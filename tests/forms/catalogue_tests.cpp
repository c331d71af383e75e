#include "forms/catalogue.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "forms/bundle_check.h"
#include "forms/data_files.h"
#include "forms/sample_district.h"
#include "localization/localization.h"
#include "tests/support/items.h"

using namespace yc;
using tests::redefine;

namespace {

std::shared_ptr<const forms::Catalogue> sample() {
    static const auto catalogue = *forms::Catalogue::open(forms::sample_catalogue());
    return catalogue;
}

/// The code of the first error of a changed sample catalogue.
template <class Change>
std::string first_error(Change change) {
    auto bundle = forms::sample_catalogue();
    change(bundle);
    const auto errors = forms::check_bundle(bundle, forms::sample_directory(), base::make_date(2026, 11, 22));
    return errors.empty() ? "" : errors.front().code;
}

std::string file_error(const std::string& name, const std::string& content) {
    const auto read = forms::read_catalogue_files({{name, content}});
    if (read) return "";
    return read.error().code + " " + read.error().args.at("file") + " " +
           (read.error().args.contains("field") ? read.error().args.at("field") : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_tests)

BOOST_AUTO_TEST_CASE(names_come_before_words_and_codes) {
    const auto hits = sample()->search("ylbx");
    BOOST_REQUIRE(!hits.empty());
    bool after_names = false;
    for (const auto& hit : hits) {
        if (hit.matched != forms::MatchedIn::name) after_names = true;
        BOOST_TEST(!(after_names && hit.matched == forms::MatchedIn::name));
    }
    BOOST_TEST(hits.front().text == hits.front().item->name);
    std::set<std::string> codes;
    for (const auto& hit : hits) BOOST_TEST(codes.insert(hit.item->code).second, "an item stands once");
}

BOOST_AUTO_TEST_CASE(everyday_words_codes_and_departments_find_items) {
    const auto first = [](const std::string& query) {
        const auto hits = sample()->search(query);
        return hits.empty() ? std::string() : hits.front().item->name;
    };
    BOOST_TEST(first("准生证") == "生育登记");
    BOOST_TEST(first("开饭店") == "食品经营许可（新办）");
    BOOST_TEST(first("kfd") == "食品经营许可（新办）");
    const auto& item = *sample()->items().front();
    BOOST_TEST(first(item.code) == item.name);
    BOOST_TEST(first(item.code.substr(18)) == item.name);
    BOOST_TEST(!sample()->search("残疾人联合会").empty());
    BOOST_TEST(sample()->search("没有这样的事").empty());
    BOOST_TEST(sample()->search("").empty());
    BOOST_TEST(sample()->search("d", 3).size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_bundle_survives_being_written_and_read) {
    const auto bundle = forms::sample_catalogue();
    const auto read = forms::parse_bundle(forms::serialise_bundle(bundle));
    BOOST_REQUIRE(read.ok());
    BOOST_TEST((*read == bundle));
    BOOST_TEST(forms::parse_bundle("{").error().code == "wire.not_json");
    BOOST_TEST(forms::parse_bundle(R"({"version":0})").error().code == "wire.invalid");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_together_is_told) {
    BOOST_TEST(first_error([](auto&) {}) == "");
    BOOST_TEST(first_error([](auto& b) { b.items.push_back(b.items[0]); }) == "catalogue.duplicate_item");
    BOOST_TEST(first_error([](auto& b) { redefine(b.items[0], [](auto& d) { d.form = "gone"; }); }) ==
               "catalogue.unknown_form");
    BOOST_TEST(first_error([](auto& b) { b.items[0].department = "gone"; }) ==
               "catalogue.unknown_department");
    BOOST_TEST(first_error([](auto& b) {
                   redefine(b.items[0], [](auto& d) { d.materials[1].code = d.materials[0].code; });
               }) == "catalogue.duplicate_material");
    BOOST_TEST(first_error([](auto& b) {
                   redefine(b.items[0], [](auto& d) { d.materials[0].when.any_of["no_such"] = {"x"}; });
               }) == "catalogue.unknown_question");
    BOOST_TEST(first_error([](auto& b) {
                   redefine(b.items[0], [](auto& d) { d.questions.push_back(d.questions.at(0)); });
               }) == "catalogue.duplicate_question");
    BOOST_TEST(first_error([](auto& b) { b.forms.push_back(b.forms[0]); }) == "catalogue.duplicate_form");
    BOOST_TEST(first_error([](auto& b) {
                   b.forms[0].sections[0].fields[0].show_if = *forms::Expression::parse("gone = 'x'");
               }) == "catalogue.form_faulty");
    BOOST_TEST(first_error([](auto& b) {
                   redefine(b.items[0], [](auto& d) {
                       d.adjustments.push_back({.necessities = {{"gone", domain::Necessity::required}}});
                   });
               }) == "catalogue.unknown_material");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_in_packages_is_told) {
    BOOST_TEST(first_error([](auto& b) { b.packages[0].members[0].item = "gone"; }) ==
               "package.unknown_member");
    BOOST_TEST(first_error([](auto& b) { b.packages[0].members[0].item = b.packages[0].code; }) ==
               "package.cycle");
    BOOST_TEST(first_error([](auto& b) { b.packages[0].members[0].when.any_of["no_such"] = {"x"}; }) ==
               "catalogue.unknown_question");
    BOOST_TEST(first_error([](auto& b) {
                   auto& questions = b.packages[0].questions;
                   questions.push_back(questions.at(0));
               }) == "catalogue.duplicate_question");
    BOOST_TEST(first_error([](auto& b) {
                   b.packages[0].members[0].item = "gone";
                   b.packages[0].state = domain::ItemState::cancelled;
               }) == "");
}

BOOST_AUTO_TEST_CASE(a_wrong_file_is_named_with_its_field) {
    BOOST_TEST(file_error("items/a.json", "{") == "catalogue.file_not_json items/a.json ");
    BOOST_TEST(file_error("items/a.json", R"({"code":"1"})") == "catalogue.file_invalid items/a.json name");
    BOOST_TEST(file_error("items/a.json", R"({"code":"1","name":"甲","colour":"red"})") ==
               "catalogue.file_invalid items/a.json colour");
    BOOST_TEST(file_error("items/a.json",
                          R"({"code":"1","name":"甲","materials":[{"code":"1","name":"乙","nece":1}]})") ==
               "catalogue.file_invalid items/a.json materials.0.nece");
    BOOST_TEST(file_error("forms/a.json", R"({"id":"a","title":{"zh":"甲","en":"A"},"sections":[{"id":"s",
        "title":{"zh":"甲","en":"A"},"fields":[{"id":"f","label":{"zh":"甲","en":"A"},"type":"colour"}]}]})") ==
               "catalogue.file_invalid forms/a.json sections.0.fields.0.type");
}

BOOST_AUTO_TEST_SUITE_END()
