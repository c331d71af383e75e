#include <boost/test/unit_test.hpp>

#include "core/base/crypto.h"
#include "tests/hub/sample_counter.h"
#include "tests/support/files.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"

using namespace yc;

namespace {

/// tus-js-client of this version in a folder; false when the registry cannot be reached.
bool install_client(const tests::TempDir& folder) {
    const std::string package = "tus-js-client@4.3.1";
    const auto installed =
        tests::run_program("cd '" + folder.path().string() +
                           "' && npm install --silent --no-audit --no-fund --ignore-scripts " + package);
    if (installed.exit_code == 0) return true;
    BOOST_TEST_MESSAGE("skipped: " << package << " cannot be installed: " << installed.err);
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tus_client_tests)

BOOST_AUTO_TEST_CASE(a_tus_client_nobody_here_wrote_uploads_breaks_off_and_resumes) {
    const tests::TempDir folder;
    if (!install_client(folder)) return;
    tests::HubProcess hub(folder / "hub");
    tests::SampleCounter counter(hub.url(), "clerk1", "qx1", "device-1");
    const std::string bytes = base::random_bytes(1'500'000);
    tests::write_file(folder / "page", bytes);
    const auto run =
        tests::run_program("node '" YICHUANG_SOURCE_DIR "/tests/hub/tus_client.mjs' '" +
                           folder.path().string() + "' " + hub.url() + " " + counter.bearer().substr(7) +
                           " " + base::sha256_hex(bytes) + " '" + (folder / "page").string() + "'");
    BOOST_TEST(run.exit_code == 0, run.err);
    BOOST_TEST(run.out == "{\"stood\":400000,\"same\":true}\n");
}

BOOST_AUTO_TEST_SUITE_END()
