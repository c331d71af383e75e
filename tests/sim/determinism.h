#pragma once
#include <cstdint>

namespace yc::sim {

/// Seeds every source of randomness in the process: libsodium's, libgcrypt's nonces, SQLite's.
void seed_all_randomness(uint64_t seed);

}  // namespace yc::sim
