#include "core/wire/session_json.h"

#include <nlohmann/json.hpp>

#include "core/wire/directory_json.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "core/wire/object_writer.h"

namespace yc::wire {

nlohmann::json to_json(const SessionRequest& request) {
    ObjectWriter out;
    out.text("user", request.user);
    out.text("password", request.password);
    out.text("device", request.device);
    out.text("counter", request.counter);
    out.integer("protocol", request.protocol);
    return out.done();
}

base::Result<SessionRequest> session_request_from_json(const nlohmann::json& json) {
    SessionRequest request;
    ObjectReader in(json);
    in.need_text("user", request.user);
    in.need_text("password", request.password);
    in.need_text("device", request.device);
    in.text("counter", request.counter);
    in.integer("protocol", request.protocol);
    YC_CHECK(in.finish());
    return request;
}

nlohmann::json to_json(const Session& session) {
    ObjectWriter out;
    out.text("token", session.token);
    out.put("user", user_to_json(session.user));
    out.text("counter", session.counter);
    out.text("district", session.district);
    out.flag("sample", session.sample);
    out.put("directory", directory_to_json(session.directory));
    out.put("policy", policy_to_json(session.policy));
    out.text("epoch", session.epoch);
    out.instant("server_time", session.server_time);
    out.instant("expires_at", session.expires_at);
    out.instant("authority_until", session.authority_until);
    out.text("device_key", session.device_key);
    return out.done();
}

base::Result<Session> session_from_json(const nlohmann::json& json) {
    Session session;
    ObjectReader in(json);
    in.text("token", session.token);
    in.text("counter", session.counter);
    in.text("district", session.district);
    in.flag("sample", session.sample);
    in.need_text("epoch", session.epoch);
    in.instant("server_time", session.server_time);
    in.need_instant("expires_at", session.expires_at);
    in.instant("authority_until", session.authority_until);
    in.text("device_key", session.device_key);
    if (!json.is_object() || !json.contains("user")) in.wrong("user");
    if (!json.is_object() || !json.contains("directory")) in.wrong("directory");
    YC_CHECK(in.finish());
    YC_TRY(session.user, user_from_json(json["user"]));
    YC_TRY(session.directory, directory_from_json(json["directory"]));
    if (json.contains("policy")) {
        YC_TRY(session.policy, policy_from_json(json["policy"], UnknownKeys::pass));
    }
    return session;
}

std::string session_to_text(const Session& session) {
    return to_text(to_json(session));
}

base::Result<Session> session_from_text(std::string_view text) {
    YC_TRY(const auto json, parse_text(text));
    return session_from_json(json);
}

}  // namespace yc::wire
