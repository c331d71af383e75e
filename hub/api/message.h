#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace yc::hub::api {

/// A request as the handlers see it; no socket behind it.
struct Request {
    std::string method;
    std::string path;                            ///< "/v1/changes"
    std::map<std::string, std::string> query;    ///< decoded
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    bool loopback = false;  ///< came from this machine

    [[nodiscard]] std::string header(const std::string& name) const;
    [[nodiscard]] std::string parameter(const std::string& name) const;
};

/// Splits "/path?a=1&b=2" into path and decoded query.
void read_target(std::string_view target, Request& request);

/// A part of a page to be sent after the headers, read chunk by chunk.
struct PagePart {
    std::string sha256;
    int64_t offset = 0;
    int64_t length = 0;
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string content_type = "application/json";
    std::string body;
    std::optional<PagePart> page;  ///< instead of body
    bool wait = false;  ///< a long poll with nothing new yet: ask again when something was committed
};

/// The answer that says no, with the HTTP status that docs/protocol.md gives the code.
[[nodiscard]] Response refusal(const base::Error& error);
/// The same with a status of the caller's.
[[nodiscard]] Response refusal(int status, const base::Error& error);
[[nodiscard]] int status_of(const std::string& code);

}  // namespace yc::hub::api
