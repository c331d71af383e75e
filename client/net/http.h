#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace yc::client::net {

struct HttpRequest {
    std::string method = "GET";
    std::string path;                  ///< from the root: "/v1/changes?after=3"
    std::vector<std::string> headers;  ///< "Name: value"
    std::string body;
    std::chrono::milliseconds timeout{15000};
    std::function<bool()> cancelled;  ///< empty = never
};

struct HttpResponse {
    long status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
};

struct HttpOptions {
    std::string url;  ///< scheme, host and port
    std::string ca_file;
    std::chrono::milliseconds connect_timeout{3000};
    size_t largest_body = 64U << 20;  ///< a longer answer is hub.bad_answer
};

/// Requests to one server over libcurl, with kept-alive connections. Safe from any thread; each call blocks.
class Http {
  public:
    explicit Http(HttpOptions options);
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// Any answer is a success here, whatever its status. Errors: hub.unreachable, hub.timeout,
    /// hub.not_secure, hub.bad_answer, net.cancelled.
    base::Result<HttpResponse> send(const HttpRequest& request);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// "https://host:port" or, for loopback only, "http://…". Errors: hub.bad_url, hub.not_secure.
[[nodiscard]] base::Result<std::string> check_hub_url(const std::string& url);

}  // namespace yc::client::net
