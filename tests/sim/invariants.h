#pragma once
#include "tests/sim/world.h"

namespace yc::sim {

/// Holds a healed world against what people were told; every breach is told to World::fail.
void check_invariants(World& world);

}  // namespace yc::sim
