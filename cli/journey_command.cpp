#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/journey_play.h"
#include "core/base/log.h"
#include "localization/localization.h"

namespace yc::cli {

namespace {

using localization::tr;
using nlohmann::json;

/// Three decimals are enough for figures people read.
double rounded(double value) {
    return static_cast<double>(static_cast<int64_t>(value * 1000 + 0.5)) / 1000;
}

json journey_json(const JourneyReport& report) {
    json steps = json::array(), documents = json::array(), figures = json::object();
    for (const JourneyStep& step : report.steps)
        steps.push_back(
            {{"name", step.name}, {"ok", step.ok}, {"ms", rounded(step.ms)}, {"detail", step.detail}});
    for (const auto& [name, value] : report.figures) figures[name] = rounded(value);
    for (const JourneyReport::Paper& paper : report.documents)
        documents.push_back({{"kind", paper.kind}, {"file", paper.file}, {"bytes", paper.bytes}});
    return {{"ok", report.ok()},
            {"steps", steps},
            {"figures", figures},
            {"documents", documents},
            {"applicants", report.applicants},
            {"stores", report.stores}};
}

std::string journey_text(const JourneyReport& report) {
    std::string text;
    for (const JourneyStep& step : report.steps)
        text += fmt::format("{} {:>9.1f} ms  {}  {}\n", step.ok ? "✓" : "✗", step.ms,
                            tr("journey.step." + step.name), step.detail);
    for (const auto& [name, value] : report.figures)
        text += fmt::format("  {} = {:g}\n", tr("journey.figure." + name), rounded(value));
    for (const JourneyReport::Paper& paper : report.documents) text += "  " + paper.file + "\n";
    return text + tr(report.ok() ? "journey.done" : "journey.failed",
                     {{"steps", std::to_string(report.steps.size())},
                      {"documents", std::to_string(report.documents.size())}});
}

int play(Session& session, const JourneyOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error)
        return session.refused(
            base::fail("workplace.no_folder", error.message(), {{"folder", options.out.string()}}));
    base::open_log(base::LogLevel::error);  // the hub is stopped on purpose: its silence is no news
    JourneyReport report;
    {
        JourneyStage stage(options, session.clock());
        JourneyPlay journey(stage);
        const auto played = journey.run();
        report = stage.report();
        if (!played && report.steps.empty()) return session.refused(played.error());
    }
    if (report.ok()) return session.done(journey_json(report), journey_text(report));
    return session.refused(journey_json(report), journey_text(report));
}

}  // namespace

void add_journey_command(CLI::App& app, Session& session) {
    auto options = std::make_shared<JourneyOptions>();
    CLI::App* sub = app.add_subcommand("journey", tr("journey.about"));
    sub->add_option("--out", options->out, tr("journey.option.out"))->required();
    sub->add_option("--catalogue", options->catalogue, tr("journey.option.catalogue"))
        ->check(CLI::ExistingFile);
    sub->add_flag("--keep-stores", options->keep_stores, tr("journey.option.keep_stores"));
    session.on(*sub, [options, &session] { return play(session, *options); });
}

}  // namespace yc::cli
