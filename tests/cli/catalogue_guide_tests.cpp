// catalogue guide from outside the process: a PDF that pdftotext reads, for an item and for a package.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/program_run.h"

using namespace yc;
using nlohmann::json;

namespace {

struct Guides {
    tests::TempDir folder;
    const std::string pdf = (folder / "guide.pdf").string();

    tests::ProgramRun run(const std::string& arguments) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN catalogue guide " +
                                  arguments + " --out '" + pdf + "' --hub-data '" +
                                  (folder / "hub").string() + "'");
    }
    std::string text() const { return tests::run_program("pdftotext -layout '" + pdf + "' -").out; }
    bool says(const std::string& part) const { return text().find(part) != std::string::npos; }
};

constexpr const char* pension = "11450103MB0012036W4450103117001";
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
