#include "hub/api/api.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/log.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "core/wire/session_json.h"
#include "hub/store/publishing.h"

namespace yc::hub::api {
namespace {

base::Result<void> check_protocol(const Request& request) {
    const std::string header = request.header("yichuang-protocol");
    if (header.empty() || header == std::to_string(wire::kProtocol)) return {};
    return base::fail("protocol.mismatch", "another protocol",
                      {{"hub", std::to_string(wire::kProtocol)}, {"client", header}});
}

std::string token_of(const Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string header = request.header("authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string();
}

bool has_any(const domain::User& user, std::initializer_list<domain::Role> roles) {
    return std::any_of(roles.begin(), roles.end(), [&](domain::Role role) { return user.has(role); });
}

}  // namespace

std::vector<store::Scope> scopes_of(const domain::User& user) {
    using enum domain::Role;
    std::vector<store::Scope> scopes;
    if (!user.hall.empty() && has_any(user, {clerk, supervisor, archivist, administrator}))
        scopes.push_back({store::Scope::Kind::hall, user.hall});
    if (!user.department.empty() &&
        has_any(user, {handler, reviewer, approver, head_of_organ, chief_representative}))
        scopes.push_back({store::Scope::Kind::department, user.department});
    return scopes;
}

Api::Api(store::HubStore& store, const base::Clock& clock, const domain::Rules& rules, int policy_version)
    : store_(store),
      clock_(clock),
      policy_{policy_version, rules.policy},
      fields_of_([this](const std::string& code, int version) {
          const std::lock_guard lock(catalogue_mutex_);
          return store::settling_fields(catalogue_.get(), code, version);
      }),
      intake_(store, clock, rules, fields_of_) {}

base::Result<Api::Admitted> Api::admit(const Request& request) {
    Admitted admitted;
    YC_TRY(admitted.rule, find_endpoint(request.method, request.path));
    if (request.path.starts_with("/v1/")) YC_CHECK(check_protocol(request));
    const bool local_metrics = admitted.rule->endpoint == Endpoint::metrics && request.loopback;
    if (admitted.rule->access == Access::open || local_metrics) return admitted;
    const std::string token = token_of(request);
    YC_TRY(const auto session, store_.session(store::token_digest(token)));
    if (token.empty() || !session || session->expires_at < clock_.now())
        return base::fail("session.expired", "no such session");
    if (!admitted.rule->permits(session->user.roles))
        return base::fail("session.not_permitted", "not for these roles");
    admitted.session = *session;
    return admitted;
}

Response Api::handle(const Request& request) {
    const auto begun = std::chrono::steady_clock::now();
    auto admitted = admit(request);
    auto answered = admitted ? answer(request, *admitted) : base::Result<Response>(admitted.error());
    Response response = answered ? *std::move(answered) : refusal(answered.error());
    response.headers.emplace_back("Yichuang-Protocol", std::to_string(wire::kProtocol));
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    if (response.status >= 500)
        base::log(
            base::LogLevel::error,
            fmt::format("failed method={} status={} code={} detail={}", request.method, response.status,
                        answered ? "" : answered.error().code, answered ? "" : answered.error().detail));
    if (!admitted)
        metrics_.turned_away(response.status);
    else if (!response.wait)
        note(*admitted, response.status, took);
    return response;
}

void Api::note(const Admitted& admitted, int status, std::chrono::microseconds took) {
    const Endpoint endpoint = admitted.rule->endpoint;
    metrics_.answered(endpoint, status, took);
    const bool routine =
        endpoint == Endpoint::changes || endpoint == Endpoint::health || endpoint == Endpoint::metrics;
    base::log(routine ? base::LogLevel::debug : base::LogLevel::info,
              fmt::format("request endpoint={} user={} status={} microseconds={}", base::to_name(endpoint),
                          admitted.session.user.id, status, took.count()));
}

base::Result<Response> Api::answer(const Request& request, const Admitted& admitted) {
    const auto& session = admitted.session;
    switch (admitted.rule->endpoint) {
        case Endpoint::open_session:
            return open_session(request);
        case Endpoint::close_session:
            return close_session(session);
        case Endpoint::push_events:
            return push_events(request, session);
        case Endpoint::changes:
            return changes(request, session);
        case Endpoint::lookup_dossier:
            return lookup_dossier(request, session);
        case Endpoint::dossier_file:
            return dossier_file(request, session);
        case Endpoint::dossier_act:
            return dossier_act(request, session);
        case Endpoint::record_looks:
            return record_looks(request, session);
        case Endpoint::letters:
            return receive_letter(request);
        case Endpoint::catalogue:
            return catalogue(request);
        case Endpoint::missing_pages:
            return missing_pages(request);
        case Endpoint::page:
            return page(request, session);
        case Endpoint::upload_options: {
            Response options{.status = 204};
            options.headers = {{"Tus-Resumable", "1.0.0"},
                               {"Tus-Version", "1.0.0"},
                               {"Tus-Extension", "creation,creation-with-upload,termination,expiration"},
                               {"Tus-Max-Size", std::to_string(kLargestPage)}};
            return options;
        }
        case Endpoint::upload_create:
            return upload_create(request, session);
        case Endpoint::upload_state:
            return upload_state(request, session);
        case Endpoint::upload_append:
            return upload_append(request);
        case Endpoint::upload_drop:
            return upload_drop(request, session);
        case Endpoint::health:
            return health();
        case Endpoint::metrics:
            return metrics_text();
    }
    return base::fail("hub.no_such_resource");
}

std::shared_ptr<const forms::Catalogue> Api::current_catalogue() {
    const auto version = store_.catalogue_version();
    {
        const std::lock_guard lock(catalogue_mutex_);
        if (!version || (catalogue_ && catalogue_->version() == *version)) return catalogue_;
    }
    const auto fresh = store::published_catalogue(store_);
    if (!fresh)
        base::log(base::LogLevel::error, fmt::format("catalogue unreadable code={}", fresh.error().code));
    const std::lock_guard lock(catalogue_mutex_);
    if (fresh && *fresh) catalogue_ = *fresh;
    return catalogue_;
}

base::Result<Response> Api::push_events(const Request& request, const store::SessionRecord& session) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(const auto events, wire::push_from_json(json));
    YC_TRY(const auto known, wire::push_known_from_json(json));
    YC_TRY(const auto now, store_.standing());
    YC_CHECK(check_history(known, 0, now));
    YC_TRY(const auto results, take_events(session, events));
    return Response{.body = wire::to_text(wire::push_answer_to_json(results))};
}

base::Result<std::vector<wire::PushResult>> Api::take_events(const store::SessionRecord& session,
                                                             const std::vector<domain::CaseEvent>& events) {
    Publication publication{.catalogue = current_catalogue()};
    YC_TRY(publication.directory, store_.directory());
    YC_TRY(auto results, intake_.take(session, publication, events));
    bool committed = false;
    for (const auto& result : results) {
        metrics_.event(result.status);
        committed = committed || result.status == wire::PushStatus::accepted;
    }
    if (committed && on_commit_) on_commit_();
    return results;
}

base::Result<Response> Api::catalogue(const Request& request) {
    YC_TRY(const int64_t version, store_.catalogue_version());
    if (version == 0) return base::fail("catalogue.none", "no catalogue was published");
    const std::string tag = fmt::format("\"{}\"", version);
    Response response;
    response.headers.emplace_back("ETag", tag);
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        return response;
    }
    YC_TRY(auto bundle, store_.catalogue());
    response.body = std::move(bundle).value_or("");
    return response;
}

base::Result<Response> Api::health() {
    if (!store_.last_seq()) return base::fail("hub.unavailable", "the store does not answer");
    return Response{.body = wire::to_text({{"status", "ok"}, {"protocol", wire::kProtocol}})};
}

base::Result<Response> Api::metrics_text() {
    YC_TRY(const auto figures, store_.figures(clock_.now()));
    return Response{.content_type = "text/plain; version=0.0.4", .body = metrics_.text(figures)};
}

}  // namespace yc::hub::api
