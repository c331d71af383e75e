#include <boost/test/unit_test.hpp>

#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"

using namespace yc;

BOOST_AUTO_TEST_SUITE(tls_tests)

BOOST_AUTO_TEST_CASE(with_a_certificate_it_serves_tls_from_1_2_on_and_nothing_older) {
    const tests::TempDir folder;
    const std::string key = (folder / "key.pem").string();
    const std::string certificate = (folder / "cert.pem").string();
    const auto made = tests::run_program(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
        "/CN=localhost "
        "-addext subjectAltName=IP:127.0.0.1 -keyout '" +
        key + "' -out '" + certificate + "'");
    BOOST_REQUIRE_MESSAGE(made.exit_code == 0, made.err);
    tests::HubProcess hub(folder / "hub", {"--tls-cert", certificate, "--tls-key", key});
    const std::string url = "https://" + hub.url().substr(7) + "/healthz";
    const auto ask = [&](const std::string& options) {
        return tests::run_program("curl -s --max-time 10 " + options + " --cacert '" + certificate + "' " +
                                  url);
    };
    BOOST_TEST(ask("").out == R"({"protocol":1,"status":"ok"})");
    BOOST_TEST(ask("--tlsv1.2 --tls-max 1.2").exit_code == 0);
    BOOST_TEST(ask("--tlsv1.1 --tls-max 1.1 --ciphers DEFAULT@SECLEVEL=0").exit_code != 0);
    BOOST_TEST(tests::run_program("curl -s --max-time 10 " + hub.url() + "/healthz").exit_code != 0);
}

BOOST_AUTO_TEST_SUITE_END()
