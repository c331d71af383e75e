#include "hub/api/message.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/base/crypto.h"
#include "core/wire/error_json.h"
#include "core/wire/json_text.h"

namespace yc::hub::api {
namespace {

struct CodeStatus {
    std::string_view code;
    int status;
};

/// The HTTP status of each code that is not 400 (docs/protocol.md §10).
constexpr auto kStatuses = std::to_array<CodeStatus>({
    {"session.expired", 401},        {"session.wrong_password", 401},
    {"session.not_permitted", 403},  {"session.counter_not_yours", 403},
    {"session.device_revoked", 403}, {"hub.no_such_resource", 404},
    {"dossier.no_ground", 403},      {"dossier.supervisor_needed", 403},
    {"dossier.no_such_person", 404}, {"dossier.changed", 409},
    {"page.not_available", 404},     {"upload.unknown", 404},
    {"catalogue.none", 404},         {"hub.no_such_method", 405},
    {"hub.epoch_changed", 409},      {"session.counter_taken", 409},
    {"upload.wrong_offset", 409},    {"upload.tus_version", 412},
    {"hub.body_too_large", 413},     {"page.too_large", 413},
    {"page.bad_range", 416},         {"protocol.mismatch", 426},
    {"session.locked", 429},         {"hub.headers_too_large", 431},
    {"page.digest_mismatch", 460},   {"hub.failed", 500},
    {"hub.unavailable", 503},        {"hub.full", 507},
    {"crypto.not_authentic", 500},   {"letter.unknown_sender", 403},
    {"letter.not_authentic", 403},
});

/// "%E9%9D%92" and "+" as the bytes they stand for; malformed escapes stay as they are.
std::string url_decoded(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            if (const auto byte = base::from_hex(text.substr(i + 1, 2))) {
                out += *byte;
                i += 2;
                continue;
            }
        }
        out += text[i] == '+' ? ' ' : text[i];
    }
    return out;
}

}  // namespace

std::string Request::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::string Request::parameter(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

void read_target(std::string_view target, Request& request) {
    const size_t mark = target.find('?');
    request.path = url_decoded(target.substr(0, mark));
    while (mark != std::string_view::npos) {
        target.remove_prefix(std::min(target.find_first_of("?&") + 1, target.size()));
        const std::string_view pair = target.substr(0, target.find('&'));
        const size_t equals = pair.find('=');
        if (equals != std::string_view::npos)
            request.query[url_decoded(pair.substr(0, equals))] = url_decoded(pair.substr(equals + 1));
        if (target.find('&') == std::string_view::npos) return;
    }
}

int status_of(const std::string& code) {
    for (const auto& entry : kStatuses)
        if (entry.code == code) return entry.status;
    return 400;
}

Response refusal(int status, const base::Error& error) {
    Response response;
    response.status = status;
    response.body = wire::to_text(wire::error_body(error));
    return response;
}

Response refusal(const base::Error& error) {
    return refusal(status_of(error.code), error);
}

}  // namespace yc::hub::api
