#include "cli/catalogue_search_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/catalogue_source.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using localization::tr;
using nlohmann::json;

struct SearchOptions {
    std::string query;
    std::string hub_data;
    int limit = 20;
    bool batch = false;
};

json hit_json(const forms::SearchHit& hit) {
    return {{"code", hit.item->code},
            {"version", hit.item->version},
            {"name", hit.item->name},
            {"department", hit.item->department_name},
            {"matched", base::to_name(hit.matched)},
            {"text", hit.text},
            {"position", hit.position},
            {"length", hit.length},
            {"fully_defined", hit.item->fully_defined}};
}

json search_json(const forms::Catalogue& catalogue, std::string_view query, int limit) {
    json results = json::array();
    for (const auto& hit : catalogue.search(query, static_cast<size_t>(limit)))
        results.push_back(hit_json(hit));
    return {{"query", query}, {"results", std::move(results)}};
}

std::string search_text(const json& found) {
    std::string text;
    for (const auto& hit : found["results"]) {
        if (!text.empty()) text += "\n";
        text += hit["name"].get<std::string>() + "  " + hit["department"].get<std::string>() + "  " +
                hit["code"].get<std::string>();
        if (hit["matched"] != "name")
            text += "  (" + tr("forms.matched." + hit["matched"].get<std::string>()) + " " +
                    hit["text"].get<std::string>() + ")";
    }
    return text.empty() ? tr("forms.cli.search.none", {{"query", found["query"].get<std::string>()}}) : text;
}

int search(Session& session, const SearchOptions& options) {
    const auto catalogue = catalogue_of(hub_data_dir(options.hub_data));
    if (!catalogue) return session.refused(catalogue.error());
    if (options.batch)
        return session.batch([&](std::string_view line) -> Result<json> {
            return search_json(**catalogue, line, options.limit);
        });
    const auto found = search_json(**catalogue, options.query, options.limit);
    return session.done(found, search_text(found));
}

}  // namespace

void add_catalogue_search(CLI::App& catalogue, Session& session) {
    auto* sub = catalogue.add_subcommand("search", tr("forms.cli.search.about"));
    const auto options = std::make_shared<SearchOptions>();
    auto* query = sub->add_option("QUERY", options->query, tr("forms.cli.option.query"));
    sub->add_option("--limit", options->limit, tr("forms.cli.option.limit"))->check(CLI::Range(1, 1000));
    sub->add_option("--hub-data", options->hub_data, tr("forms.cli.option.hub_data"));
    auto* batch = sub->add_flag("--batch", options->batch, tr("cli.option.batch"));
    query->excludes(batch);
    session.on(*sub, [=, &session] {
        if (!options->batch && query->count() == 0) throw CLI::RequiredError("QUERY");
        return search(session, *options);
    });
}

}  // namespace yc::cli
