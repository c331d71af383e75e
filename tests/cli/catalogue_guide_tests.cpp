// catalogue guide from outside the process: a PDF that pdftotext reads, for an item and for a package.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

struct Guides {
    tests::TempDir folder;
    const std::string hub = (folder / "hub").string();
    const std::string pdf = (folder / "guide.pdf").string();

    tests::ProgramRun run(const std::string& arguments) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN catalogue guide " +
                                  arguments + " --out '" + pdf + "' --hub-data '" + hub + "'");
    }
    void catalogue(const std::string& arguments) const {
        const auto ran = tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' catalogue " + arguments +
                                            " --hub-data '" + hub + "'");
        BOOST_REQUIRE_MESSAGE(ran.exit_code == 0, ran.out + ran.err);
    }
    std::string text() const { return tests::run_program("pdftotext -layout '" + pdf + "' -").out; }
    bool says(const std::string& part) const { return text().find(part) != std::string::npos; }
};

constexpr const char* pension = "11450103MB0012036W4450103117001";
constexpr const char* fund_account = "12450103MB0012140X4450114210001";
constexpr const char* company = "450103YJS001";
constexpr const char* retirement = "450103YJS102";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue_guide_tests, Guides)

BOOST_AUTO_TEST_CASE(an_item_follows_the_answers_given) {
    const auto usual = run(std::string(pension) + " --json");
    BOOST_REQUIRE_MESSAGE(usual.exit_code == 0, usual.out + usual.err);
    const json made = json::parse(usual.out);
    BOOST_TEST(made["items"].size() == 1u);
    BOOST_TEST(made["pages"].get<int>() >= 1);
    BOOST_TEST(!says("特殊工种从业证明"));
    const auto special = run(std::string(pension) + " --json --answer kind=special --answer agent=yes");
    BOOST_REQUIRE_MESSAGE(special.exit_code == 0, special.out + special.err);
    BOOST_TEST(json::parse(special.out)["materials"] == made["materials"].get<int>() + 3);
    BOOST_TEST(says("特殊工种从业证明"));
    BOOST_TEST(says("委托他人代办"));
}

BOOST_AUTO_TEST_CASE(a_package_names_its_lead_and_its_members) {
    const auto usual = run(std::string(retirement) + " --json");
    BOOST_REQUIRE_MESSAGE(usual.exit_code == 0, usual.out + usual.err);
    BOOST_TEST(json::parse(usual.out)["items"].size() == 3u);
    BOOST_TEST(says("（牵头）"));
    BOOST_TEST(says("用于"));
    const auto fewer = run(std::string(retirement) + " --json --answer fund=no --answer kind=special");
    BOOST_REQUIRE_MESSAGE(fewer.exit_code == 0, fewer.out + fewer.err);
    BOOST_TEST(json::parse(fewer.out)["items"].size() == 2u);
    BOOST_TEST(says("特殊工种从业证明"));
}

BOOST_AUTO_TEST_CASE(an_answer_to_the_package_is_none_to_an_item_that_asks_under_the_same_id) {
    // The fund account asks under `staff` too; here its usual answer is another than the package's.
    const std::string file = "'" + (folder / "fund.json").string() + "'";
    catalogue("export --format definition --code " + std::string(fund_account) + " --out " + file);
    auto items = json::parse(tests::read_file(folder / "fund.json"));
    for (auto& question : items[0]["questions"])
        if (question["id"] == "staff") std::swap(question["answers"][0], question["answers"][1]);
    tests::write_file(folder / "fund.json", items.dump());
    catalogue("import --reason test " + file);
    const auto usual = run(std::string(company) + " --json");
    BOOST_REQUIRE_MESSAGE(usual.exit_code == 0, usual.out + usual.err);
    const auto said = text();
    const auto yes = run(std::string(company) + " --json --answer staff=yes");
    BOOST_TEST(json::parse(yes.out)["materials"] == json::parse(usual.out)["materials"]);
    BOOST_TEST(text() == said);
    const auto none = run(std::string(company) + " --json --answer staff=no");
    BOOST_TEST(json::parse(none.out)["items"].size() == json::parse(usual.out)["items"].size() - 2);
    // `large` is an answer of an item only, where the package itself asks for the size.
    BOOST_TEST(run("450103YJS002 --answer size=large").exit_code == 1);
    BOOST_TEST(run("450103YJS002 --answer size=small").exit_code == 0);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_taken_has_no_guide) {
    catalogue("cancel --reason test " + std::string(pension));
    const auto item = run(std::string(pension) + " --json");
    BOOST_TEST(item.exit_code == 1);
    BOOST_TEST(json::parse(item.out)["error"]["code"] == "intake.item_not_in_use");
    const auto package = run(std::string(retirement) + " --json");
    BOOST_TEST(package.exit_code == 1);
    BOOST_TEST(json::parse(package.out)["error"]["code"] == "package.unknown_member");
}

BOOST_AUTO_TEST_CASE(that_of_the_sample_district_says_so) {
    BOOST_REQUIRE(run(pension).exit_code == 0);
    BOOST_TEST(says("样例："));
    catalogue("suspend --reason test " + std::string(fund_account));
    BOOST_REQUIRE(run(pension).exit_code == 0);
    BOOST_TEST(says("样例："));
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_refused_with_what_is) {
    const auto answer = run(std::string(pension) + " --answer kind=whatever");
    BOOST_TEST(answer.exit_code == 1);
    BOOST_TEST(answer.err.find("kind=whatever") != std::string::npos);
    BOOST_TEST(answer.err.find("kind=normal|early") != std::string::npos);
    const auto code = run("NO-SUCH-CODE");
    BOOST_TEST(code.exit_code == 1);
    BOOST_TEST(code.err.find("NO-SUCH-CODE") != std::string::npos);
    BOOST_TEST(run("").exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
