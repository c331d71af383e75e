// Answers about dossiers (docs/protocol.md §7).
#include <nlohmann/json.hpp>

#include "core/wire/dossier_file_json.h"
#include "core/wire/json_text.h"
#include "hub/api/api.h"
#include "hub/api/dossier_access.h"

namespace yc::hub::api {

base::Result<Response> Api::lookup_dossier(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(const auto lookup, wire::dossier_lookup_from_json(json));
    YC_TRY(auto look, ground_of(store_, lookup, session, clock_.now()));
    look.action = "dossier.look";
    YC_TRY(const auto dossier, store_.look_up(lookup.key, look));
    return Response{.body = wire::to_text(wire::lookup_answer_to_json(dossier))};
}

base::Result<Response> Api::dossier_file(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(const auto lookup, wire::dossier_lookup_from_json(json));
    YC_TRY(auto look, ground_of(store_, lookup, session, clock_.now()));
    look.action = "dossier.file";
    YC_TRY(const auto file, store_.dossier_file(lookup.key, look));
    return Response{.body = wire::to_text(wire::file_answer_to_json(file))};
}

base::Result<Response> Api::dossier_act(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(auto asked, wire::act_request_from_json(json));
    if (asked.on.reason.empty()) asked.on.reason = asked.act.reason;
    YC_TRY(auto entry, ground_of(store_, asked.on, session, clock_.now()));
    entry.action = std::string("dossier.") + std::string(base::to_name(asked.act.kind));
    entry.reason = asked.act.reason;
    asked.act.by = session.user.id;
    asked.act.by_name = session.user.name;
    asked.act.at = entry.at;
    YC_TRY(const auto file,
           store_.act_on_dossier(asked.on.key, asked.act, session.user.has(domain::Role::supervisor), entry));
    if (on_commit_) on_commit_();
    return Response{.body = wire::to_text(wire::file_answer_to_json(file))};
}

base::Result<Response> Api::record_looks(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(const auto looks, wire::looks_from_json(json));
    YC_CHECK(take_looks(session, looks));
    return Response{.status = 204};
}

base::Result<void> Api::take_looks(const store::SessionRecord& session,
                                   const std::vector<wire::LocalLook>& looks) {
    for (const auto& look : looks) {
        YC_TRY(const bool here, store_.was_on_device(look.user, session.device));
        const std::string purpose = is_purpose(look.purpose) ? look.purpose : "unstated";
        const auto recorded =
            store_.look_up(look.key, {.at = look.at,
                                      .user = here ? look.user : session.user.id,
                                      .action = "dossier.look_offline",
                                      .purpose = purpose,
                                      .case_id = look.case_id.empty() ? look.ticket : look.case_id});
        if (!recorded) return recorded.error();
    }
    return {};
}

}  // namespace yc::hub::api
