#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "forms/catalogue_import.h"

namespace CLI {
class App;
}

namespace yc::cli {

class Session;

/// catalogue import: a file of items beside those of the catalogue, dry or for good.
void add_catalogue_import(CLI::App& catalogue, Session& session);
/// catalogue export: the catalogue as a file.
void add_catalogue_export(CLI::App& catalogue, Session& session);
/// catalogue lint: what breaks law or good practice.
void add_catalogue_lint(CLI::App& catalogue, Session& session);
/// catalogue suspend, resume, cancel, split, merge.
void add_catalogue_changes(CLI::App& catalogue, Session& session);

/// The entries of a file that were left out or taken with a correction: [{entry, line, left_out, error}], and
/// a line of text each.
[[nodiscard]] nlohmann::json problems_json(const forms::ImportReport& report);
[[nodiscard]] std::string problems_text(const forms::ImportReport& report);

}  // namespace yc::cli
