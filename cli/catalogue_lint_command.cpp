#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/catalogue_import_command.h"
#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "forms/catalogue_merge.h"
#include "forms/exchange/catalogue_file.h"
#include "forms/lint/lint.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using forms::CatalogueBundle;
using localization::tr;
using nlohmann::json;
namespace lint = forms::lint;

struct LintOptions {
    std::string file;
    std::string profile = "gbt39046";
    std::string policy;
    std::string severity = "info";
    std::string hub_data;
};

/// What is judged, and of a file what could not be read of it.
struct Judged {
    CatalogueBundle bundle;
    forms::ImportReport report;
};

/// The catalogue, or the items of a file as an import would make them.
Result<Judged> to_judge(const LintOptions& options) {
    Judged judged;
    YC_TRY(judged.bundle, bundle_of(hub_data_dir(options.hub_data)));
    if (options.file.empty()) return judged;
    YC_TRY(const auto profile, forms::code_profile(options.profile));
    YC_TRY(const auto bytes, forms::exchange::content_of_file(options.file));
    YC_TRY(judged.report, forms::exchange::read_items(bytes, forms::exchange::format_of(bytes), profile,
                                                      forms::present_in(judged.bundle)));
    judged.bundle.items = std::exchange(judged.report.items, {});
    return judged;
}

Result<lint::Policy> policy_of(const LintOptions& options) {
    if (options.policy.empty()) return lint::Policy{};
    YC_TRY(const auto text, forms::exchange::content_of_file(options.policy));
    return lint::parse_policy(text);
}

std::string severity_word(lint::Severity severity) {
    return tr("forms.cli.lint.severity." + std::string(base::to_name(severity)));
}

json finding_json(const lint::Finding& finding) {
    return {{"rule", finding.rule},
            {"severity", base::to_name(finding.severity)},
            {"code", finding.code},
            {"item", finding.item},
            {"field", finding.field},
            {"message", tr("lint." + finding.rule, finding.args)},
            {"mend", tr("lint." + finding.rule + ".mend", finding.args)}};
}

std::string finding_text(const lint::Finding& finding) {
    return tr("forms.cli.lint.line", {{"severity", severity_word(finding.severity)},
                                      {"item", finding.item},
                                      {"code", finding.code},
                                      {"field", finding.field},
                                      {"text", tr("lint." + finding.rule, finding.args)},
                                      {"mend", tr("lint." + finding.rule + ".mend", finding.args)}}) +
           "\n";
}

int judge(Session& session, const LintOptions& options) {
    const auto judged = to_judge(options);
    if (!judged) return session.refused(judged.error());
    const auto& bundle = judged->bundle;
    const auto policy = policy_of(options);
    if (!policy) return session.refused(policy.error());
    const auto least = *base::from_name<lint::Severity>(options.severity);
    std::map<lint::Severity, size_t> counts;
    json findings = json::array();
    auto text = problems_text(judged->report);
    for (const auto& finding : lint::judge(bundle, *policy)) {
        ++counts[finding.severity];
        if (finding.severity < least) continue;
        findings.push_back(finding_json(finding));
        text += finding_text(finding);
    }
    const auto items = forms::newest_items(bundle).size();
    const auto count = [&](lint::Severity severity) { return counts[severity]; };
    using enum lint::Severity;
    const json report{{"items", items},
                      {"errors", count(error)},
                      {"warnings", count(warning)},
                      {"infos", count(info)},
                      {"problems", problems_json(judged->report)},
                      {"findings", std::move(findings)}};
    text += tr("forms.cli.lint.done", {{"items", std::to_string(items)},
                                       {"errors", std::to_string(count(error))},
                                       {"warnings", std::to_string(count(warning))},
                                       {"infos", std::to_string(count(info))}});
    return count(error) > 0 ? session.refused(report, text) : session.done(report, text);
}

}  // namespace

void add_catalogue_lint(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("lint", tr("forms.cli.lint.about"));
    const auto options = std::make_shared<LintOptions>();
    sub->add_option("FILE", options->file, tr("forms.cli.option.lint_file"));
    sub->add_option("--profile", options->profile, tr("forms.cli.option.profile"));
    sub->add_option("--policy", options->policy, tr("forms.cli.option.policy"));
    sub->add_option("--severity", options->severity, tr("forms.cli.option.severity"))
        ->check(CLI::IsMember({"error", "warning", "info"}));
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] { return judge(session, *options); });
}

}  // namespace yc::cli
