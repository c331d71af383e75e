#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace yc::cli {

/// Exit codes of yichuangctl.
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongUse = 2;

/// What a command has to work with: the clock, the way to print, and the global options. Lives through
/// main().
///
/// A command group is one file x_command.cpp with `void add_x_command(CLI::App& app, Session& session)`,
/// which adds its subcommands and gives each its action by `session.on(*sub, [=, &session] { … return
/// session.done(…); })`; and one line in commands.def. Option values live in a std::shared_ptr that the
/// action captures.
class Session {
  public:
    explicit Session(const base::Clock& clock) : clock_(clock) {}
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    /// Whether one JSON object is wanted instead of text (--json, anywhere on the command line).
    [[nodiscard]] bool json() const { return json_; }

    /// What runs when this subcommand is chosen; gives the exit code.
    void on(CLI::App& command, std::function<int()> action);

    /// Prints the object with --json, else the text; exit code 0.
    int done(const nlohmann::json& object, std::string_view text);
    /// Prints the same way, but something was refused and `object` or `text` says why; exit code 1.
    int refused(const nlohmann::json& object, std::string_view text);
    /// Prints {"error": …} with --json, else the sentence on standard error; exit code 1.
    int refused(const base::Error& error);

    /// Runs `handle` on each line of standard input (without its end) and prints its answer as one line of
    /// JSON, in order. An error becomes {"input": line, "error": …} and goes on. Exit code 0.
    int batch(const std::function<base::Result<nlohmann::json>(std::string_view line)>& handle);

    /// Used by main() only.
    void read_globals(CLI::App& app);
    void set_language() const;
    [[nodiscard]] int run() const;

  private:
    const base::Clock& clock_;
    bool json_ = false;
    std::string language_;
    std::function<int()> action_;
};

/// {"code", "message" (the sentence), and the error's args by name}; digits in "position" become a number.
[[nodiscard]] nlohmann::json error_json(const base::Error& error);

}  // namespace yc::cli
