#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "hub/api/api.h"

namespace yc::hub::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    uint16_t port = 0;            ///< 0 = any free one
    std::string tls_certificate;  ///< PEM chain; required for an address that is not loopback
    std::string tls_key;          ///< PEM
    int network_threads = 2;
    int worker_threads =
        16;  ///< enough for writers to meet and share a commit; they mostly wait for the disk
};

/// Serves an Api over HTTP/1.1, by TLS 1.2 or newer where a certificate is given. Waiting connections cost no
/// thread. Handlers run on worker threads of its own.
class Server {
  public:
    /// Binds and starts; what the api commits wakes the long polls. Errors: hub.needs_tls, hub.bad_tls
    /// {detail}, hub.cannot_listen {address}.
    static base::Result<std::unique_ptr<Server>> start(api::Api& api, const ServerOptions& options);
    /// Stops: no new connections, requests under way are given up, waiting ones end.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] uint16_t port() const;
    /// Wakes the long polls; from any thread.
    void wake();

  private:
    struct Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::hub::http
