#include "cli/catalogue_import_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "forms/catalogue_merge.h"
#include "forms/exchange/catalogue_file.h"
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

/// Reads the file and merges it into the bundle; nothing is written.
Result<forms::CatalogueBundle> merged(const ImportOptions& options, forms::CatalogueBundle bundle,
                                      base::Instant now, ImportOutcome& outcome) {
    YC_TRY(const auto profile, forms::code_profile(options.profile));
    YC_TRY(const auto bytes, exchange::content_of_file(options.file));
    outcome.format = base::from_name<exchange::Format>(options.format).value_or(exchange::format_of(bytes));
    YC_TRY(outcome.report, exchange::read_items(bytes, outcome.format, profile, forms::present_in(bundle)));
    return forms::merge_items(std::move(bundle), outcome.report.items, {base::date_of(now), options.reason},
                              &outcome.counts);
}

Result<ImportOutcome> import_items(const ImportOptions& options, base::Instant now) {
    ImportOutcome outcome;
    const auto dir = hub_data_dir(options.hub_data);
    YC_TRY(auto present, bundle_of(dir));
    outcome.version = present.version;
    YC_TRY(const auto whole, merged(options, std::move(present), now, outcome));
    if (outcome.same()) return outcome;
    YC_TRY(outcome.seeded, publish_change(dir, whole, now, options.dry_run));
    if (!options.dry_run) outcome.version = whole.version;
    return outcome;
}

/// What the report names one by one.
bool is_told(const MergeLine& line) {
    using enum MergeLine::Fate;
    return line.fate == added || line.fate == changed || line.fate == kept_cancelled;
}

json items_json(const ImportOutcome& outcome) {
    json items = json::array();
    for (size_t i = 0; i < outcome.report.items.size(); ++i) {
        const auto& line = outcome.counts.lines[i];
        if (!is_told(line)) continue;
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
            {"kept_cancelled", outcome.counts.kept_cancelled},
            {"version", outcome.version},
            {"seeded", outcome.seeded},
            {"items", items_json(outcome)},
            {"problems", problems_json(outcome.report)}};
}

std::string news_text(const ImportOutcome& outcome) {
    std::string text;
    size_t shown = 0;
    for (size_t i = 0; i < outcome.report.items.size(); ++i) {
        const auto& line = outcome.counts.lines[i];
        if (!is_told(line) || ++shown > lines_shown) continue;
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
    auto text = options.dry_run ? news_text(outcome) : std::string();
    text += problems_text(outcome.report);
    text += tr("forms.cli.import.done", {{"entries", std::to_string(outcome.report.entries)},
                                         {"usable", std::to_string(outcome.report.items.size())},
                                         {"added", std::to_string(outcome.counts.added)},
                                         {"changed", std::to_string(outcome.counts.changed)},
                                         {"unchanged", std::to_string(outcome.counts.unchanged)},
                                         {"kept", std::to_string(outcome.counts.kept_defined)},
                                         {"left_out", std::to_string(outcome.left_out())}});
    if (const auto cancelled = outcome.counts.kept_cancelled; cancelled > 0)
        text += "\n" + tr("forms.cli.import.cancelled", {{"count", std::to_string(cancelled)}});
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
    std::vector<std::string> codes;
};

/// The newest items, or those of the codes. Errors: catalogue.no_such_item {item_code}.
Result<std::vector<const domain::ServiceItem*>> chosen_items(const forms::CatalogueBundle& bundle,
                                                             const std::vector<std::string>& codes) {
    if (codes.empty()) return forms::newest_items(bundle);
    std::vector<const domain::ServiceItem*> items;
    const auto present = forms::present_in(bundle);
    for (const auto& code : codes) {
        items.push_back(present(code));
        if (!items.back()) return base::fail("catalogue.no_such_item", {}, {{"item_code", code}});
    }
    return items;
}

int export_items(Session& session, const ExportOptions& options) {
    const auto profile = forms::code_profile(options.profile);
    if (!profile) return session.refused(profile.error());
    const auto bundle = bundle_of(hub_data_dir(options.hub_data));
    if (!bundle) return session.refused(bundle.error());
    const auto items = chosen_items(*bundle, options.codes);
    if (!items) return session.refused(items.error());
    const auto format = *base::from_name<exchange::Format>(options.format);
    if (const auto done = exchange::write_items(*items, format, *profile, options.file); !done)
        return session.refused(done.error());
    return session.done(
        {{"file", options.file}, {"format", options.format}, {"items", items->size()}},
        tr("forms.cli.export.done",
           {{"items", std::to_string(items->size())}, {"file", options.file}, {"format", options.format}}));
}

const CLI::IsMember& format_names() {
    static const CLI::IsMember names({"list", "national", "csv", "xlsx", "definition"});
    return names;
}

}  // namespace

json problems_json(const forms::ImportReport& report) {
    json problems = json::array();
    for (const auto& problem : report.problems)
        problems.push_back({{"entry", problem.entry},
                            {"line", problem.line},
                            {"left_out", problem.left_out},
                            {"error", error_json(problem.reason)}});
    return problems;
}

std::string problems_text(const forms::ImportReport& report) {
    std::string text;
    for (const auto& problem : report.problems)
        text += tr("forms.cli.import.problem", {{"line", std::to_string(problem.line)},
                                                {"entry", std::to_string(problem.entry)},
                                                {"text", localization::sentence(problem.reason)}}) +
                "\n";
    return text;
}

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
    sub->add_option("--code", options->codes, tr("forms.cli.option.codes"));
    session.on(*sub, [=, &session] { return export_items(session, *options); });
}

}  // namespace yc::cli
