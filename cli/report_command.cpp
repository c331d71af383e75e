#include <CLI/CLI.hpp>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/signed_in.h"
#include "client/desk/daily_report.h"
#include "core/base/durable_file.h"
#include "localization/localization.h"

namespace yc::cli {

namespace {

using localization::tr;
using nlohmann::json;

struct DailyOptions {
    PlaceOptions place;
    std::string date;
    std::string scope;
    std::string out;
};

client::desk::DailyScope scope_of(client::desk::DailyReport& report, const std::string& wanted) {
    using Kind = client::desk::DailyScope::Kind;
    const std::vector<client::desk::DailyScope> scopes = report.scopes();
    const std::map<std::string, Kind> kinds{{"mine", Kind::mine},
                                            {"counter", Kind::counter},
                                            {"hall", Kind::hall},
                                            {"department", Kind::department}};
    if (const auto kind = kinds.find(wanted); kind != kinds.end()) {
        for (const auto& scope : scopes)
            if (scope.kind == kind->second) return scope;
        return {kind->second, "-"};
    }
    return scopes.empty() ? client::desk::DailyScope{Kind::mine, "-"} : scopes.front();
}

json figures_json(const client::desk::DailyFigures& figures) {
    json values = json::object(), items = json::array();
    for (const client::desk::DailyFigure& figure : figures.figures)
        values[figure.name.key.substr(std::string_view("desk.daily.").size())] = figure.value;
    for (const client::desk::DailyItemLine& item : figures.items)
        items.push_back({{"item", item.item_name},
                         {"received", item.received},
                         {"closed", item.closed},
                         {"declined", item.declined},
                         {"returned", item.returned},
                         {"pending", item.open_after}});
    return {{"day", base::to_string(figures.day)},
            {"scope", figures.scope_name},
            {"figures", values},
            {"items", items},
            {"balances", figures.balances},
            {"as_of_seq", figures.as_of_seq},
            {"not_sent", figures.not_sent}};
}

base::Result<json> make_daily(const DailyOptions& options, const base::Clock& clock, std::string& text) {
    base::Date day = clock.today();
    if (!options.date.empty()) {
        YC_TRY(day, base::parse_date(options.date));
    }
    YC_TRY(const auto place, SignedIn::at(options.place, clock));
    client::desk::DailyReport& report = place->workplace().daily_report();
    const client::desk::DailyScope scope = scope_of(report, options.scope);
    YC_TRY(const auto figures, report.figures(day, scope));
    YC_TRY(const auto paper, report.print(day, scope));
    YC_CHECK(base::write_out(options.out, paper.pdf));
    json object = figures_json(figures);
    object["file"] = options.out;
    object["offline"] = place->who().offline;
    text = tr(figures.balance.key, figures.balance.args) + "\n" + options.out;
    return object;
}

}  // namespace

void add_report_command(CLI::App& app, Session& session) {
    CLI::App* group = app.add_subcommand("report", tr("report_command.about"));
    group->require_subcommand(1);
    auto options = std::make_shared<DailyOptions>();
    CLI::App* daily = group->add_subcommand("daily", tr("report_command.daily"));
    add_place_options(*daily, options->place);
    daily->add_option("--date", options->date, tr("report_command.option.date"));
    daily->add_option("--scope", options->scope, tr("report_command.option.scope"))
        ->check(CLI::IsMember({"mine", "counter", "hall", "department"}));
    daily->add_option("--out", options->out, tr("report_command.option.out"))->required();
    session.on(*daily, [options, &session] {
        std::string text;
        const auto made = make_daily(*options, session.clock(), text);
        return made ? session.done(*made, text) : session.refused(made.error());
    });
}

}  // namespace yc::cli
