#pragma once
#include "tests/sim/world.h"

namespace yc::sim {

/// What somebody at the client might do next: take in a case, or a step on a known case that the table lets
/// them do (online or offline), or a decision about a refused event, or a look into a dossier.
void work_at(World& world, size_t client);

}  // namespace yc::sim
