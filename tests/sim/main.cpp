// yichuang-sim: clients and hub in one process, with a simulated network, disk and clock; one seed, one run.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/base/log.h"
#include "tests/sim/invariants.h"
#include "tests/sim/place.h"
#include "tests/sim/world.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace yc;

/// One run; what it violated.
std::vector<std::string> run(const sim::Place& place, uint64_t seed, sim::Tally& tally, bool verbose) {
    sim::World world(place, seed, tally, verbose);
    world.live(60 + world.chance.below(80));
    if (world.violations().empty()) {
        if (!world.heal()) world.fail("the outboxes do not come to rest");
        world.cut_power_everywhere();
        if (world.violations().empty()) check_invariants(world);
    }
    return world.violations();
}

/// How many runs the tests make: more when they take long.
uint64_t usual_seeds() {
    const bool long_run = std::getenv("YICHUANG_LONG") != nullptr;
    return YICHUANG_SIM_SEEDS * (long_run ? 5 : 1);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"yichuang-sim"};
    uint64_t first = 1;
    uint64_t seeds = usual_seeds();
    bool verbose = false;
    app.add_option("--seed-from", first);
    app.add_option("--seeds", seeds);
    app.add_flag("--verbose", verbose);
    CLI11_PARSE(app, argc, argv);
    const auto begun = std::chrono::steady_clock::now();
    const std::filesystem::path memory = "/dev/shm";
    const tests::TempDir folder(std::filesystem::exists(memory) ? memory
                                                                : std::filesystem::temp_directory_path());
    base::open_log(verbose ? base::LogLevel::warning : base::LogLevel::error, verbose ? "" : folder / "log");
    const auto place = sim::make_place(folder.path());
    if (!place) {
        fmt::print(stderr, "{} {}\n", place.error().code, place.error().detail);
        return 1;
    }
    sim::Tally tally;
    int failed = 0;
    for (uint64_t seed = first; seed < first + seeds; ++seed) {
        const auto violations = run(*place, seed, tally, verbose);
        if (violations.empty()) continue;
        ++failed;
        for (const auto& violation : violations) fmt::print("seed {}: {}\n", seed, violation);
    }
    for (const auto& thing : tally.too_rare(seeds)) {
        ++failed;
        fmt::print("too little happened: {}\n", thing);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    fmt::print("{}\n", tally.text());
    fmt::print("seeds {}..{}: {}, {} events, {} kills, {:.1f} s\n", first, first + seeds - 1,
               failed == 0 ? "ok" : fmt::format("{} FAILED", failed), tally.acts, tally.kills, took.count());
    return failed == 0 ? 0 : 1;
}
