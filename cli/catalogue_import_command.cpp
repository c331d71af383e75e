#include "cli/catalogue_import_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "forms/catalogue_merge.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/sample_district.h"
#include "hub/store/publishing.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using forms::MergeLine;
using localization::tr;
using nlohmann::json;
namespace exchange = forms::exchange;

constexpr size_t lines_shown = 50;  ///< of what is new and changed, in text

struct ImportOptions {
    std::string file;
    std::string format;
    std::string hub_data;
    std::string profile = "gbt39046";
    std::string reason;
    bool dry_run = false;
};

/// What an import did, for printing.
struct ImportOutcome {
    forms::ImportReport report;
    forms::MergeCounts counts;
    exchange::Format format = exchange::Format::list;
    int64_t version = 0;
    bool seeded = false;
    [[nodiscard]] size_t left_out() const { return report.entries - report.items.size(); }
    [[nodiscard]] bool same() const { return counts.added + counts.changed == 0; }
};

/// Looks the newest items of a bundle up by code. The bundle must outlive it.
forms::PresentItem present_in(const forms::CatalogueBundle& bundle) {
    auto by_code = std::make_shared<std::unordered_map<std::string, const domain::ServiceItem*>>();
    for (const auto* item : forms::newest_items(bundle)) by_code->emplace(item->code, item);
    return [by_code](const std::string& code) {
        const auto found = by_code->find(code);
        return found == by_code->end() ? nullptr : found->second;
    };
}

/// Reads the file and merges it into the bundle; nothing is written.
Result<forms::CatalogueBundle> merged(const ImportOptions& options, const forms::CatalogueBundle& bundle,
                                      base::Instant now, ImportOutcome& outcome) {
    YC_TRY(const auto profile, forms::code_profile(options.profile));
    YC_TRY(const auto bytes, exchange::content_of_file(options.file));
    outcome.format = base::from_name<exchange::Format>(options.format).value_or(exchange::format_of(bytes));
    YC_TRY(outcome.report, exchange::read_items(bytes, outcome.format, profile, present_in(bundle)));
    return forms::merge_items(bundle, outcome.report.items, {base::date_of(now), options.reason},
                              &outcome.counts);
}

Result<ImportOutcome> import_items(const ImportOptions& options, base::Instant now) {
    ImportOutcome outcome;
    const auto dir = hub_data_dir(options.hub_data);
    YC_TRY(const auto present, catalogue_of(dir));
    YC_TRY(const auto whole, merged(options, present->bundle(), now, outcome));
    outcome.version = present->version();
    if (options.dry_run || outcome.same()) return outcome;
    YC_TRY(const auto administered, open_for_change(dir, now));
    outcome.seeded = administered.seeded;
    YC_TRY(const auto published, hub::store::publish(*administered.store, whole, now));
    outcome.version = published.version;
    return outcome;
}

bool is_news(const MergeLine& line) {
    return line.fate == MergeLine::Fate::added || line.fate == MergeLine::Fate::changed;
}

json items_json(const ImportOutcome& outcome) {
    json items = json::array();
    for (size_t i = 0; i < outcome.report.items.size(); ++i) {
        const auto& line = outcome.counts.lines[i];
        if (!is_news(line)) continue;
        const auto& item = outcome.report.items[i];
        items.push_back({{"line", outcome.report.lines[i]},
                         {"fate", base::to_name(line.fate)},
                         {"code", item.code},
                         {"name", item.name},
                         {"version", line.version},
                         {"fields", line.fields}});
    }
    return items;
}

json import_json(const ImportOutcome& outcome, const ImportOptions& options) {
    json problems = json::array();
    for (const auto& problem : outcome.report.problems)
        problems.push_back({{"entry", problem.entry},
                            {"line", problem.line},
                            {"left_out", problem.left_out},
                            {"error", error_json(problem.reason)}});
    return {{"file", options.file},
            {"format", base::to_name(outcome.format)},
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
            {"items", items_json(outcome)},
            {"problems", std::move(problems)}};
}

std::string news_text(const ImportOutcome& outcome) {
    std::string text;
    size_t shown = 0;
    for (size_t i = 0; i < outcome.report.items.size(); ++i) {
        const auto& line = outcome.counts.lines[i];
        if (!is_news(line) || ++shown > lines_shown) continue;
        std::string fields;
        for (const auto& field : line.fields) fields += (fields.empty() ? "" : ", ") + field;
        const auto& item = outcome.report.items[i];
        const auto fate = "forms.cli.import.fate." + std::string(base::to_name(line.fate));
        text += tr("forms.cli.import.line", {{"line", std::to_string(outcome.report.lines[i])},
                                             {"fate", tr(fate)},
                                             {"name", item.name},
                                             {"code", item.code},
                                             {"fields", fields}}) +
                "\n";
    }
    if (shown > lines_shown)
        text += tr("forms.cli.import.more", {{"count", std::to_string(shown - lines_shown)}}) + "\n";
    return text;
}

std::string import_text(const ImportOutcome& outcome, const ImportOptions& options) {
    std::string text = options.dry_run ? news_text(outcome) : std::string();
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
    const auto* key = options.dry_run  ? "forms.cli.import.dry"
                      : outcome.same() ? "forms.cli.import.same"
                                       : "forms.cli.import.version";
    return text + "\n" + tr(key, {{"version", std::to_string(outcome.version)}});
}

struct ExportOptions {
    std::string file;
    std::string format = "list";
    std::string hub_data;
    std::string profile = "gbt39046";
};

int export_items(Session& session, const ExportOptions& options) {
    const auto profile = forms::code_profile(options.profile);
    if (!profile) return session.refused(profile.error());
    const auto catalogue = catalogue_of(hub_data_dir(options.hub_data));
    if (!catalogue) return session.refused(catalogue.error());
    auto items = forms::newest_items((*catalogue)->bundle());
    const auto format = *base::from_name<exchange::Format>(options.format);
    if (const auto done = exchange::write_items(items, format, *profile, options.file); !done)
        return session.refused(done.error());
    return session.done(
        {{"file", options.file}, {"format", options.format}, {"items", items.size()}},
        tr("forms.cli.export.done",
           {{"items", std::to_string(items.size())}, {"file", options.file}, {"format", options.format}}));
}

const CLI::IsMember& format_names() {
    static const CLI::IsMember names({"list", "national", "csv", "xlsx"});
    return names;
}

}  // namespace

void add_catalogue_import(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("import", tr("forms.cli.import.about"));
    const auto options = std::make_shared<ImportOptions>();
    sub->add_option("FILE", options->file, tr("forms.cli.option.file"))->required();
    sub->add_option("--format", options->format, tr("forms.cli.option.format"))->check(format_names());
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    sub->add_option("--profile", options->profile, tr("forms.cli.option.profile"));
    sub->add_option("--reason", options->reason, tr("forms.cli.option.reason"));
    sub->add_flag("--dry-run", options->dry_run, tr("forms.cli.option.dry_run"));
    session.on(*sub, [=, &session] {
        const auto outcome = import_items(*options, session.clock().now());
        if (!outcome) return session.refused(outcome.error());
        return session.done(import_json(*outcome, *options), import_text(*outcome, *options));
    });
}

void add_catalogue_export(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("export", tr("forms.cli.export.about"));
    const auto options = std::make_shared<ExportOptions>();
    sub->add_option("--out", options->file, tr("forms.cli.option.out"))->required();
    sub->add_option("--format", options->format, tr("forms.cli.option.format"))->check(format_names());
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    sub->add_option("--profile", options->profile, tr("forms.cli.option.profile"));
    session.on(*sub, [=, &session] { return export_items(session, *options); });
}

}  // namespace yc::cli
