#include "cli/catalogue_search_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

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
    forms::ItemFacets facets;
};

json item_json(const domain::ServiceItem& item) {
    return {{"kind", "item"},
            {"code", item.code},
            {"version", item.version},
            {"name", item.name},
            {"department", item.department_name.text()},
            {"fully_defined", item.fully_defined}};
}

json package_json(const domain::ItemPackage& package) {
    return {{"kind", "package"},
            {"code", package.code},
            {"version", package.version},
            {"name", package.name},
            {"department", package.lead_department},
            {"fully_defined", true}};
}

json hit_json(const forms::SearchHit& hit) {
    json out = hit.item ? item_json(*hit.item) : package_json(*hit.package);
    out.update({{"matched", base::to_name(hit.matched)},
                {"text", hit.text},
                {"position", hit.position},
                {"length", hit.length}});
    if (!hit.meaning.empty()) out["meaning"] = hit.meaning;
    return out;
}

json search_json(const forms::Catalogue& catalogue, std::string_view query, const SearchOptions& options) {
    const forms::SearchRequest request{.query = std::string(query),
                                       .limit = static_cast<size_t>(options.limit),
                                       .facets = options.facets,
                                       .packages = true};
    json results = json::array();
    for (const auto& hit : catalogue.search(request)) results.push_back(hit_json(hit));
    return {{"query", query}, {"results", std::move(results)}};
}

/// Why it was found, when its name alone does not tell.
std::string reason(const json& hit) {
    if (hit["matched"] == "name") return {};
    auto text = "  (" + tr("forms.matched." + hit["matched"].get<std::string>()) + " " +
                hit["text"].get<std::string>();
    if (hit.contains("meaning")) text += " → " + hit["meaning"].get<std::string>();
    return text + ")";
}

std::string search_text(const json& found) {
    std::string text;
    for (const auto& hit : found["results"]) {
        if (!text.empty()) text += "\n";
        if (hit["kind"] == "package") text += "[" + tr("forms.matched.package") + "] ";
        text += hit["name"].get<std::string>() + "  " + hit["department"].get<std::string>() + "  " +
                hit["code"].get<std::string>() + reason(hit);
    }
    return text.empty() ? tr("forms.cli.search.none", {{"query", found["query"].get<std::string>()}}) : text;
}

/// An option that takes one of an enum's names.
template <class E>
void add_named(CLI::App& sub, const std::string& name, const std::string& about, std::optional<E>& out) {
    std::vector<std::string> allowed;
    for (const auto& [value, word] : names_of(E{})) allowed.emplace_back(word);
    sub.add_option_function<std::string>(
           name, [&out](const std::string& word) { out = base::from_name<E>(word); }, about)
        ->check(CLI::IsMember(allowed));
}

void add_facets(CLI::App& sub, forms::ItemFacets& facets) {
    sub.add_option("--department", facets.department, tr("forms.cli.option.department"));
    sub.add_option("--subject", facets.subject, tr("forms.cli.option.subject"));
    sub.add_option("--life-event", facets.life_event, tr("forms.cli.option.life_event"));
    add_named(sub, "--level", tr("forms.cli.option.level"), facets.level);
    add_named(sub, "--type", tr("forms.cli.option.type"), facets.type);
    add_named(sub, "--target", tr("forms.cli.option.target"), facets.target);
    add_named(sub, "--served", tr("forms.cli.option.served"), facets.served);
    add_named(sub, "--identity", tr("forms.cli.option.identity"), facets.identity);
    add_named(sub, "--scope", tr("forms.cli.option.scope"), facets.scope);
    sub.add_flag("--on-the-spot", facets.on_the_spot, tr("forms.cli.option.on_the_spot"));
    sub.add_flag("--defined", facets.defined, tr("forms.cli.option.defined"));
}

int search(Session& session, const SearchOptions& options) {
    const auto catalogue = catalogue_of(hub_data_dir(options.hub_data));
    if (!catalogue) return session.refused(catalogue.error());
    if (options.batch)
        return session.batch(
            [&](std::string_view line) -> Result<json> { return search_json(**catalogue, line, options); });
    const auto found = search_json(**catalogue, options.query, options);
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
    add_facets(*sub, options->facets);
    session.on(*sub, [=, &session] {
        const bool narrowed = options->facets != forms::ItemFacets{};
        if (!options->batch && !narrowed && query->count() == 0) throw CLI::RequiredError("QUERY");
        return search(session, *options);
    });
}

}  // namespace yc::cli
