// The power-cut self-test finds nothing lost here, and would find it.
#include "client/desk/durability.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "tests/client/desk/told.h"
#include "tests/support/files.h"
#include "tests/support/temp_dir.h"

using namespace yc;
using namespace yc::client::desk;

namespace {

const std::vector<std::string> the_writer{YICHUANG_BIN_DIR "/yichuangctl", "selftest", "writer"};

struct Data {
    tests::TempDir folder;
    const base::SystemClock clock;

    base::Result<DurabilityReport> check(const std::vector<std::string>& writer, int rounds) {
        return check_durability(folder.path(), writer, rounds, clock);
    }
    /// A program of a few shell lines; $1 is the folder.
    std::vector<std::string> script(const std::string& lines) {
        const auto file = folder / "writer.sh";
        tests::write_file(file, lines);
        return {"/bin/sh", file.string()};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(durability_tests, Data)

BOOST_AUTO_TEST_CASE(what_was_said_to_be_kept_is_there_after_sudden_ends) {
    const int rounds = std::getenv("YICHUANG_LONG") != nullptr ? 500 : 50;
    const auto report = check(the_writer, rounds);
    BOOST_REQUIRE_MESSAGE(report.ok(), tests::told(report));
    BOOST_TEST(report->rounds == rounds);
    BOOST_TEST(report->kept >= 3 * rounds);
    BOOST_TEST(report->lost == 0);
    BOOST_TEST(report->sound());
    BOOST_TEST(report->typical_save.count() > 0);
    BOOST_TEST(report->in_words().key == "desk.durability.sound");
    BOOST_TEST(std::filesystem::is_empty(folder.path()), "the throw-away store is gone");
}

BOOST_AUTO_TEST_CASE(a_writer_that_says_kept_what_is_not_is_found_out) {
    // Behind the real writer's back one thing is said that was never written.
    const auto report = check(script("echo 0190a1b2-0000-7000-8000-000000000001 abc 5; exec " +
                                     the_writer[0] + " selftest writer \"$1\"\n"),
                              2);
    BOOST_REQUIRE_MESSAGE(report.ok(), tests::told(report));
    BOOST_TEST(report->lost == 1);
    BOOST_TEST(!report->sound());
    BOOST_TEST(report->in_words().key == "desk.durability.lost");
}

BOOST_AUTO_TEST_CASE(a_store_that_does_not_open_again_is_a_failure) {
    const auto broken = check(script("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "
                                     "a b 5; done; sleep 60\n"),
                              1);
    BOOST_REQUIRE(!broken.ok());
    BOOST_TEST(broken.error().code == "durability.not_opened");
    BOOST_TEST(check(script("exit 1\n"), 1).error().code == "durability.no_writer");
    BOOST_TEST(check({"/no/such/program"}, 1).error().code == "durability.no_writer");
}

BOOST_AUTO_TEST_SUITE_END()
