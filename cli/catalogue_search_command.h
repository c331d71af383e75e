#pragma once
#include "cli/command.h"

namespace yc::cli {

/// Adds `catalogue search` to the group of catalogue commands.
void add_catalogue_search(CLI::App& catalogue, Session& session);

}  // namespace yc::cli
