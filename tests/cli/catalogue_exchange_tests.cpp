// catalogue import in every format, export, lint and changes of state, from outside the process.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

const char* const kSheet =
    "编码,事项名称,事项类型,承诺办结时限\r\nT-1,测试许可甲,行政许可,5个工作日\r\nT-2,测试许可乙,什么,"
    "即办\r\n,丙,,\r\n";

struct Catalogue {
    tests::TempDir folder;

    tests::ProgramRun run(const std::string& arguments) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN catalogue " + arguments +
                                      " --hub-data '" + (folder / "hub").string() + "'",
                                  {});
    }
    json answer(const std::string& arguments, int code = 0) const {
        const auto done = run(arguments + " --json");
        BOOST_REQUIRE_MESSAGE(done.exit_code == code, arguments + ": " + done.out + done.err);
        return json::parse(done.out);
    }
    std::string file(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    std::string file(const std::string& name, const std::string& content) const {
        tests::write_file(folder / name, content);
        return file(name);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_exchange_tests)

BOOST_FIXTURE_TEST_CASE(a_dry_run_tells_what_is_new_changed_and_rejected_and_writes_nothing, Catalogue) {
    const auto sheet = file("list.csv", kSheet);
    const auto dry = answer("import --dry-run " + sheet);
    BOOST_TEST(dry["format"] == "csv");
    BOOST_TEST(dry["added"] == 2);
    BOOST_TEST(dry["left_out"] == 1);
    BOOST_TEST(dry["items"][0]["line"] == 2);
    BOOST_TEST(dry["items"][0]["fate"] == "added");
    BOOST_TEST(!std::filesystem::exists(folder / "hub"));
    const auto text = run("import --dry-run " + sheet).out;
    BOOST_TEST(text.find("第 2 行：新增 测试许可甲（T-1）") != std::string::npos, text);
    BOOST_TEST(text.find("第 3 行") != std::string::npos, text);

    BOOST_TEST(answer("import " + sheet)["added"] == 2);
    const auto changed =
        file("new.csv", "编码,事项名称,咨询电话\nT-1,测试许可甲,0771－5550101\nT-2,测试许可乙,\n");
    const auto again = answer("import --dry-run " + changed);
    BOOST_TEST(again["changed"] == 1);
    BOOST_TEST(again["unchanged"] == 1);
    BOOST_TEST(again["items"][0]["version"] == 2);
    BOOST_TEST(again["items"][0]["fields"] == json({"guide"}));
}

BOOST_FIXTURE_TEST_CASE(what_goes_out_in_any_format_comes_in_unchanged, Catalogue) {
    BOOST_REQUIRE(run("import " + file("list.csv", kSheet)).exit_code == 0);
    for (const std::string format : {"list", "national", "csv", "xlsx"}) {
        const auto out = answer("export --format " + format + " --out " + file("out." + format));
        BOOST_TEST(out["items"].get<int>() > 60);
        const auto back = answer("import --dry-run " + file("out." + format));
        BOOST_TEST(back["format"] == format);
        BOOST_TEST(back["added"] == 0, format);
        if (format != "national") BOOST_TEST(back["changed"] == 0, format);
        BOOST_TEST(back["left_out"] == 0, format);
    }
    BOOST_TEST(run("export --out '" + (folder / "no" / "where.csv").string() + "'").exit_code == 1);
}

BOOST_FIXTURE_TEST_CASE(items_are_suspended_resumed_and_cancelled_with_a_reason, Catalogue) {
    BOOST_REQUIRE(run("import " + file("list.csv", kSheet)).exit_code == 0);
    const auto finds = [&] { return answer("search T-1")["results"].size(); };
    BOOST_TEST(finds() == 1U);
    BOOST_TEST(run("suspend T-1").exit_code == 2);  // no reason
    answer("suspend T-1 --reason 政策调整");
    BOOST_TEST(finds() == 0U);
    BOOST_TEST(answer("suspend T-1 --reason x", 1)["error"]["code"] == "catalogue.state_already");
    answer("resume T-1 --reason 恢复");
    BOOST_TEST(finds() == 1U);
    answer("split T-1 --into T-2 --reason 拆分");
    BOOST_TEST(finds() == 0U);
    BOOST_TEST(answer("resume T-1 --reason x", 1)["error"]["code"] == "catalogue.state_final");
    BOOST_TEST(answer("cancel T-9 --reason x", 1)["error"]["code"] == "catalogue.no_such_item");
}

BOOST_FIXTURE_TEST_CASE(lint_names_rule_item_field_and_mend, Catalogue) {
    const auto own = answer("lint --severity error");
    BOOST_TEST(own["errors"] == 0);
    BOOST_TEST(own["findings"].empty());
    const auto bad = file("bad.csv",
                          "编码,事项名称,法定办结时限,承诺办结时限,申请材料\nT-3,丙许可,5个工作日,9个工作日,|"
                          "其他材料|必要|1|0\n");
    const auto found = answer("lint " + bad, 1);
    BOOST_TEST(found["errors"].get<int>() >= 2);
    const auto& first = found["findings"][0];
    BOOST_TEST(first["rule"] == "promise_beyond_statutory");
    BOOST_TEST(first["code"] == "T-3");
    BOOST_TEST(first["field"] == "promised");
    BOOST_TEST(!first["mend"].get<std::string>().empty());
    const auto policy = file(
        "policy.json",
        R"({"severities":{"promise_beyond_statutory":"off","catch_all_material":"info","no_legal_basis":"off"}})");
    BOOST_TEST(answer("lint " + bad + " --policy " + policy)["errors"] == 0);
}

BOOST_FIXTURE_TEST_CASE(bad_files_are_refused_whole, Catalogue) {
    for (const auto& [name, content] :
         {std::pair<std::string, std::string>{"a.csv", "编码,事项名称\nA,\"open\n"},
          {"b.xlsx", "PK\x03\x04 broken"},
          {"c.json", std::string(100'000, '[')},
          {"d.csv", "\xFF\xFF\xFF,\xFF"}}) {
        const auto refused = answer("import " + file(name, content), 1);
        BOOST_TEST(!refused["error"]["message"].get<std::string>().empty(), name);
    }
    tests::write_file(folder / "huge.csv", "x");
    std::filesystem::resize_file(folder / "huge.csv", 1UL << 30);
    BOOST_TEST(answer("import " + file("huge.csv"), 1)["error"]["code"] == "catalogue.file_too_big");
    BOOST_TEST(!std::filesystem::exists(folder / "hub"));
}

BOOST_AUTO_TEST_SUITE_END()
