#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/crypto.h"
#include "core/base/log.h"
#include "core/wire/json_text.h"
#include "core/wire/session_json.h"
#include "hub/api/api.h"
#include "hub/store/seeding.h"

namespace yc::hub::api {
namespace {

constexpr int kFailuresAllowed = 5;
constexpr std::chrono::minutes kLockTime{15};
constexpr std::chrono::hours kSessionLife{12};
constexpr std::chrono::hours kAuthorityLife{72};

/// Checks the password; counts failures and locks. The time taken does not tell whether the user exists.
base::Result<domain::User> authenticate(store::HubStore& store, const wire::SessionRequest& request,
                                        base::Instant now) {
    static const std::string nobodys_hash = base::hash_password("nobody");
    YC_TRY(auto record, store.user(request.user));
    if (record && record->locked_until && *record->locked_until > now) {
        const auto left = std::chrono::ceil<std::chrono::minutes>(*record->locked_until - now);
        return base::fail("session.locked", "too many wrong passwords",
                          {{"minutes", std::to_string(left.count())}});
    }
    const bool right = base::verify_password(record ? record->password_hash : nobodys_hash, request.password);
    if (!record) return base::fail("session.wrong_password", "unknown user or wrong password");
    if (right && record->failures == 0) return record->user;
    record->failures = right ? 0 : record->failures + 1;
    record->locked_until.reset();
    if (record->failures >= kFailuresAllowed) {
        record->locked_until = now + kLockTime;
        record->failures = 0;
    }
    YC_CHECK(store.put_user(*record));
    if (right) return record->user;
    YC_CHECK(store.audit({.at = now, .user = request.user, .action = "session.refused"}));
    return base::fail("session.wrong_password", "unknown user or wrong password");
}

/// 1–64 letters, digits, dots, hyphens or underscores: a UUID, from our own client.
base::Result<void> check_device_name(const std::string& device) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.';
    };
    if (!device.empty() && device.size() <= 64 && std::all_of(device.begin(), device.end(), fits)) return {};
    return base::fail("wire.invalid", "not a name of a device", {{"field", "device"}});
}

/// For the audit: where the session was opened, and whether the key of the computer's store went with it.
std::string said_of(const wire::SessionRequest& request, bool with_key) {
    return fmt::format("counter={} device={}{}", request.counter, request.device, with_key ? " key" : "");
}

/// A counter of the user's own hall, on the one device that gives its case numbers.
base::Result<void> check_counter(store::HubStore& store, const domain::Directory& directory,
                                 const domain::User& user, const wire::SessionRequest& request) {
    if (request.counter.empty()) return {};
    const auto* counter = directory.counter(request.counter);
    if (!counter || counter->hall != user.hall)
        return base::fail("session.counter_not_yours", "not a counter of the user's hall");
    YC_TRY(const auto bound, store.device_of(request.counter));
    if (bound && *bound == request.device) return {};
    YC_TRY(const bool sample, store::is_sample(store));
    if (bound && !sample)
        return base::fail("session.counter_taken", "another device is bound to the counter",
                          {{"counter", counter->name}});
    return store.bind_device(request.counter, request.device);
}

}  // namespace

base::Result<Response> Api::open_session(const Request& request) {
    YC_TRY(const auto json, wire::parse_text(request.body));
    YC_TRY(const auto wanted, wire::session_request_from_json(json));
    if (wanted.protocol != wire::kProtocol)
        return base::fail(
            "protocol.mismatch", "another protocol",
            {{"hub", std::to_string(wire::kProtocol)}, {"client", std::to_string(wanted.protocol)}});
    const base::Instant now = clock_.now();
    wire::Session session;
    YC_TRY(session.user, authenticate(store_, wanted, now));
    YC_CHECK(check_device_name(wanted.device));
    YC_TRY(const auto device_key, store_.device_key(wanted.device, session.user));
    YC_TRY(session.directory, store_.directory());
    YC_CHECK(check_counter(store_, session.directory, session.user, wanted));
    YC_TRY(const auto district, store_.meta("district"));
    YC_TRY(session.sample, store::is_sample(store_));
    YC_TRY(session.epoch, store_.epoch());
    session.policy = policy_;
    session.token = store::new_token();
    session.counter = wanted.counter;
    session.device_key = device_key.value_or("");
    session.district = district.value_or("");
    session.server_time = now;
    session.expires_at = now + kSessionLife;
    if (session.user.has(domain::Role::clerk)) session.authority_until = now + kAuthorityLife;
    YC_CHECK(store_.open_session({store::token_digest(session.token), session.user, wanted.device,
                                  wanted.counter, session.expires_at, session.authority_until}));
    YC_CHECK(store_.audit({.at = now,
                           .user = session.user.id,
                           .action = "session.open",
                           .purpose = said_of(wanted, device_key.has_value())}));
    return Response{.status = 201, .body = wire::session_to_text(session)};
}

base::Result<Response> Api::close_session(const store::SessionRecord& session) {
    YC_CHECK(store_.close_session(session.token_digest));
    return Response{.status = 204};
}

}  // namespace yc::hub::api
