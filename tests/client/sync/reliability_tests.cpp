// The real client parts and the real hub program: killed, stopped and cut off at moments of chance under
// load, and everything is there exactly once afterwards. YICHUANG_LONG makes the rounds many.
#include <sys/types.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>
#include <random>

#include "core/base/crypto.h"
#include "tests/client/sync/place.h"
#include "tests/support/cutting_proxy.h"
#include "tests/support/hub_process.h"
#include "tests/support/program_run.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

using namespace yc;
using namespace std::chrono_literals;
using domain::LifeCycle;
using tests::Place;
using tests::take_in;

namespace {

constexpr unsigned seed = 20261122;
const bool kLong = std::getenv("YICHUANG_LONG") != nullptr;

struct Taken {
    std::string case_id;
    std::string page;  ///< its bytes; empty = none
};

struct District {
    tests::TempDir folder;
    tests::HubProcess hub{folder / "hub"};
    std::mt19937 chance{seed};

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(chance); }
    Taken take(Place& place, size_t page_size) {
        Taken taken{{}, page_size > 0 ? base::random_bytes(page_size) : std::string()};
        taken.case_id = take_in(place, taken.page);
        return taken;
    }
    /// Every case whole at both counters, every page at the hub, and the hub sound.
    void check_all(Place& writer, Place& reader, const std::vector<Taken>& all) {
        writer.sign_in();
        reader.sign_in();
        BOOST_TEST(writer.engine->wait_until_sent(120s));
        BOOST_TEST(reader.engine->wait_until_current(60s));
        BOOST_TEST(writer.engine->status().refused == 0);
        for (const Taken& taken : all) {
            BOOST_TEST(writer.store->case_events(taken.case_id)->size() == 2u);
            const auto seen = reader.store->case_events(taken.case_id);
            BOOST_REQUIRE_MESSAGE(seen.ok() && seen->size() == 2, "seen elsewhere once");
            if (!taken.page.empty())
                BOOST_TEST(
                    (reader.hub->download_page(base::sha256_hex(taken.page)).value_or("") == taken.page));
        }
        hub.stop();
        const auto sound = tests::run_program("'" YICHUANG_BIN_DIR "/yichuangctl' hub check --data '" +
                                              hub.data().string() + "'");
        BOOST_TEST(sound.exit_code == 0, sound.out + sound.err);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reliability_tests, District)

BOOST_AUTO_TEST_CASE(a_hub_killed_again_and_again_under_load_loses_and_doubles_nothing) {
    Place writer{folder / "writer", hub.url(), "clerk1", "qx1"};
    Place reader{folder / "reader", hub.url(), "clerk2", "qx2"};
    std::vector<Taken> all;
    const int rounds = kLong ? 500 : 50;
    for (int round = 0; round < rounds; ++round) {
        all.push_back(take(writer, static_cast<size_t>(number(0, 1) * number(1, 300'000))));
        all.push_back(take(writer, 0));
        // A moment of chance in what the engine does just then.
        std::this_thread::sleep_for(std::chrono::microseconds(number(0, 60'000)));
        hub.kill();
        hub.start();
    }
    check_all(writer, reader, all);
}

BOOST_AUTO_TEST_CASE(a_hub_that_stands_still_holds_no_counter_up) {
    Place writer{folder / "writer", hub.url(), "clerk1", "qx1"};
    Place reader{folder / "reader", hub.url(), "clerk2", "qx2"};
    ::kill(hub.pid(), SIGSTOP);
    std::vector<Taken> all;
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) all.push_back(take(writer, 20'000));
    BOOST_TEST((std::chrono::steady_clock::now() - begun < 10s), "taking in waits for no hub");
    BOOST_TEST(writer.store->outbox_counts()->pending == 40);
    ::kill(hub.pid(), SIGCONT);
    check_all(writer, reader, all);
}

BOOST_AUTO_TEST_CASE(a_line_that_breaks_again_and_again_carries_everything_once) {
    tests::CuttingProxy line(hub.url(), kLong ? 1000 : 100, seed);
    Place writer{folder / "writer", hub.url(), "clerk1", "qx1"};
    Place reader{folder / "reader", hub.url(), "clerk2", "qx2"};
    writer.move_to(line.url());
    std::vector<Taken> all;
    const int cases = kLong ? 200 : 40;
    for (int i = 0; i < cases; ++i) all.push_back(take(writer, static_cast<size_t>(number(1, 400'000))));
    BOOST_TEST(tests::wait_until([&] { return line.cuts_left() == 0; }, 120s), "the line was cut to the end");
    check_all(writer, reader, all);
}

BOOST_AUTO_TEST_SUITE_END()
