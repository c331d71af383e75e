// catalogue import and search from outside the process, against a hub's data of the test's own.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

constexpr const char* kGoodAndBad = R"([
{"department":"测试局","main_item":"测试主项","name":"测试节能审查甲","task_code":"TEST-0001","task_type":"1","area_code":"450103000000","dept_code":"1"},
{"department":"测试局","name":"","task_code":"TEST-0002","task_type":"1"},
7,
{"department":"测试局","name":"测试节能审查乙","task_code":"TEST-0003","task_type":"20"}
])";

struct Catalogue {
    tests::TempDir folder;

    tests::ProgramRun run(const std::string& arguments, const std::string& input = {}) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN " + arguments +
                                      " --hub-data '" + (folder / "hub").string() + "'",
                                  input);
    }
    std::string file(const std::string& name, const std::string& content) const {
        tests::write_file(folder / name, content);
        return "'" + (folder / name).string() + "'";
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_command_tests)

BOOST_FIXTURE_TEST_CASE(good_entries_are_kept_and_bad_ones_named_by_line, Catalogue) {
    const std::string list = file("list.json", kGoodAndBad);
    const auto dry = run("catalogue import --dry-run --json " + list);
    BOOST_TEST(dry.exit_code == 0);
    BOOST_TEST(json::parse(dry.out)["added"] == 2);
    BOOST_TEST(json::parse(run("catalogue search TEST-0001 --json").out)["results"].empty());

    const auto imported = run("catalogue import --json " + list);
    BOOST_REQUIRE_MESSAGE(imported.exit_code == 0, imported.out + imported.err);
    const json report = json::parse(imported.out);
    BOOST_TEST(report["entries"] == 4);
    BOOST_TEST(report["left_out"] == 2);
    std::vector<int> lines;
    for (const json& problem : report["problems"])
        if (problem["left_out"].get<bool>()) lines.push_back(problem["line"].get<int>());
    BOOST_TEST(lines == (std::vector<int>{3, 4}), boost::test_tools::per_element());

    const json again = json::parse(run("catalogue import --json " + list).out);
    BOOST_TEST(again["unchanged"] == 2);
    BOOST_TEST(again["version"] == report["version"]);
}

BOOST_FIXTURE_TEST_CASE(what_was_imported_is_found_beside_the_sample, Catalogue) {
    BOOST_REQUIRE(run("catalogue import " + file("list.json", kGoodAndBad)).exit_code == 0);
    const auto found = run("catalogue search --batch", "csjnsc\n测试节能审查乙\n城乡居民基本养老保险\n");
    BOOST_TEST(found.exit_code == 0);
    std::vector<json> lines;
    std::istringstream text(found.out);
    for (std::string line; std::getline(text, line);) lines.push_back(json::parse(line));
    BOOST_REQUIRE(lines.size() == 3U);
    BOOST_TEST(lines[0]["results"].size() == 2U);
    BOOST_TEST(lines[1]["results"][0]["code"] == "TEST-0003");
    BOOST_TEST(lines[1]["results"][0]["fully_defined"] == false);
    BOOST_REQUIRE(!lines[2]["results"].empty());
    BOOST_TEST(lines[2]["results"][0]["fully_defined"] == true);
}

BOOST_FIXTURE_TEST_CASE(a_search_is_explained_and_narrowed_by_facets, Catalogue) {
    const auto search = [&](const std::string& arguments) {
        const auto done = run("catalogue search --json " + arguments);
        BOOST_REQUIRE_MESSAGE(done.exit_code == 0, done.out + done.err);
        return json::parse(done.out)["results"];
    };
    const json hit = search("退休金").at(0);
    BOOST_TEST(hit["matched"] == "word");
    BOOST_TEST(hit["text"] == "退休金");
    BOOST_TEST(hit["length"] == 3);
    bool package = false;
    for (const json& found : search("一件事")) package = package || found["kind"] == "package";
    BOOST_TEST(package);
    BOOST_TEST(!search("--subject 社会保障 --target person").empty());
    for (const json& found : search("登记 --target enterprise --limit 50"))
        BOOST_TEST(found["name"] != "内地居民结婚登记");
    const json spot = search("退休 --served person --on-the-spot --defined --limit 50");
    BOOST_TEST(!spot.empty());
    for (const json& found : spot) {
        BOOST_TEST(found["fully_defined"] == true);
        BOOST_TEST(!found["matched"].get<std::string>().empty());
    }
    BOOST_TEST(search("--served organisation --limit 1000").size() < search("--defined --limit 1000").size());
    BOOST_TEST(run("catalogue search x --target dog").exit_code == 2);
    BOOST_TEST(run("catalogue search").exit_code == 2);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_cannot_be_used_is_refused_with_a_reason_and_changes_nothing, Catalogue) {
    for (const auto& [name, content] : {std::pair{"not.json", "name,code\n1,2\n"}, {"empty.json", ""}}) {
        const auto refused = run("catalogue import --json " + file(name, content));
        BOOST_TEST(refused.exit_code == 1, name);
        const json answer = json::parse(refused.out);
        BOOST_TEST(!answer["error"]["message"].get<std::string>().empty());
    }
    BOOST_TEST(run("catalogue import " + (folder / "nowhere.json").string()).exit_code == 1);
    BOOST_TEST(run("catalogue import").exit_code == 2);
    BOOST_TEST(!std::filesystem::exists(folder / "hub"));
}

BOOST_AUTO_TEST_CASE(the_published_list_of_a_real_district_is_taken_whole) {
    const std::filesystem::path list = YICHUANG_SOURCE_DIR "/../shared/data/catalogue-guangan.json";
    if (!std::filesystem::exists(list)) {
        BOOST_TEST_MESSAGE("skipped: ../shared/data/catalogue-guangan.json is not here");
        return;
    }
    const Catalogue catalogue;
    const auto imported = catalogue.run("catalogue import --json '" + list.string() + "'");
    BOOST_REQUIRE(imported.exit_code == 0);
    BOOST_TEST(json::parse(imported.out)["usable"] == 1135);
    BOOST_TEST(!json::parse(catalogue.run("catalogue search 节能审查 --json").out)["results"].empty());
}

BOOST_AUTO_TEST_SUITE_END()
