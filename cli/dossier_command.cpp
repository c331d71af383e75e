#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/dossier_copy.h"
#include "cli/hub_hand.h"
#include "core/base/durable_file.h"
#include "core/base/id.h"
#include "core/domain/identity_number.h"
#include "core/wire/dossier_file_json.h"
#include "core/wire/parts_json.h"
#include "localization/localization.h"

namespace yc::cli {
namespace {

using base::Result;
using domain::DossierActKind;
using localization::tr;
using nlohmann::json;

struct DossierOptions {
    std::string data;
    std::string kind = "citizen_id";
    std::string other_kind = "citizen_id";
    std::string reason;
    std::string ground;
    std::string to;
};
using Shared = std::shared_ptr<DossierOptions>;

struct Answer {
    json object;
    std::string text;
};

hub::store::AuditEntry line(const DossierOptions& options, const Session& session, const char* action) {
    auto entry = audit_line(session, action, "administration");
    entry.reason = options.reason;
    return entry;
}

std::string line_of(const domain::FactStanding& standing) {
    std::string text = "  " + standing.field + ": ";
    for (size_t i = 0; i < standing.values.size(); ++i) {
        const auto& value = standing.values[i];
        text += (i == 0 ? "" : " / ") + value.value + " (" +
                (value.source_case.empty() ? tr("dossier.origin.correction") : value.source_case) + ")";
    }
    return text + (standing.open ? "  ← " + tr("cli.dossier.open") : "");
}

std::string text_of(const domain::DossierFile& file) {
    const auto& dossier = file.dossier;
    std::string text = tr("cli.dossier.head", {{"name", dossier.party.name},
                                               {"number", domain::mask_number(dossier.party.key.number)},
                                               {"documents", std::to_string(dossier.documents.size())},
                                               {"cases", std::to_string(file.cases.size())},
                                               {"parts", std::to_string(file.parts.size())}});
    for (const auto& standing : domain::standings_of(file)) text += "\n" + line_of(standing);
    for (const auto& document : dossier.documents)
        text += "\n  [" + std::string(base::to_name(document.grade)) + "] " + document.name +
                (document.superseded ? "  (" + tr("dossier.act.supersede_document") + ")" : "");
    for (const auto& one : file.cases)
        text += "\n  " + one.case_no + " " + one.item_name + " " + std::string(base::to_name(one.life));
    for (const auto& act : file.acts)
        text += "\n  " + base::to_string(act.at) + " " +
                tr("dossier.act." + std::string(base::to_name(act.kind))) + " " + act.by + " " + act.reason;
    return text;
}

Result<domain::DossierFile> file_of(hub::store::HubStore& store, const DossierOptions& options,
                                    const Session& session, const char* action) {
    YC_TRY(const auto party, read_party(options.kind, session, "cli.hub.forget.prompt"));
    YC_TRY(auto file, store.dossier_file(party, line(options, session, action)));
    if (!file) return base::fail("hub.no_such_person", "nobody under this number");
    return *std::move(file);
}

Result<Answer> show(const DossierOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto file, file_of(*store, options, session, "dossier.show"));
    return Answer{wire::to_json(file), text_of(file)};
}

Result<Answer> copy(const DossierOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto file, file_of(*store, options, session, "dossier.export"));
    YC_TRY(auto held, copy_for_person(*store, file));
    held["exported_at"] = base::to_string(session.clock().now());
    YC_CHECK(base::write_durably(options.to, held.dump(2, ' ', false, json::error_handler_t::replace)));
    const auto pages = held["pages"].size();
    return Answer{{{"to", options.to}, {"cases", file.cases.size()}, {"pages", pages}},
                  tr("cli.dossier.exported", {{"to", options.to},
                                              {"cases", std::to_string(file.cases.size())},
                                              {"pages", std::to_string(pages)}})};
}

/// Which fields of whom wait for somebody to choose; the values are for `show`.
Result<Answer> conflicts(const DossierOptions& options, const Session& session) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto dossiers, store->open_dossiers(line(options, session, "dossier.conflicts")));
    json list = json::array();
    std::string text = tr("cli.dossier.conflicts", {{"count", std::to_string(dossiers.size())}});
    for (const auto& dossier : dossiers) {
        const std::string number = domain::mask_number(dossier.party.key.number);
        json fields = json::array();
        text += "\n  " + domain::mask_name(dossier.party.name) + " " + number + ":";
        for (const auto& open : dossier.open) {
            fields.push_back({{"field", open.field}, {"values", open.values.size()}});
            text += " " + open.field;
        }
        list.push_back({{"kind", base::to_name(dossier.party.key.kind)},
                        {"number", number},
                        {"fields", std::move(fields)}});
    }
    return Answer{{{"dossiers", std::move(list)}}, text};
}

Result<Answer> join(const DossierOptions& options, const Session& session, DossierActKind kind,
                    const char* done) {
    YC_TRY(const auto store, open_hub(options.data));
    YC_TRY(const auto party, read_party(options.kind, session, "cli.hub.forget.prompt"));
    YC_TRY(const auto other, read_party(options.other_kind, session, "cli.dossier.other_prompt"));
    const std::string action = "dossier." + std::string(base::to_name(kind));
    const auto entry = line(options, session, action.c_str());
    const domain::DossierAct act{.id = base::new_uuid(entry.at),
                                 .kind = kind,
                                 .other = other,
                                 .ground = options.ground,
                                 .reason = options.reason,
                                 .by = entry.user,
                                 .by_name = entry.user,
                                 .at = entry.at};
    YC_TRY(const auto file, store->act_on_dossier(party, act, true, entry));
    return Answer{{{"act", act.id},
                   {"parts", file.parts.size()},
                   {"open", file.dossier.open.size()},
                   {"version", file.dossier.version}},
                  tr(done, {{"parts", std::to_string(file.parts.size())},
                            {"open", std::to_string(file.dossier.open.size())}})};
}

Result<Answer> merge(const DossierOptions& options, const Session& session) {
    return join(options, session, DossierActKind::merge, "cli.dossier.merged");
}

Result<Answer> unmerge(const DossierOptions& options, const Session& session) {
    return join(options, session, DossierActKind::unmerge, "cli.dossier.unmerged");
}

CLI::App* add(CLI::App& group, Session& session, const Shared& options, const char* name,
              Result<Answer> (*work)(const DossierOptions&, const Session&)) {
    auto* sub = group.add_subcommand(name, tr(std::string("cli.dossier.about.") + name));
    sub->add_option("--data", options->data, tr("cli.hub.option.data"));
    sub->add_option("--reason", options->reason, tr("cli.dossier.option.reason"))
        ->required()
        ->check([](const std::string& text) {
            return text.find_first_not_of(" \t") == std::string::npos ? tr("cli.dossier.option.reason")
                                                                      : std::string();
        });
    session.on(*sub, [=, &session] {
        const auto answer = work(*options, session);
        return answer ? session.done(answer->object, answer->text) : session.refused(answer.error());
    });
    return sub;
}

void add_kind(CLI::App& sub, std::string& kind, const char* name, const char* about) {
    sub.add_option(name, kind, tr(about))->capture_default_str()->check(CLI::IsMember(document_kinds()));
}

void add_join(CLI::App& sub, const Shared& options, DossierActKind kind) {
    const auto& grounds = domain::grounds_for(kind);
    add_kind(sub, options->kind, "--kind", "cli.hub.option.kind");
    add_kind(sub, options->other_kind, "--other-kind", "cli.dossier.option.other_kind");
    sub.add_option("--ground", options->ground, tr("cli.dossier.option.ground"))
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(grounds.begin(), grounds.end())));
}

}  // namespace

void add_dossier_command(CLI::App& app, Session& session) {
    auto* group = app.add_subcommand("dossier", tr("cli.dossier.about"))->require_subcommand(1);
    const auto options = std::make_shared<DossierOptions>();
    add_kind(*add(*group, session, options, "show", show), options->kind, "--kind", "cli.hub.option.kind");
    add(*group, session, options, "conflicts", conflicts);
    add_join(*add(*group, session, options, "merge", merge), options, DossierActKind::merge);
    add_join(*add(*group, session, options, "unmerge", unmerge), options, DossierActKind::unmerge);
    auto* copying = add(*group, session, options, "export", copy);
    add_kind(*copying, options->kind, "--kind", "cli.hub.option.kind");
    copying->add_option("--to", options->to, tr("cli.dossier.option.to"))->required();
}

}  // namespace yc::cli
