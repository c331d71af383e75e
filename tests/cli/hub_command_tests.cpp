// yichuangctl hub … on the data of a real hub, most of it while the hub is running.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "forms/sample_district.h"
#include "tests/hub/plain_http.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using nlohmann::json;

namespace {

struct Hub {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};

    tests::ProgramRun run(const std::string& arguments, const std::string& input = {}) const {
        return tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --lang en --json hub " + arguments +
                                      " --data '" + hub.data().string() + "'",
                                  input);
    }
    json done(const std::string& arguments, const std::string& input = {}) const {
        const auto ran = run(arguments, input);
        BOOST_REQUIRE_MESSAGE(ran.exit_code == 0, ran.out << ran.err);
        return json::parse(ran.out);
    }
    std::string refused(const std::string& arguments, const std::string& input = {}) const {
        const auto ran = run(arguments, input);
        BOOST_TEST(ran.exit_code == 1);
        const auto answer = json::parse(ran.out);
        BOOST_TEST(!answer["error"]["message"].get<std::string>().empty());
        return answer["error"]["code"];
    }
    tests::PlainAnswer sign_in(const std::string& device) const {
        return tests::PlainHttp(hub.url()).ask("POST", "/v1/session", {},
                                               json{{"user", "clerk1"},
                                                    {"password", "yichuang"},
                                                    {"device", device},
                                                    {"counter", "qx1"},
                                                    {"protocol", 1}}
                                                   .dump());
    }
    tests::PlainAnswer look(const std::string& token, const std::string& number) const {
        return tests::PlainHttp(hub.url()).ask("POST", "/v1/dossiers/lookup",
                                               {{"Authorization", "Bearer " + token}},
                                               json{{"kind", "citizen_id"},
                                                    {"number", number},
                                                    {"purpose", "intake"},
                                                    {"ticket", "0192f0e0-7777-7000-8000-000000000000"}}
                                                   .dump());
    }
    [[nodiscard]] std::string in_quotes(const std::string& name) const {
        return "'" + (folder / name).string() + "'";
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(hub_command_tests)

BOOST_FIXTURE_TEST_CASE(a_running_hub_is_checked_backed_up_and_its_copy_is_a_hub, Hub) {
    const int64_t lines = done("check")["audit_lines"];
    BOOST_TEST(done("check")["audit_lines"] == lines + 1);  // the check before left its line
    const auto made = done("backup --with-key --to " + in_quotes("copy"));
    BOOST_TEST(made["sound"] == true);
    BOOST_TEST(refused("backup --to " + in_quotes("copy")) == "hub.backup_exists");
    BOOST_TEST(done("restore-check --from " + in_quotes("copy"))["audit_lines"] == made["audit_lines"]);
    BOOST_TEST(sign_in("device-1").status == 201);  // the hub has gone on
    tests::HubProcess restored(folder / "copy", {});
    BOOST_TEST(tests::PlainHttp(restored.url()).ask("GET", "/healthz", {}).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_backup_without_its_key_needs_the_hubs, Hub) {
    done("backup --to " + in_quotes("copy"));
    BOOST_TEST(!std::filesystem::exists(folder / "copy" / "hub.key"));
    for (const char* plain : {"SQLite format 3", "个体工商户设立登记", "青秀区"})
        BOOST_TEST(tests::find_bytes(folder / "copy", plain).empty(), plain);
    done("restore-check --from " + in_quotes("copy"));
    BOOST_TEST(refused("restore-check --from " + in_quotes("copy") + " --key " + in_quotes("nothing")) ==
               "hub.key_missing");
    std::filesystem::resize_file(folder / "copy" / "pages.db", 4096);
    BOOST_TEST(run("restore-check --from " + in_quotes("copy")).exit_code == 1);
}

BOOST_FIXTURE_TEST_CASE(a_counter_of_a_lost_computer_is_freed_and_its_session_ended, Hub) {
    const auto lost = sign_in("lost");
    BOOST_REQUIRE(lost.status == 201);
    const std::string token = json::parse(lost.body)["token"];
    BOOST_TEST(look(token, "11010519491231002X").status == 200);
    const auto freed = done("free-counter --counter qx1");
    BOOST_TEST(freed["was_bound"] == true);
    BOOST_TEST(freed["device_revoked"] == true);
    BOOST_TEST(sign_in("lost").status == 403);
    BOOST_TEST(look(token, "11010519491231002X").status == 401);
    BOOST_TEST(done("free-counter --counter qx1")["was_bound"] == false);
    BOOST_TEST(refused("free-counter --counter nowhere") == "hub.no_such_counter");
    BOOST_TEST(sign_in("new").status == 201);
    BOOST_TEST(done("free-counter --counter qx1 --keep-device")["device_revoked"] == false);
    BOOST_TEST(sign_in("new").status == 201);
}

BOOST_FIXTURE_TEST_CASE(a_damaged_hub_is_told_before_the_audit_that_cannot_be_written, Hub) {
    hub.stop();
    const auto file = hub.data() / "hub.db";
    const std::string sound = tests::read_file(file);
    bool audited[2] = {};
    // Page by page: among them are those that the audit is written to.
    for (size_t page = 8; page < 40 && !(audited[0] && audited[1]); ++page) {
        tests::write_file(file, std::string(sound).replace(page * 4096, 4096, 4096, 'Z'));
        std::filesystem::remove(file.string() + "-wal");
        const auto found = json::parse(run("check").out);
        BOOST_TEST(found["error"]["code"] == "hub.damaged");
        if (found.contains("audited")) audited[found["audited"].get<bool>()] = true;
    }
    BOOST_TEST(audited[0]);
    BOOST_TEST(audited[1]);
}

BOOST_FIXTURE_TEST_CASE(a_person_is_erased_by_a_number_from_standard_input_only, Hub) {
    BOOST_TEST(refused("forget --ground retention_over", "\n") == "hub.no_number");
    BOOST_TEST(refused("forget --ground retention_over", "110101190001011009\n") == "hub.no_such_person");
    BOOST_TEST(refused("forget --ground retention_over", "110101190001011008\n") == "identity.check_digit");
    BOOST_TEST(run("forget --ground retention_over --kind dog", "1\n").exit_code == 2);
    const auto district = forms::sample_district(base::SystemClock().today());
    const auto& dossiers = district.dossiers;
    const auto person = std::find_if(dossiers.begin(), dossiers.end(), [](const domain::Dossier& dossier) {
        return dossier.party.key.kind == domain::DocumentKind::citizen_id;
    });
    BOOST_REQUIRE((person != dossiers.end()));
    const std::string number = person->party.key.number;
    BOOST_TEST(run("forget --ground whatever", number).exit_code == 2);
    const std::string token = json::parse(sign_in("device-1").body)["token"];
    BOOST_TEST(look(token, number).body.find(person->party.name) != std::string::npos);
    const auto before = done("check")["audit_lines"].get<int64_t>();
    // With a space, as it may stand in a letter.
    std::string spaced = number;
    spaced.insert(6, " ");
    BOOST_TEST(done("forget --ground consent_withdrawn", spaced + "\n")["finished"] == true);
    BOOST_TEST(look(token, number).body.find("null") != std::string::npos);
    // The erasure, the look after it and this check's forerunner.
    BOOST_TEST(done("check")["audit_lines"].get<int64_t>() == before + 3);
    BOOST_TEST(tests::PlainHttp(hub.url()).ask("GET", "/healthz", {}).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_wrong_policy_is_named_and_the_hub_does_not_start, Hub) {
    BOOST_TEST(done("policy")["version"] == 1);  // the sample wrote its own
    hub.stop();
    tests::write_file(hub.data() / "policy.json", R"({"version": 2, "reply_days": 9})");
    BOOST_TEST(refused("policy") == "policy.bad_value");
    const auto started = tests::run_program("LANG=en timeout 20 '" YICHUANG_BIN_DIR
                                            "/yichuang-hub' --listen 127.0.0.1:0 "
                                            "--data '" +
                                            hub.data().string() + "'");
    BOOST_TEST(started.exit_code == 1);
    BOOST_TEST(started.err.find("reply_days") != std::string::npos, started.err);
    BOOST_TEST(started.err.find("1–5") != std::string::npos, started.err);
    tests::write_file(hub.data() / "policy.json", R"({"version": 2, "reply_days": 3})");
    hub.start();
    const auto session = json::parse(sign_in("device-1").body);
    BOOST_TEST(session["policy"]["version"] == 2);
    BOOST_TEST(session["policy"]["reply_days"] == 3);
    BOOST_TEST(session["policy"]["delivery_days"] == 10);
}

BOOST_AUTO_TEST_CASE(a_new_data_directory_is_made_once) {
    const tests::TempDir folder;
    const std::string command =
        "'" YICHUANG_BIN_DIR "/yichuangctl' --json hub init --data '" + (folder / "new").string() + "'";
    const auto first = json::parse(tests::run_program(command).out);
    BOOST_TEST(first["store_made"] == true);
    BOOST_TEST(first["policy_written"] == true);
    const auto second = json::parse(tests::run_program(command).out);
    BOOST_TEST(second["store_made"] == false);
    BOOST_TEST(second["policy_written"] == false);
    tests::HubProcess hub(folder / "new", {});
    BOOST_TEST(tests::PlainHttp(hub.url()).ask("GET", "/healthz", {}).status == 200);
    const auto elsewhere = tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' --json hub check --data '" +
                                              (folder / "nowhere").string() + "'");
    BOOST_TEST(elsewhere.exit_code == 1);
    BOOST_TEST(!std::filesystem::exists(folder / "nowhere"));
}

BOOST_AUTO_TEST_SUITE_END()
