#include "forms/catalogue_import.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "forms/catalogue_merge.h"
#include "forms/sample_district.h"
#include "localization/localization.h"

using namespace yc;

namespace {

forms::CodeProfile gb() {
    return *forms::code_profile("gbt39046");
}

std::string error_of(const std::string& text) {
    const auto read = forms::read_published_list(text, gb());
    return read ? "" : read.error().code;
}

/// A list with something wrong in most lines.
const char* const dirty =
    R"([{"name":"甲登记","task_code":"A1","task_type":"01","department":"区局","main_item":"未分类"},
{"name":"　乙\t许可 ","task_code":"Ｂ２ ","task_type":1,"department":"暂无","main_item":"无"},
{"name":"","task_code":"C3","task_type":"1","department":"区局"},
{"name":"丁确认","task_code":"","task_type":"7","department":"区局"},
{"name":"戊确认","task_code":"A1","task_type":"7","department":"区局"},
{"name":"己确认","task_code":"F6","task_type":"7","depart
{"name":"庚服务","task_code":"G7","task_type":"20","department":"区局"},
42,
{"name":["辛"],"task_code":"H8","task_type":"20","department":"区局"},
{"name":"壬奇怪","task_code":"I9","task_type":"77","department":"区局"}
])";

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_import_tests)

BOOST_AUTO_TEST_CASE(each_broken_entry_is_told_by_line_and_the_good_ones_are_kept) {
    const auto read = forms::read_published_list(dirty, gb());
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->entries == 10u);
    std::vector<std::string> codes;
    for (const auto& item : read->items) codes.push_back(item.code);
    BOOST_TEST(codes == (std::vector<std::string>{"A1", "B2", "G7", "I9"}), boost::test_tools::per_element());
    std::map<size_t, std::string> out;
    for (const auto& problem : read->problems)
        if (problem.left_out) out[problem.line] = problem.reason.code;
    const std::map<size_t, std::string> expected{
        {3, "catalogue.entry_no_name"}, {4, "catalogue.entry_no_code"}, {5, "catalogue.entry_duplicate"},
        {6, "catalogue.entry_broken"},  {8, "catalogue.entry_broken"},  {9, "catalogue.entry_member"}};
    BOOST_TEST((out == expected));
    for (const auto& problem : read->problems) {
        const auto text = localization::sentence_in(localization::Language::en, problem.reason);
        BOOST_TEST(text.find('{') == std::string::npos, text);
    }
}

BOOST_AUTO_TEST_CASE(dirty_values_are_tidied) {
    const auto read = forms::read_published_list(dirty, gb());
    BOOST_REQUIRE(read.ok());
    const auto& item = read->items.at(1);
    BOOST_TEST(item.name == "乙 许可");
    BOOST_TEST(item.department_name == "");
    BOOST_TEST(item.main_item == "");
    BOOST_TEST((item.type == domain::ItemType::licence));
    BOOST_TEST((read->items.at(3).type == domain::ItemType::other));
    BOOST_TEST(!item.fully_defined);
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_refused_whole) {
    BOOST_TEST(error_of("") == "catalogue.not_json");
    BOOST_TEST(error_of("PK\x03\x04 a zip file") == "catalogue.not_json");
    BOOST_TEST(error_of("{\"name\":1}") == "catalogue.not_a_list");
    BOOST_TEST(error_of("[]") == "catalogue.nothing_usable");
    BOOST_TEST(error_of("[{\"name\":\"甲\"") == "catalogue.nothing_usable");
}

BOOST_AUTO_TEST_CASE(codes_are_opaque_and_may_be_long) {
    const std::string code = "511Z07001006-511602000000-000-11511301008778183N-1-00-" + std::string(40, 'X');
    const auto read =
        forms::read_published_list(R"([{"name":"甲","task_code":")" + code + R"(","task_type":"20"}])", gb());
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->items.at(0).code == code);
    BOOST_TEST(error_of(R"([{"name":"甲","task_code":")" + std::string(201, '1') +
                        R"(","task_type":"1"}])") == "catalogue.nothing_usable");
}

BOOST_AUTO_TEST_CASE(type_codes_mean_what_the_profile_says) {
    const std::string list = R"([{"name":"甲","task_code":"1","task_type":"20"}])";
    const auto guangdong = forms::code_profile("guangdong");
    BOOST_REQUIRE(guangdong.ok());
    BOOST_TEST((forms::read_published_list(list, gb())->items[0].type == domain::ItemType::public_service));
    BOOST_TEST((forms::read_published_list(list, *guangdong)->items[0].type == domain::ItemType::other));
    BOOST_TEST(forms::code_profile("mars").error().code == "catalogue.unknown_profile");
}

BOOST_AUTO_TEST_CASE(merging_makes_versions_and_keeps_what_is_defined_here) {
    const auto sample = forms::sample_catalogue();
    auto items = forms::read_published_list(dirty, gb())->items;
    items.push_back(sample.items.front());
    items.back().fully_defined = false;
    forms::MergeCounts counts;
    const auto once = forms::merge_items(sample, items, {base::make_date(2026, 11, 22)}, &counts);
    BOOST_TEST(counts.added == 4u);
    BOOST_TEST(counts.kept_defined == 1u);
    BOOST_TEST(once.version == sample.version + 1);
    const auto twice = forms::merge_items(once, items, {base::make_date(2026, 11, 22)}, &counts);
    BOOST_TEST(counts.unchanged == 4u);
    BOOST_TEST((twice == once));
    items.front().name = "甲登记（新）";
    const auto thrice = forms::merge_items(twice, items, {base::make_date(2026, 11, 22)}, &counts);
    BOOST_TEST(counts.changed == 1u);
    const auto catalogue = forms::Catalogue::open(thrice);
    BOOST_REQUIRE(catalogue.ok());
    BOOST_TEST((*catalogue)->newest("A1")->name == "甲登记（新）");
    BOOST_TEST((*catalogue)->find("A1", 1)->name == "甲登记");
    BOOST_TEST((*catalogue)->form_of(*(*catalogue)->newest("A1")).id == forms::common_form_id);
}

BOOST_AUTO_TEST_CASE(a_real_published_list_loads_whole_and_is_found) {
    const auto path = std::filesystem::path(YICHUANG_SOURCE_DIR) / "../shared/data/catalogue-guangan.json";
    if (!std::filesystem::exists(path)) {
        BOOST_TEST_MESSAGE("skipped: ../shared/data/catalogue-guangan.json is not here");
        return;
    }
    const auto read = forms::read_published_list(content_of(path), gb());
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->entries == 1135u);
    BOOST_TEST(read->items.size() == 1135u);
    const auto catalogue = forms::Catalogue::open(
        forms::merge_items(forms::sample_catalogue(), read->items, {base::make_date(2026, 11, 22)}));
    BOOST_REQUIRE(catalogue.ok());
    BOOST_TEST((*catalogue)->items().size() == 1135u + forms::sample_catalogue().items.size());
    for (const auto& item : read->items) {
        const auto hits = (*catalogue)->search(item.name);
        const bool is_there = std::any_of(hits.begin(), hits.end(),
                                          [&](const auto& hit) { return hit.item->code == item.code; });
        BOOST_TEST(is_there, item.name);
        const auto by_code = (*catalogue)->search(item.code);
        BOOST_REQUIRE_MESSAGE(!by_code.empty(), item.code);
        BOOST_TEST(by_code.front().item->code == item.code);
    }
}

BOOST_AUTO_TEST_CASE(a_real_published_list_goes_out_as_it_came_in) {
    const auto path = std::filesystem::path(YICHUANG_SOURCE_DIR) / "../shared/data/catalogue-guangan.json";
    if (!std::filesystem::exists(path)) {
        BOOST_TEST_MESSAGE("skipped: ../shared/data/catalogue-guangan.json is not here");
        return;
    }
    const auto text = content_of(path);
    const auto read = forms::read_published_list(text, gb());
    BOOST_REQUIRE(read.ok());
    std::vector<const domain::ServiceItem*> items;
    size_t kept = 0;
    for (const auto& item : read->items) {
        items.push_back(&item);
        kept += item.has_definition();
    }
    BOOST_TEST(
        (nlohmann::json::parse(forms::write_published_list(items, gb())) == nlohmann::json::parse(text)));
    BOOST_TEST(kept < 100u);  // most entries are what we would write and cost no memory
}

BOOST_AUTO_TEST_CASE(original_codes_and_placeholders_stay_and_edits_are_written_over) {
    const auto* const text =
        R"([{"name":" 甲登记","task_code":"A1","task_type":"01","main_item":"无","extra":{"x":[1]},"department":"区局"}])";
    auto item = forms::read_published_list(text, gb())->items.at(0);
    BOOST_TEST(item.name == "甲登记");
    using nlohmann::json;
    BOOST_TEST((json::parse(forms::write_published_list({&item}, gb())) == json::parse(text)));
    item.department_name = "新局";
    auto expected = json::parse(text);
    expected[0]["department"] = "新局";
    BOOST_TEST((json::parse(forms::write_published_list({&item}, gb())) == expected));
}

BOOST_AUTO_TEST_CASE(states_change_as_versions_with_a_line_of_history) {
    using domain::ItemState;
    const auto sample = forms::sample_catalogue();
    const auto code = sample.items.front().code;
    const forms::ChangeNote note{*base::parse_date("2026-11-20"), "政策调整"};
    const auto suspended = forms::with_state(sample, code, ItemState::suspended, note);
    BOOST_REQUIRE(suspended.ok());
    BOOST_TEST(suspended->items.back().version == 2);
    BOOST_TEST((suspended->history.back().kind == domain::ItemChange::Kind::suspended));
    BOOST_TEST(suspended->history.back().note == "政策调整");
    const auto resumed = forms::with_state(*suspended, code, ItemState::in_use, note);
    BOOST_TEST((resumed->history.back().kind == domain::ItemChange::Kind::resumed));
    BOOST_TEST(resumed->items.back().version == 3);
    const auto cancelled = forms::with_state(*resumed, code, ItemState::cancelled, note);
    BOOST_TEST(forms::with_state(*cancelled, code, ItemState::in_use, note).error().code ==
               "catalogue.state_final");
    BOOST_TEST(forms::with_state(*cancelled, code, ItemState::cancelled, note).error().code ==
               "catalogue.state_already");
    BOOST_TEST(forms::with_state(sample, "?", ItemState::cancelled, note).error().code ==
               "catalogue.no_such_item");
    const auto catalogue = *forms::Catalogue::open(*cancelled);
    BOOST_TEST(catalogue->find(code, 1)->name == sample.items.front().name);
    BOOST_TEST((catalogue->newest(code)->state == ItemState::cancelled));
    const auto& open = catalogue->items();
    BOOST_TEST(std::none_of(open.begin(), open.end(), [&](const auto* item) { return item->code == code; }));
}

BOOST_AUTO_TEST_CASE(items_split_and_merge_with_their_origin_named) {
    auto sample = forms::sample_catalogue();
    const auto a = sample.items.at(0).code;
    const auto b = sample.items.at(1).code;
    const auto c = sample.items.at(2).code;
    const auto merged = forms::with_succession(sample, {a, b}, {c}, {});
    BOOST_REQUIRE(merged.ok());
    BOOST_TEST(merged->version == sample.version + 1);
    const auto line = std::find_if(merged->history.begin(), merged->history.end(), [](const auto& change) {
        return change.kind == domain::ItemChange::Kind::merged;
    });
    BOOST_REQUIRE((line != merged->history.end()));
    BOOST_TEST(line->code == c);
    BOOST_TEST(line->from == (std::vector<std::string>{a, b}), boost::test_tools::per_element());
    const auto split = forms::with_succession(sample, {a}, {b, c}, {});
    BOOST_TEST((split->history.at(split->history.size() - 3).kind == domain::ItemChange::Kind::split));
    BOOST_TEST(forms::with_succession(sample, {a}, {"?"}, {}).error().code == "catalogue.no_such_item");
    BOOST_TEST(forms::with_succession(sample, {a, b}, {b}, {}).error().code == "catalogue.own_successor");
    const auto without_c = *forms::with_state(sample, c, domain::ItemState::suspended, {});
    BOOST_TEST(forms::with_succession(without_c, {a}, {b, c}, {}).error().code ==
               "catalogue.successor_not_in_use");
}

BOOST_AUTO_TEST_SUITE_END()
