// client::net::Http without sockets: linked in place of client/net/http.cpp, it hands every request to the
// simulated network.
#include "tests/sim/http_sim.h"

namespace yc::sim {
namespace {

Carrier& carrier() {
    static Carrier current;
    return current;
}

}  // namespace

void carry_requests(Carrier next) {
    carrier() = std::move(next);
}

}  // namespace yc::sim

namespace yc::client::net {

struct Http::Impl {
    int port = 0;
};

Http::Http(HttpOptions options) : impl_(std::make_unique<Impl>()) {
    impl_->port = std::stoi(options.url.substr(options.url.rfind(':') + 1));
}

Http::~Http() = default;

base::Result<HttpResponse> Http::send(const HttpRequest& request) {
    return sim::carrier()(impl_->port, request);
}

base::Result<std::string> check_hub_url(const std::string& url) {
    return url;
}

}  // namespace yc::client::net
