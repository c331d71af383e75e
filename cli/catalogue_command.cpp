#include <CLI/CLI.hpp>

#include "cli/catalogue_guide_command.h"
#include "cli/catalogue_import_command.h"
#include "cli/catalogue_search_command.h"
#include "cli/command.h"
#include "localization/localization.h"

namespace yc::cli {

void add_catalogue_command(CLI::App& app, Session& session) {
    auto* catalogue =
        app.add_subcommand("catalogue", localization::tr("forms.cli.about"))->require_subcommand(1);
    add_catalogue_import(*catalogue, session);
    add_catalogue_export(*catalogue, session);
    add_catalogue_search(*catalogue, session);
    add_catalogue_guide(*catalogue, session);
    add_catalogue_lint(*catalogue, session);
    add_catalogue_changes(*catalogue, session);
}

}  // namespace yc::cli
