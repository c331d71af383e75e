// yichuangctl bundle: what waits at a computer without the network, carried to the hub by hand.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/signed_in.h"
#include "client/carry/parcel.h"
#include "client/desk/outbox.h"
#include "client/net/hub_client.h"
#include "localization/localization.h"

namespace yc::cli {

using base::Result;
using client::desk::Outbox;
using client::desk::Text;
using localization::tr;

namespace {

struct BundleOptions {
    PlaceOptions place;
    std::string hub;
    std::string ca_file;
    std::string file;
    std::string receipt;
};
using Shared = std::shared_ptr<BundleOptions>;

int say(Session& session, const Result<Text>& done, const std::string& file) {
    if (!done) return session.refused(done.error());
    nlohmann::json object = done->args;
    object["file"] = file;
    return session.done(object, tr(done->key, done->args));
}

/// Does something with the outbox of a client's store.
Result<Text> at_outbox(const BundleOptions& options, const base::Clock& clock,
                       void (Outbox::*work)(const std::filesystem::path&, Outbox::Done)) {
    constexpr std::chrono::hours patience{1};
    YC_TRY(const auto place, SignedIn::at(options.place, clock));
    std::optional<Result<Text>> done;
    (place->workplace().outbox().*work)(options.file, [&done](Result<Text> how) { done = std::move(how); });
    place->loop().run_until([&done] { return done.has_value(); }, patience);
    return done ? *std::move(done) : base::fail("net.cancelled");
}

Result<Text> deliver(const BundleOptions& options) {
    YC_TRY(const auto hub, client::net::HubClient::make({.url = options.hub, .ca_file = options.ca_file}));
    YC_TRY(const int letters,
           client::carry::deliver(options.file, options.receipt,
                                  [&](const std::string& letter) { return hub->deliver_letter(letter); }));
    return Text{"desk.outbox.delivered", {{"file", options.receipt}, {"letters", std::to_string(letters)}}};
}

}  // namespace

void add_bundle_command(CLI::App& app, Session& session) {
    CLI::App* group = app.add_subcommand("bundle", tr("bundle_command.about"));
    group->require_subcommand(1);
    const auto options = std::make_shared<BundleOptions>();

    CLI::App* out = group->add_subcommand("export", tr("bundle_command.export"));
    add_place_options(*out, options->place);
    out->add_option("--out", options->file, tr("bundle_command.option.out"))->required();
    session.on(*out, [options, &session] {
        return say(session, at_outbox(*options, session.clock(), &Outbox::pack), options->file);
    });

    CLI::App* in = group->add_subcommand("import", tr("bundle_command.import"));
    in->add_option("FILE", options->file, tr("bundle_command.option.file"))->required();
    in->add_option("--hub", options->hub, tr("report_command.option.hub"))->required();
    in->add_option("--ca", options->ca_file, tr("bundle_command.option.ca"));
    in->add_option("--receipt", options->receipt, tr("bundle_command.option.receipt"))->required();
    session.on(*in, [options, &session] { return say(session, deliver(*options), options->receipt); });

    CLI::App* back = group->add_subcommand("receipt", tr("bundle_command.receipt"));
    back->add_option("FILE", options->file, tr("bundle_command.option.receipt_file"))->required();
    add_place_options(*back, options->place);
    session.on(*back, [options, &session] {
        return say(session, at_outbox(*options, session.clock(), &Outbox::take_receipts), options->file);
    });
}

}  // namespace yc::cli
