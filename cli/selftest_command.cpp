// yichuangctl selftest: whether this very computer keeps what it says it keeps.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.h"
#include "cli/hub_child.h"
#include "client/desk/durability.h"
#include "client/desk/place_file.h"
#include "localization/localization.h"

namespace yc::cli {

using localization::tr;

namespace {

struct DurabilityOptions {
    std::string data;
    int rounds = 10;
};

int check(Session& session, const DurabilityOptions& options) {
    const std::filesystem::path data =
        options.data.empty() ? client::desk::default_data_dir() : std::filesystem::path(options.data);
    const auto report = client::desk::check_durability(
        data, {(program_folder() / "yichuangctl").string(), "selftest", "writer"}, options.rounds,
        session.clock());
    if (!report) return session.refused(report.error());
    const nlohmann::json object{{"rounds", report->rounds},
                                {"kept", report->kept},
                                {"lost", report->lost},
                                {"typical_save_us", report->typical_save.count()},
                                {"slowest_save_us", report->slowest_save.count()}};
    const auto said = report->in_words();
    const auto text = tr(said.key, said.args);
    return report->sound() ? session.done(object, text) : session.refused(object, text);
}

}  // namespace

void add_selftest_command(CLI::App& app, Session& session) {
    CLI::App* group = app.add_subcommand("selftest", tr("selftest_command.about"));
    group->require_subcommand(1);
    const auto options = std::make_shared<DurabilityOptions>();
    CLI::App* durability = group->add_subcommand("durability", tr("selftest_command.durability"));
    durability->add_option("--data", options->data, tr("report_command.option.data"));
    durability->add_option("--rounds", options->rounds, tr("selftest_command.option.rounds"))
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    session.on(*durability, [options, &session] { return check(session, *options); });

    const auto folder = std::make_shared<std::string>();
    CLI::App* writer = group->add_subcommand("writer", "")->group("");  // the part that is killed
    writer->add_option("FOLDER", *folder)->required();
    session.on(*writer, [folder, &session] {
        const auto ended = client::desk::write_until_killed(*folder, session.clock());
        return ended ? 0 : session.refused(ended.error());
    });
}

}  // namespace yc::cli
