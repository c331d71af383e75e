#pragma once
#include "client/net/http.h"

namespace yc::sim {

/// Where client/net's requests go: set by whoever owns the network. The number is the port of the URL.
using Carrier =
    std::function<base::Result<client::net::HttpResponse>(int port, const client::net::HttpRequest&)>;
void carry_requests(Carrier carrier);

}  // namespace yc::sim
