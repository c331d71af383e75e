#include "forms/exchange/definition_file.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "forms/catalogue_merge.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/sample_district.h"

using namespace yc;
namespace exchange = forms::exchange;
using nlohmann::json;

namespace {

std::string sample_text() {
    static const auto bundle = forms::sample_catalogue();
    return exchange::write_definitions(forms::newest_items(bundle));
}

/// "code field" of what is wrong with the first entry of the sample after a change.
template <class Change>
std::string problem_after(Change change) {
    auto items = json::parse(sample_text());
    change(items[0]);
    const auto report = exchange::read_definitions(items.dump());
    BOOST_REQUIRE(report.ok());
    BOOST_TEST(report->items.size() + report->problems.size() == items.size(), "the others are taken");
    if (report->problems.empty()) return "";
    const auto& reason = report->problems[0].reason;
    return reason.code + " " + (reason.args.contains("field") ? reason.args.at("field") : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(definition_tests)

BOOST_AUTO_TEST_CASE(whole_items_go_out_and_come_in_the_same) {
    auto bundle = forms::sample_catalogue();
    domain::ServiceItem listed;
    listed.code = "L1";
    listed.name = "只有清单的事项";
    bundle.items.push_back(listed);
    const auto text = exchange::write_definitions(forms::newest_items(bundle));
    BOOST_TEST((exchange::format_of(text) == exchange::Format::definition));
    const auto report = exchange::read_definitions(text);
    BOOST_REQUIRE(report.ok());
    BOOST_TEST(report->problems.empty());
    BOOST_TEST((report->items == bundle.items));
    forms::MergeCounts counts;
    const auto merged = forms::merge_items(bundle, report->items, {}, &counts);
    BOOST_TEST(counts.unchanged == bundle.items.size());
    BOOST_TEST((merged == bundle));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_an_item_is_named_and_the_others_are_taken) {
    BOOST_TEST(problem_after([](json&) {}) == "");
    BOOST_TEST(problem_after([](json& item) { item.erase("name"); }) == "catalogue.entry_definition name");
    BOOST_TEST(problem_after([](json& item) { item["materials"][0]["copies"] = "one"; }) ==
               "catalogue.entry_definition materials.0.copies");
    BOOST_TEST(problem_after([](json& item) { item["type"] = "wish"; }) == "catalogue.entry_definition type");
    BOOST_TEST(problem_after([](json& item) { item["form_version"] = 0; }) ==
               "catalogue.entry_definition form_version");
    BOOST_TEST(problem_after([](json& item) { item["colour"] = "red"; }) ==
               "catalogue.entry_unknown_member colour");
    BOOST_TEST(problem_after([](json& item) { item["materials"][0]["neccesity"] = "optional"; }) ==
               "catalogue.entry_unknown_member materials.0.neccesity");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_none_is_refused) {
    BOOST_TEST(exchange::read_definitions("{}").error().code == "catalogue.not_a_list");
    BOOST_TEST(exchange::read_definitions("[]").error().code == "catalogue.nothing_usable");
}

BOOST_AUTO_TEST_SUITE_END()
