// yichuangctl sync: how far what was written at a computer has come.
#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.h"
#include "cli/signed_in.h"
#include "client/desk/outbox.h"
#include "localization/localization.h"

namespace yc::cli {

using base::Result;
using client::desk::OutboxRow;
using client::desk::OutboxState;
using localization::tr;
using nlohmann::json;

namespace {

struct StatusOptions {
    PlaceOptions place;
    int wait = 0;  ///< seconds
};

std::string_view name_of(OutboxState state) {
    switch (state) {
        case OutboxState::waiting:
            return "waiting";
        case OutboxState::held_back:
            return "held_back";
        case OutboxState::refused:
            return "refused";
        case OutboxState::sent:
            return "sent";
        case OutboxState::given_up:
            return "given_up";
    }
    return {};
}

json row_json(const OutboxRow& row) {
    json object{{"event", row.event_id},
                {"kind", base::to_name(row.kind)},
                {"case_no", row.case_no},
                {"at", base::to_string(row.at)},
                {"state", name_of(row.state)}};
    if (!row.reason.empty()) object["reason"] = tr(row.reason.key, row.reason.args);
    return object;
}

std::string row_text(const OutboxRow& row) {
    std::string text = base::to_minute_string(row.at) + "  " + row.case_no + "  " +
                       tr(row.what.key, row.what.args) + "  " + tr(row.text.key, row.text.args);
    if (!row.reason.empty()) text += "  " + tr(row.reason.key, row.reason.args);
    return text;
}

Result<json> status(const StatusOptions& options, const base::Clock& clock, std::string& text) {
    YC_TRY(const auto place, SignedIn::at(options.place, clock));
    auto& workplace = place->workplace();
    if (options.wait > 0) static_cast<void>(workplace.wait_until_sent(std::chrono::seconds(options.wait)));
    const auto connection = workplace.connection();
    YC_TRY(const auto rows, workplace.outbox().rows(0));
    YC_TRY(const int pages, workplace.outbox().pages_waiting());
    json object{{"online", connection.online},
                {"events", rows.size()},
                {"refused", connection.refused},
                {"pages", pages},
                {"outbox", json::array()}};
    if (connection.last_sync) object["last_sync"] = base::to_string(*connection.last_sync);
    text = tr(connection.text.key, connection.text.args);
    if (!connection.advice.empty()) text += "\n" + tr(connection.advice.key, connection.advice.args);
    for (const OutboxRow& row : rows) {
        object["outbox"].push_back(row_json(row));
        text += "\n" + row_text(row);
    }
    return object;
}

}  // namespace

void add_sync_command(CLI::App& app, Session& session) {
    CLI::App* group = app.add_subcommand("sync", tr("sync_command.about"));
    group->require_subcommand(1);
    const auto options = std::make_shared<StatusOptions>();
    CLI::App* sub = group->add_subcommand("status", tr("sync_command.status"));
    add_place_options(*sub, options->place);
    sub->add_option("--wait", options->wait, tr("sync_command.option.wait"))
        ->check(CLI::Range(0, 3600))
        ->capture_default_str();
    session.on(*sub, [options, &session] {
        std::string text;
        const auto found = status(*options, session.clock(), text);
        return found ? session.done(*found, text) : session.refused(found.error());
    });
}

}  // namespace yc::cli
