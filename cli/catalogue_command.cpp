#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_search_command.h"
#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "forms/catalogue_import.h"
#include "forms/catalogue_merge.h"
#include "forms/sample_district.h"
#include "hub/store/publishing.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using localization::tr;
using nlohmann::json;

struct ImportOptions {
    std::string file;
    std::string hub_data;
    std::string profile = "gbt39046";
    bool dry_run = false;
};

/// What an import did, for printing.
struct ImportOutcome {
    forms::ImportReport report;
    forms::MergeCounts counts;
    int64_t version = 0;
    bool seeded = false;
    [[nodiscard]] size_t left_out() const { return report.entries - report.items.size(); }
};

Result<std::string> content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) return base::fail("catalogue.unreadable", {}, {{"file", file}});
    return text;
}

Result<ImportOutcome> import_list(const ImportOptions& options, base::Instant now) {
    ImportOutcome outcome;
    YC_TRY(const auto profile, forms::code_profile(options.profile));
    YC_TRY(const auto text, content_of(options.file));
    YC_TRY(outcome.report, forms::read_published_list(text, profile));
    const auto dir = hub_data_dir(options.hub_data);
    if (options.dry_run) {
        YC_TRY(const auto present, catalogue_of(dir));
        const auto merged = forms::merge_items(present->bundle(), outcome.report.items, {}, &outcome.counts);
        outcome.version = present->version();
        return outcome;
    }
    YC_TRY(const auto administered, open_for_change(dir, now));
    outcome.seeded = administered.seeded;
    YC_TRY(const auto present, hub::store::published_catalogue(*administered.store));
    const auto bundle = present ? present->bundle() : forms::sample_catalogue();
    const auto merged = forms::merge_items(bundle, outcome.report.items, {}, &outcome.counts);
    outcome.version = bundle.version;
    if (present && merged.version == bundle.version) return outcome;
    YC_TRY(const auto published, hub::store::publish(*administered.store, merged, now));
    outcome.version = published.version;
    return outcome;
}

json import_json(const ImportOutcome& outcome, const ImportOptions& options) {
    json problems = json::array();
    for (const auto& problem : outcome.report.problems)
        problems.push_back({{"entry", problem.entry},
                            {"line", problem.line},
                            {"left_out", problem.left_out},
                            {"error", error_json(problem.reason)}});
    return {{"file", options.file},
            {"dry_run", options.dry_run},
            {"entries", outcome.report.entries},
            {"usable", outcome.report.items.size()},
            {"left_out", outcome.left_out()},
            {"added", outcome.counts.added},
            {"changed", outcome.counts.changed},
            {"unchanged", outcome.counts.unchanged},
            {"kept_defined", outcome.counts.kept_defined},
            {"version", outcome.version},
            {"seeded", outcome.seeded},
            {"problems", std::move(problems)}};
}

std::string import_text(const ImportOutcome& outcome, const ImportOptions& options) {
    std::string text;
    for (const auto& problem : outcome.report.problems)
        text += tr("forms.cli.import.problem", {{"line", std::to_string(problem.line)},
                                                {"entry", std::to_string(problem.entry)},
                                                {"text", localization::sentence(problem.reason)}}) +
                "\n";
    text += tr("forms.cli.import.done", {{"entries", std::to_string(outcome.report.entries)},
                                         {"usable", std::to_string(outcome.report.items.size())},
                                         {"added", std::to_string(outcome.counts.added)},
                                         {"changed", std::to_string(outcome.counts.changed)},
                                         {"unchanged", std::to_string(outcome.counts.unchanged)},
                                         {"kept", std::to_string(outcome.counts.kept_defined)},
                                         {"left_out", std::to_string(outcome.left_out())}});
    if (outcome.seeded)
        text += "\n" + tr("forms.cli.import.seeded", {{"dir", hub_data_dir(options.hub_data).string()}});
    const bool same = outcome.counts.added + outcome.counts.changed == 0;
    const auto* key = options.dry_run ? "forms.cli.import.dry"
                      : same          ? "forms.cli.import.same"
                                      : "forms.cli.import.version";
    return text + "\n" + tr(key, {{"version", std::to_string(outcome.version)}});
}

void add_import(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("import", tr("forms.cli.import.about"));
    const auto options = std::make_shared<ImportOptions>();
    sub->add_option("FILE", options->file, tr("forms.cli.option.file"))->required();
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    sub->add_option("--profile", options->profile, tr("forms.cli.option.profile"));
    sub->add_flag("--dry-run", options->dry_run, tr("forms.cli.option.dry_run"));
    session.on(*sub, [=, &session] {
        const auto outcome = import_list(*options, session.clock().now());
        if (!outcome) return session.refused(outcome.error());
        return session.done(import_json(*outcome, *options), import_text(*outcome, *options));
    });
}

}  // namespace

void add_catalogue_command(CLI::App& app, Session& session) {
    auto* catalogue = app.add_subcommand("catalogue", tr("forms.cli.about"))->require_subcommand(1);
    add_import(*catalogue, session);
    add_catalogue_search(*catalogue, session);
}

}  // namespace yc::cli
