// bundle export, import, receipt from outside the process: a computer without its hub, a carrier without a
// password.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "client/carry/parcel.h"
#include "tests/client/sync/place.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using nlohmann::json;

namespace {

struct Carried {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    const std::string data = "--data '" + (folder / "client").string() + "' --user clerk1 --hub " + hub.url();
    const std::string parcel = "'" + (folder / "a.ycparcel").string() + "'";
    const std::string receipt = "'" + (folder / "a.ycreceipt").string() + "'";

    /// A case taken in while the hub was away.
    Carried() {
        tests::Place place(folder / "client" / "store", hub.url(), "clerk1", "qx1");
        BOOST_REQUIRE(place.store->save_session(place.session).ok());
        BOOST_REQUIRE(client::carry::learn_key(*place.store, place.session.device_key).ok());
        BOOST_REQUIRE(place.engine->wait_until_current(std::chrono::seconds(5)));
        place.engine->stop();
        tests::take_in(place, "a page");
    }
    json run(const std::string& arguments, int exit_code = 0) const {
        return run_command("bundle " + arguments, exit_code);
    }
    json run_command(const std::string& arguments, int exit_code = 0) const {
        const auto ran = tests::run_program(
            "YICHUANG_PASSWORD=yichuang '" YICHUANG_BIN_DIR "/yichuangctl' --lang zh_CN --json " + arguments);
        BOOST_REQUIRE_MESSAGE(ran.exit_code == exit_code, ran.out + ran.err);
        return json::parse(ran.out);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bundle_command_tests, Carried)

BOOST_AUTO_TEST_CASE(it_goes_out_in_and_back) {
    hub.stop();
    const auto before = run_command("sync status " + data);
    BOOST_TEST(before["online"] == false);
    BOOST_TEST(before["events"] == 2);
    BOOST_TEST(before["pages"] == 1);
    BOOST_TEST(before["outbox"][0]["state"] == "waiting");
    const auto packed = run("export " + data + " --out " + parcel);
    BOOST_TEST(packed["events"] == "2");
    BOOST_TEST(packed["pages"] == "1");
    BOOST_TEST(run("import " + parcel + " --hub " + hub.url() + " --receipt " + receipt,
                   1)["error"]["code"] == "hub.unreachable");
    hub.start();
    const auto carried = run("import " + parcel + " --hub " + hub.url() + " --receipt " + receipt);
    BOOST_TEST(carried["letters"] == "3");
    hub.stop();  // the computer at home still has no network
    const auto taken = run("receipt " + receipt + " " + data);
    BOOST_TEST(taken["events"] == "2");
    BOOST_TEST(taken["refused"] == "0");
    BOOST_TEST(run_command("sync status " + data)["events"] == 0);
    BOOST_TEST(run("export " + data + " --out " + parcel, 1)["error"]["code"] == "parcel.empty");
}

BOOST_AUTO_TEST_CASE(the_wrong_file_is_told) {
    tests::write_file(folder / "a.ycparcel", "no parcel");
    const auto told = run("import " + parcel + " --hub " + hub.url() + " --receipt " + receipt, 1);
    BOOST_TEST(told["error"]["code"] == "parcel.not_a_parcel");
    BOOST_TEST(!told["error"]["message"].get<std::string>().empty());
}

BOOST_AUTO_TEST_SUITE_END()
