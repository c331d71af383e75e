// yichuangctl dossier … on the data of a real hub while the hub is running.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "forms/sample_district.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using nlohmann::json;

namespace {

struct Hub {
    Hub() {
        for (const auto& dossier : forms::sample_district(base::SystemClock().today()).dossiers)
            (dossier.party.is_organisation() ? firms : people).push_back(dossier.party.key.number);
    }
    tests::ProgramRun run(const std::string& arguments, const std::string& input = {}) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang en --json dossier " + arguments +
                                      " --data '" + hub.data().string() + "'",
                                  input);
    }
    json done(const std::string& arguments, const std::string& input = {}) const {
        const auto ran = run(arguments + " --reason 'asked in writing'", input);
        BOOST_REQUIRE_MESSAGE(ran.exit_code == 0, ran.out << ran.err);
        return json::parse(ran.out);
    }
    std::string refused(const std::string& arguments, const std::string& input = {}) const {
        const auto ran = run(arguments + " --reason 'asked in writing'", input);
        BOOST_TEST(ran.exit_code == 1);
        return json::parse(ran.out)["error"]["code"];
    }
    int64_t audit_lines() const {
        const auto ran = tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --json hub check --data '" +
                                            hub.data().string() + "'");
        return json::parse(ran.out)["audit_lines"];
    }
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    std::vector<std::string> people, firms;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dossier_command_tests, Hub)

BOOST_AUTO_TEST_CASE(a_dossier_is_shown_for_a_number_from_standard_input_and_a_reason) {
    const auto before = audit_lines();
    const auto file = done("show", people[0] + "\n");
    BOOST_TEST(file["dossier"]["party"]["key"]["number"] == people[0]);
    BOOST_TEST(file["statements"].size() >= file["dossier"]["facts"].size());
    BOOST_TEST(file["parts"].size() == 1U);
    BOOST_TEST(audit_lines() == before + 2);  // the look, and the check before
    BOOST_TEST(refused("show") == "hub.no_number");
    BOOST_TEST(refused("show", "11010519491231002X\n") == "hub.no_such_person");
    BOOST_TEST(run("show", people[0]).exit_code == 2);               // no reason
    BOOST_TEST(run("show --reason ' '", people[0]).exit_code == 2);  // an empty one
    BOOST_TEST(done("conflicts")["dossiers"].empty());
}

BOOST_AUTO_TEST_CASE(numbers_are_merged_and_parted_and_one_copy_holds_both) {
    const std::string both = people[0] + "\n" + people[1] + "\n";
    const auto first = done("show", people[0]), second = done("show", people[1]);
    BOOST_TEST(done("merge --ground number_changed", both)["parts"] == 2);
    BOOST_TEST(refused("merge --ground number_changed", both) == "dossier.already_merged");
    BOOST_TEST(done("show", people[1])["dossier"]["other_keys"][0]["number"] == people[0]);
    const auto waiting = done("conflicts")["dossiers"];
    BOOST_REQUIRE(waiting.size() == 1U);  // two invented people: their names differ
    BOOST_TEST(waiting.dump().find(people[0]) == std::string::npos);
    const auto copy = folder / "copy.json";
    done("export --to '" + copy.string() + "'", people[1]);
    struct stat about {};
    BOOST_REQUIRE(::stat(copy.c_str(), &about) == 0);
    BOOST_TEST((about.st_mode & 0777) == 0600);
    const auto held = json::parse(tests::read_file(copy));
    BOOST_TEST(held["parts"].size() == 2U);
    BOOST_TEST(held.contains("case_events"));
    BOOST_TEST(done("unmerge --ground not_same", both)["parts"] == 1);
    for (const auto& [number, before] : {std::pair(people[0], first), std::pair(people[1], second)}) {
        auto now = done("show", number)["dossier"], then = before["dossier"];
        now.erase("version");
        then.erase("version");
        BOOST_TEST(now == then);
    }
    BOOST_TEST(refused("merge --ground permit_to_id --other-kind credit_code", people[0] + "\n" + firms[0]) ==
               "dossier.merge_kinds");
    BOOST_TEST(run("merge --ground boredom --reason x", both).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
