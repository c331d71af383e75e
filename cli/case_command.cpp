#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "core/domain/transition_table.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using domain::LifeCycle;
using domain::TransitionRow;
using localization::tr;
using nlohmann::json;

template <class E>
std::string text_of(std::string_view area, E value) {
    return tr(fmt::format("case.{}.{}", area, base::to_name(value)));
}

template <class List, class Text>
std::string joined(const List& list, std::string_view separator, Text text) {
    std::string out;
    for (const auto& each : list) {
        if (!out.empty()) out += separator;
        out += text(each);
    }
    return out;
}

/// "ACCEPTED", "CLOSED(granted|refused)", "RECEIVED|ACCEPTED"; the state itself when the step stays.
std::string target(const TransitionRow& row, LifeCycle from) {
    if (row.to.empty()) return std::string(base::to_name(from));
    if (row.event == domain::EventKind::compensate) return "*";
    auto out = joined(row.to, "|", [](LifeCycle to) { return std::string(base::to_name(to)); });
    if (out == "CLOSED" && !row.results.empty())
        out += "(" +
               joined(row.results, "|", [](auto result) { return std::string(base::to_name(result)); }) + ")";
    return out;
}

template <class List>
json names(const List& list) {
    json out = json::array();
    for (const auto& each : list) out.push_back(base::to_name(each));
    return out;
}

json guard_names(const TransitionRow& row) {
    json out = json::array();
    for (const domain::Guard* guard : row.guards) out.push_back(guard->name);
    return out;
}

json row_json(const TransitionRow& row, LifeCycle from) {
    return {{"state", base::to_name(from)},
            {"event", base::to_name(row.event)},
            {"to", target(row, from)},
            {"results", names(row.results)},
            {"actors", names(row.actors)},
            {"guards", guard_names(row)},
            {"clocks", base::to_name(row.clocks)},
            {"notice", base::to_name(row.notice)},
            {"offline", base::to_name(row.offline)},
            {"article", row.article}};
}

/// Calls for each pair of state and event that the table has, by state.
template <class Call>
void each_pair(Call call) {
    for (const auto& state : names_of(LifeCycle{}))
        for (const TransitionRow& row : domain::transition_table())
            if (domain::find_row(state.value, row.event) == &row) call(row, state.value);
}

json table_json() {
    json out = json::array();
    each_pair([&](const TransitionRow& row, LifeCycle from) { out.push_back(row_json(row, from)); });
    return out;
}

std::string table_text() {
    std::string out = tr("case.table.title");
    std::optional<LifeCycle> last;
    each_pair([&](const TransitionRow& row, LifeCycle from) {
        if (from != last) out += fmt::format("\n{} {}", base::to_name(from), text_of("state", from));
        last = from;
        const auto actors = joined(row.actors, "、",
                                   [](auto role) { return tr("role." + std::string(base::to_name(role))); });
        out += fmt::format("\n  {} ({}) → {}\n    {} · {}: {} · {}", base::to_name(row.event),
                           text_of("event", row.event), target(row, from), actors,
                           tr("case.table.column.offline"), text_of("offline", row.offline), row.article);
    });
    return out;
}

std::string markdown_row(const TransitionRow& row) {
    const auto code = [](auto value) { return fmt::format("`{}`", base::to_name(value)); };
    const auto from = joined(row.from, " ", code);
    const auto guards = joined(row.guards, "；", [](const domain::Guard* guard) {
        return tr("case.condition." + std::string(guard->name));
    });
    auto to = row.to.empty() ? std::string("—") : joined(row.to, " ", code);
    if (row.event == domain::EventKind::compensate) to = "*";
    if (!row.results.empty())
        to += "（" + joined(row.results, "、", [](auto result) { return text_of("result", result); }) + "）";
    const auto actors =
        joined(row.actors, "、", [](auto role) { return tr("role." + std::string(base::to_name(role))); });
    return fmt::format("| `{}` {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", base::to_name(row.event),
                       text_of("event", row.event), from, to, actors, guards,
                       text_of("clock_effect", row.clocks), text_of("notice", row.notice),
                       text_of("offline", row.offline), row.article);
}

std::string markdown() {
    std::string out = fmt::format("# {}\n\n{}\n\n", tr("case.table.title"), tr("case.table.preface"));
    for (const auto& state : names_of(LifeCycle{}))
        out += fmt::format("- `{}` {}\n", state.name, text_of("state", state.value));
    out += "\n|";
    for (const char* column :
         {"event", "state", "to", "actors", "guards", "clocks", "notice", "offline", "article"})
        out += fmt::format(" {} |", tr(fmt::format("case.table.column.{}", column)));
    out += "\n|---|---|---|---|---|---|---|---|---|\n";
    for (const TransitionRow& row : domain::transition_table()) out += markdown_row(row);
    out.pop_back();
    return out;
}

}  // namespace

void add_case_command(CLI::App& app, Session& session) {
    auto* group = app.add_subcommand("case", tr("case.table.case_about"))->require_subcommand(1);
    auto* table = group->add_subcommand("table", tr("case.table.about"));
    const auto as_markdown = std::make_shared<bool>(false);
    table->add_flag("--markdown", *as_markdown, tr("case.table.markdown"));
    session.on(*table, [=, &session] {
        return session.done(table_json(), *as_markdown ? markdown() : table_text());
    });
}

}  // namespace yc::cli
