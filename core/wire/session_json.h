#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/directory.h"
#include "core/wire/policy_json.h"

namespace yc::wire {

/// The protocol both ends speak: the number in the header `Yichuang-Protocol`.
inline constexpr int kProtocol = 1;

/// Who signs in, where (POST /v1/session).
struct SessionRequest {
    std::string user;
    std::string password;
    std::string device;   ///< the client's own UUID, made once
    std::string counter;  ///< Counter::id; empty for those who do not sit at a counter
    int protocol = kProtocol;
};
[[nodiscard]] nlohmann::json to_json(const SessionRequest& request);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<SessionRequest> session_request_from_json(const nlohmann::json& json);

/// What the hub answers: who one is, what the district looks like, how long it holds. The client keeps it
/// (without the token) for signing in without the hub.
struct Session {
    std::string token;  ///< opaque; in `Authorization: Bearer`
    domain::User user;
    std::string counter;
    std::string district;  ///< name of the district, for the title
    bool sample = false;   ///< a demonstration district: marked on every screen
    domain::Directory directory;
    NumberedPolicy policy;  ///< the rules of this place, by which the hub judges and the client must too
    std::string epoch;
    base::Instant server_time{};
    base::Instant expires_at{};
    std::optional<base::Instant> authority_until;  ///< until when a clerk may accept for the departments
    /// The hub's key to the stores of this device, 64 hex digits: with it a colleague opens the store of a
    /// computer at which they never signed in. It opens nothing without the slot file of that computer, and
    /// is not kept there.
    std::string device_key;
    friend bool operator==(const Session&, const Session&) = default;
};
[[nodiscard]] nlohmann::json to_json(const Session& session);
/// Errors: wire.invalid {field}.
[[nodiscard]] base::Result<Session> session_from_json(const nlohmann::json& json);
[[nodiscard]] std::string session_to_text(const Session& session);
/// Errors: wire.not_json, wire.invalid {field}.
[[nodiscard]] base::Result<Session> session_from_text(std::string_view text);

}  // namespace yc::wire
