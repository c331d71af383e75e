#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "core/base/log.h"
#include "localization/localization.h"

namespace yc::cli {

#define YICHUANG_COMMAND(name) void add_##name##_command(CLI::App& app, Session& session);
#include "cli/commands.def"
#undef YICHUANG_COMMAND

namespace {

void add_all(CLI::App& app, Session& session) {
#define YICHUANG_COMMAND(name) add_##name##_command(app, session);
#include "cli/commands.def"
#undef YICHUANG_COMMAND
}

/// What CLI11 throws for wrong use, and for --help (which is no error).
int explain(const CLI::App& app, const CLI::ParseError& problem, bool json) {
    if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(problem);
    if (json) {
        const nlohmann::json object{{"error",
                                     {{"code", "cli.wrong_use"},
                                      {"message", localization::tr("cli.wrong_use")},
                                      {"detail", problem.what()}}}};
        std::puts(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        app.exit(problem);
    }
    return kWrongUse;
}

int run(int argc, char** argv) {
    base::open_log(base::LogLevel::warning);
    const base::SystemClock clock;
    Session session(clock);
    session.set_language();
    CLI::App app(localization::tr("cli.about"), "yichuangctl");
    app.require_subcommand(1);
    app.fallthrough();
    session.read_globals(app);
    add_all(app, session);
    try {
        app.parse(argc, argv);
        session.set_language();
        return session.run();
    } catch (const CLI::ParseError& problem) {
        const bool json =
            std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
        return explain(app, problem, json);
    }
}

}  // namespace
}  // namespace yc::cli

int main(int argc, char** argv) {
    return yc::cli::run(argc, argv);
}
