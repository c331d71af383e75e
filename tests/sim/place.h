#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/sim/client_node.h"
#include "tests/sim/disk.h"

namespace yc::sim {

/// Where all runs begin: two halls with three counters, one department, everybody signed in once; as images
/// of their disks, made once in the process and the same whatever the seed.
struct Place {
    std::filesystem::path folder;  ///< for the disks of the runs, in memory where the system has it
    domain::Rules rules;
    base::Instant begin;
    std::vector<Seat> seats;
    std::vector<std::string> device_keys;
    DiskImage hub;
    std::vector<DiskImage> clients;
};

/// Errors: those of the stores.
base::Result<Place> make_place(const std::filesystem::path& folder);

}  // namespace yc::sim
