// yichuang-hub: opens the store, serves the API, runs the jobs, until SIGTERM or SIGINT.
#include <fmt/format.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/domain/work_calendar.h"
#include "hub/api/api.h"
#include "hub/http/server.h"
#include "hub/jobs/jobs.h"
#include "hub/store/policy_file.h"
#include "hub/store/seeding.h"
#include "localization/localization.h"

namespace {

using namespace yc;

struct Options {
    std::string data;
    std::string listen = "127.0.0.1:8480";
    std::string log_file;
    std::string fixed_clock;
    bool sample = false;
    int jobs_every = 10;  ///< seconds
    hub::http::ServerOptions server;
};

void declare(CLI::App& app, Options& options) {
    options.data = hub::store::data_dir().string();
    const auto text = [](const char* name) { return localization::tr(std::string("hub.option.") + name); };
    app.add_option("--data", options.data, text("data"))->capture_default_str();
    app.add_option("--listen", options.listen, text("listen"))->capture_default_str();
    app.add_flag("--sample", options.sample, text("sample"));
    app.add_option("--tls-cert", options.server.tls_certificate, text("tls_cert"));
    app.add_option("--tls-key", options.server.tls_key, text("tls_key"));
    app.add_option("--log", options.log_file, text("log"));
    app.add_option("--jobs-every", options.jobs_every, text("jobs_every"))
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    app.add_option("--clock", options.fixed_clock, text("clock"));
}

base::Result<void> read_listen(Options& options) {
    const size_t colon = options.listen.rfind(':');
    const std::string port = colon == std::string::npos ? "" : options.listen.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
        std::stoi(port) > 65535)
        return base::fail("hub.cannot_listen", "expected address:port", {{"address", options.listen}});
    options.server.address = options.listen.substr(0, colon);
    options.server.port = static_cast<uint16_t>(std::stoi(port));
    return {};
}

base::Result<std::unique_ptr<base::Clock>> make_clock(const Options& options) {
    if (options.fixed_clock.empty())
        return std::unique_ptr<base::Clock>(std::make_unique<base::SystemClock>());
    YC_TRY(const auto instant, base::parse_instant(options.fixed_clock));
    return std::unique_ptr<base::Clock>(std::make_unique<base::ManualClock>(instant));
}

/// The rounds between start and stop: jobs every so often, and a look each second whether another process (an
/// administrator's command) has written.
class Rounds {
  public:
    Rounds(hub::store::HubStore& store, hub::jobs::Jobs& jobs, hub::http::Server& server, int every)
        : store_(store), jobs_(jobs), server_(server), every_(every) {}

    void one_second() {
        if (seconds_++ % every_ == 0) run_jobs();
        const auto seen = store_.outside_changes();
        if (seen && *seen != seen_) {
            seen_ = *seen;
            server_.wake();
        }
    }

  private:
    void run_jobs() {
        const auto round = jobs_.run();
        if (!round) {
            base::log(base::LogLevel::error,
                      fmt::format("jobs failed code={} detail={}", round.error().code, round.error().detail));
            return;
        }
        if (round->conclusions + round->cards == 0) return;
        base::log(base::LogLevel::info,
                  fmt::format("jobs conclusions={} cards={}", round->conclusions, round->cards));
        server_.wake();
    }

    hub::store::HubStore& store_;
    hub::jobs::Jobs& jobs_;
    hub::http::Server& server_;
    int every_;
    int64_t seconds_ = 0;
    int64_t seen_ = 0;
};

/// Waits for a signal to stop, running the rounds meanwhile.
void run_until_stopped(const sigset_t& stopping, Rounds& rounds) {
    const timespec second{1, 0};
    do rounds.one_second();
    while (sigtimedwait(&stopping, nullptr, &second) < 0);
}

base::Result<void> start_sample(hub::store::HubStore& store, const std::string& data_dir, base::Instant now) {
    YC_CHECK(hub::store::seed_sample(store, now));
    YC_CHECK(hub::store::write_default_policy(data_dir, store));
    return {};
}

base::Result<void> run(Options& options, const sigset_t& stopping) {
    YC_CHECK(read_listen(options));
    YC_TRY(const auto clock, make_clock(options));
    YC_TRY(const auto store, hub::store::open_sqlite_store(options.data));
    if (options.sample) YC_CHECK(start_sample(*store, options.data, clock->now()));
    YC_TRY(const auto numbered, hub::store::put_policy_in_force(options.data, *store, clock->now()));
    const domain::Rules rules{domain::WorkCalendar::national(), numbered.policy};
    hub::api::Api api(*store, *clock, rules, numbered.version);
    YC_TRY(const auto server, hub::http::Server::start(api, options.server));
    hub::jobs::Jobs jobs(*store, *clock, rules, api.fields_of());
    fmt::print("listening {}:{}\n", options.server.address, server->port());
    std::fflush(stdout);
    base::log(base::LogLevel::info, fmt::format("started port={} sample={} policy={}", server->port(),
                                                options.sample, numbered.version));
    Rounds rounds(*store, jobs, *server, options.jobs_every);
    run_until_stopped(stopping, rounds);
    base::log(base::LogLevel::info, "stopped");
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    const char* language = std::getenv("LANG");
    if (language && std::string_view(language).starts_with("en"))
        localization::set_language(localization::Language::en);
    CLI::App app{localization::tr("hub.about")};
    Options options;
    declare(app, options);
    CLI11_PARSE(app, argc, argv);
    // Blocked before any thread is made, so that only run_until_stopped() takes them.
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTERM);
    sigaddset(&stopping, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stopping, nullptr);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);  // a full quota is an error of the write, not the end of the hub
    base::open_log(base::LogLevel::info, options.log_file);
    const auto done = run(options, stopping);
    if (done) return 0;
    fmt::print(stderr, "{}\n[{}] {}\n", localization::sentence(done.error()), done.error().code,
               done.error().detail);
    return 1;
}
