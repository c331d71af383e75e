#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_import_command.h"
#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "forms/catalogue_merge.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using forms::CatalogueBundle;
using localization::tr;

struct ChangeOptions {
    std::vector<std::string> from;
    std::vector<std::string> into;
    std::string reason;
    std::string hub_data;
};

using Change =
    std::function<Result<CatalogueBundle>(CatalogueBundle, const ChangeOptions&, const forms::ChangeNote&)>;

struct ChangeOutcome {
    int64_t version = 0;
    bool seeded = false;
};

Result<ChangeOutcome> apply(const ChangeOptions& options, const Change& change, base::Instant now) {
    const auto dir = hub_data_dir(options.hub_data);
    YC_TRY(auto bundle, bundle_of(dir));
    YC_TRY(const auto changed, change(std::move(bundle), options, {base::date_of(now), options.reason}));
    YC_TRY(const bool seeded, publish_change(dir, changed, now));
    return ChangeOutcome{changed.version, seeded};
}

int make_change(Session& session, const ChangeOptions& options, const Change& change) {
    const auto outcome = apply(options, change, session.clock().now());
    if (!outcome) return session.refused(outcome.error());
    std::string codes;
    for (const auto& code : options.from) codes += (codes.empty() ? "" : ", ") + code;
    for (const auto& code : options.into) codes += (codes.empty() ? "" : ", ") + code;
    auto text = tr("forms.cli.state.done", {{"version", std::to_string(outcome->version)}, {"codes", codes}});
    if (outcome->seeded)
        text =
            tr("forms.cli.import.seeded", {{"dir", hub_data_dir(options.hub_data).string()}}) + "\n" + text;
    return session.done({{"version", outcome->version},
                         {"seeded", outcome->seeded},
                         {"from", options.from},
                         {"into", options.into}},
                        text);
}

Change to_state(domain::ItemState state) {
    return [state](CatalogueBundle bundle, const ChangeOptions& options, const forms::ChangeNote& note) {
        return forms::with_state(std::move(bundle), options.from.front(), state, note);
    };
}

Result<CatalogueBundle> to_successors(CatalogueBundle bundle, const ChangeOptions& options,
                                      const forms::ChangeNote& note) {
    return forms::with_succession(std::move(bundle), options.from, options.into, note);
}

CLI::App* add_change(CLI::App& catalogue, Session& session, const std::string& name,
                     const std::shared_ptr<ChangeOptions>& options, Change change) {
    auto* sub = catalogue.add_subcommand(name, tr("forms.cli." + name + ".about"));
    sub->add_option("--reason", options->reason, tr("forms.cli.option.reason"))->required();
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    session.on(*sub, [=, &session] { return make_change(session, *options, change); });
    return sub;
}

}  // namespace

void add_catalogue_changes(CLI::App& catalogue, Session& session) {
    using enum domain::ItemState;
    for (const auto& [name, state] :
         {std::pair{"suspend", suspended}, std::pair{"resume", in_use}, std::pair{"cancel", cancelled}}) {
        const auto options = std::make_shared<ChangeOptions>();
        auto* sub = add_change(catalogue, session, name, options, to_state(state));
        sub->add_option("CODE", options->from, tr("forms.cli.option.code"))->required()->expected(1);
    }
    const auto split = std::make_shared<ChangeOptions>();
    auto* sub = add_change(catalogue, session, "split", split, to_successors);
    sub->add_option("CODE", split->from, tr("forms.cli.option.code"))->required()->expected(1);
    sub->add_option("--into", split->into, tr("forms.cli.option.into"))->required();
    const auto merge = std::make_shared<ChangeOptions>();
    sub = add_change(catalogue, session, "merge", merge, to_successors);
    sub->add_option("CODE", merge->from, tr("forms.cli.option.from"))->required()->expected(2, 100);
    sub->add_option("--into", merge->into, tr("forms.cli.option.into"))->required()->expected(1);
}

}  // namespace yc::cli
