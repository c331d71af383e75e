#include "tests/sim/tally.h"

#include <fmt/format.h>

namespace yc::sim {

std::vector<std::string> Tally::too_rare(uint64_t seeds) const {
    constexpr uint64_t batch = 100;  // fewer runs may have their own chances
    std::vector<std::string> rare;
    if (seeds < batch) return rare;
    const auto need = [&](const char* what, int64_t times, double a_run) {
        if (static_cast<double>(times) < a_run * static_cast<double>(seeds))
            rare.push_back(fmt::format("{}: {} times in {} runs", what, times, seeds));
    };
    need("events acknowledged", acts, 10);
    need("events at the hub", accepted, 10);
    need("events of the hub's own", concluded, 0.3);
    need("events refused", refused, 0.1);
    need("pages at the hub", pages, 3);
    need("kills", kills, 3);
    need("power cuts", power_cuts, 2);
    need("files torn", torn, 0.5);
    need("names lost", names_lost, 0.5);
    need("writes without room", disk_full, 0.5);
    need("errors of the disk", disk_errors, 0.3);
    need("requests lost", lost_requests, 1);
    need("answers lost", lost_answers, 0.5);
    need("requests repeated", repeated, 0.5);
    need("uploads cut", cut_uploads, 0.1);
    need("acts while a request was under way", interleaved, 3);
    need("hubs set back", restores, 0.1);
    need("clock jumps", clock_jumps, 0.3);
    return rare;
}

std::string Tally::text() const {
    return fmt::format(
        "events: {} acknowledged, {} unsure; at the hub {} and {} of its own; {} refused, {} given up ({} "
        "accepted "
        "before a set-back); {} pages\n"
        "kills: {}, of them {} power cuts ({} files torn, {} names lost); disk: {} steps, {} times full, {} "
        "errors\n"
        "network: {} requests, {} lost, {} answers lost, {} repeated, {} uploads cut, {} acts meanwhile\n"
        "hub set back {} times, {} answers of another epoch, {} clock jumps",
        acts, acts_unsure, accepted, concluded, refused, given_up, overtaken, pages, kills, power_cuts, torn,
        names_lost, disk_steps, disk_full, disk_errors, requests, lost_requests, lost_answers, repeated,
        cut_uploads, interleaved, restores, new_epochs, clock_jumps);
}

}  // namespace yc::sim
