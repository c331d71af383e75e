#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/catalogue_source.h"
#include "cli/command.h"
#include "cli/hub_hand.h"
#include "hub/store/backup.h"
#include "hub/store/policy_file.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using hub::store::AuditEntry;
using hub::store::HubStore;
using localization::tr;
using nlohmann::json;

/// Grounds on which a person's data are erased (Personal Information Protection Law §47).
constexpr const char* kGrounds[] = {"purpose_over", "retention_over", "consent_withdrawn", "unlawful",
                                    "by_law"};

struct HubOptions {
    std::string data;
    std::string counter;
    std::string to;
    std::string from;
    std::string key;
    std::string kind = "citizen_id";
    std::string ground;
    bool with_key = false;
    bool keep_device = false;
};
using Shared = std::shared_ptr<HubOptions>;

/// What a command did: for programs and for people.
struct Answer {
    json object;
    std::string text;
    bool refused = false;
};

Result<Answer> init(const HubOptions& options, const Session& session) {
    const auto dir = hub_data_dir(options.data);
    const bool fresh = !has_hub(dir);
    YC_TRY(const auto store, hub::store::open_sqlite_store(dir.string()));
    YC_TRY(const bool written, hub::store::write_default_policy(dir, *store));
    if (fresh || written) YC_CHECK(store->audit(audit_line(session, "hub.init")));
    return Answer{{{"data", dir.string()}, {"store_made", fresh}, {"policy_written", written}},
                  tr(fresh ? "cli.hub.init.made" : "cli.hub.init.there", {{"data", dir.string()}}) + "\n" +
                      tr(written ? "cli.hub.init.policy" : "cli.hub.init.policy_there")};
}

Result<Answer> policy(const HubOptions& options, const Session&) {
    YC_TRY(const auto policy, hub::store::read_policy(hub_data_dir(options.data)));
    const std::string about =
        policy.version == 0 ? tr("cli.hub.policy.none")
                            : tr("cli.hub.policy.version", {{"version", std::to_string(policy.version)}});
    return Answer{wire::policy_to_json(policy), about + "\n" + wire::policy_to_file(policy)};
}

Result<Answer> free_counter(const HubOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto directory, store->directory());
    const auto* counter = directory.counter(options.counter);
    if (!counter)
        return base::fail("hub.no_such_counter", "not in the directory", {{"counter", options.counter}});
    const auto lost = options.keep_device ? hub::store::LostDevice::keep : hub::store::LostDevice::revoke;
    YC_TRY(const auto device,
           store->free_counter(
               options.counter,
               audit_line(session, "counter.free", options.counter + (options.keep_device ? " kept" : "")),
               lost));
    std::string text =
        tr(device ? "cli.hub.free.done" : "cli.hub.free.was_free", {{"counter", counter->name}});
    if (device) text += "\n" + tr(options.keep_device ? "cli.hub.free.kept" : "cli.hub.free.revoked");
    return Answer{{{"counter", options.counter},
                   {"name", counter->name},
                   {"was_bound", device.has_value()},
                   {"device_revoked", device.has_value() && !options.keep_device}},
                  text};
}

json report_json(const hub::store::StoreReport& report) {
    return {{"events", report.events},
            {"audit_lines", report.audit_lines},
            {"pages", report.pages},
            {"pages_awaited", report.pages_awaited},
            {"sound", true}};
}

std::string report_text(const hub::store::StoreReport& report) {
    std::string text = tr("cli.hub.sound", {{"events", std::to_string(report.events)},
                                            {"audit", std::to_string(report.audit_lines)},
                                            {"pages", std::to_string(report.pages)}});
    if (report.pages_awaited > 0)
        text += "\n" + tr("cli.hub.awaited", {{"count", std::to_string(report.pages_awaited)}});
    return text;
}

/// Whether the audit of a hub has its line; without a hub there is none to have it.
using Audited = std::optional<Result<void>>;

/// What was found, and whether the audit has its line: a damaged or full hub must not hide either.
Answer verdict(const Result<hub::store::StoreReport>& report, const Audited& written) {
    Answer answer =
        report
            ? Answer{report_json(*report), report_text(*report)}
            : Answer{{{"error", error_json(report.error())}}, localization::sentence(report.error()), true};
    answer.object["audited"] = written && written->ok();
    if (written && !*written)
        answer.text +=
            "\n" + tr("cli.hub.not_audited", {{"reason", localization::sentence(written->error())}});
    return answer;
}

Result<Answer> backup(const HubOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    // Before the copy, so that the copy says itself that it was made.
    const auto written = store->audit(audit_line(session, "hub.backup", options.with_key ? "with key" : ""));
    const auto report = hub::store::back_up(
        *store, {.data_dir = hub_data_dir(options.data), .to = options.to, .with_key = options.with_key},
        session.clock().now());
    Answer answer = verdict(report, written);
    if (!report) return answer;
    answer.object["to"] = options.to;
    answer.object["with_key"] = options.with_key;
    answer.text = tr("cli.hub.backup.done", {{"to", options.to}}) + "\n" + answer.text + "\n" +
                  tr(options.with_key ? "cli.hub.backup.key_in" : "cli.hub.backup.key_apart");
    return answer;
}

Result<Answer> check(const HubOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    const auto report = store->inspect();
    return verdict(report,
                   store->audit(audit_line(session, "hub.check", report ? "sound" : report.error().code)));
}

/// Checks a backup; the live hub, when there is one, writes down that it was done.
Result<Answer> restore_check(const HubOptions& options, const Session& session) {
    const std::filesystem::path from = options.from;
    std::filesystem::path key = options.key;
    std::error_code error;
    if (key.empty()) key = from / "hub.key";
    if (options.key.empty() && !std::filesystem::exists(key, error))
        key = hub_data_dir(options.data) / "hub.key";
    const auto report = hub::store::check_backup(from, key);
    Audited written;
    if (has_hub(hub_data_dir(options.data))) {
        const auto store = open_hub(options.data);
        const auto done = audit_line(session, "hub.restore_check", report ? "sound" : report.error().code);
        written = store ? (*store)->audit(done) : store.error();
    }
    return verdict(report, written);
}

Result<Answer> forget(const HubOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto party, read_party(options.kind, session, "cli.hub.forget.prompt"));
    YC_TRY(const auto done,
           store->forget_person(party, audit_line(session, "person.forget", options.ground)));
    if (!done.known) return base::fail("hub.no_such_person", "nobody under this number");
    std::string text = tr("cli.hub.forget.done",
                          {{"cases", std::to_string(done.cases)}, {"pages", std::to_string(done.pages)}});
    if (!done.finished) text += "\n" + tr("cli.hub.forget.unfinished");
    return Answer{{{"cases", done.cases},
                   {"pages", done.pages},
                   {"finished", done.finished},
                   {"ground", options.ground}},
                  text};
}

CLI::App* add(CLI::App& group, Session& session, const Shared& options, const char* name,
              Result<Answer> (*work)(const HubOptions&, const Session&)) {
    auto* sub = group.add_subcommand(name, tr(std::string("cli.hub.about.") + name));
    sub->add_option("--data", options->data, tr("cli.hub.option.data"));
    session.on(*sub, [=, &session] {
        const auto answer = work(*options, session);
        if (!answer) return session.refused(answer.error());
        return answer->refused ? session.refused(answer->object, answer->text)
                               : session.done(answer->object, answer->text);
    });
    return sub;
}

}  // namespace

void add_hub_command(CLI::App& app, Session& session) {
    auto* group = app.add_subcommand("hub", tr("cli.hub.about"))->require_subcommand(1);
    const auto options = std::make_shared<HubOptions>();
    add(*group, session, options, "init", init);
    add(*group, session, options, "policy", policy);
    auto* freeing = add(*group, session, options, "free-counter", free_counter);
    freeing->add_option("--counter", options->counter, tr("cli.hub.option.counter"))->required();
    freeing->add_flag("--keep-device", options->keep_device, tr("cli.hub.option.keep_device"));
    auto* making = add(*group, session, options, "backup", backup);
    making->add_option("--to", options->to, tr("cli.hub.option.to"))->required();
    making->add_flag("--with-key", options->with_key, tr("cli.hub.option.with_key"));
    add(*group, session, options, "check", check);
    auto* checking = add(*group, session, options, "restore-check", restore_check);
    checking->add_option("--from", options->from, tr("cli.hub.option.from"))->required();
    checking->add_option("--key", options->key, tr("cli.hub.option.key"));
    auto* forgetting = add(*group, session, options, "forget", forget);
    forgetting->add_option("--kind", options->kind, tr("cli.hub.option.kind"))
        ->capture_default_str()
        ->check(CLI::IsMember(document_kinds()));
    forgetting->add_option("--ground", options->ground, tr("cli.hub.option.ground"))
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(kGrounds), std::end(kGrounds))));
}

}  // namespace yc::cli
