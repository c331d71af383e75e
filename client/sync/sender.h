#pragma once
#include <functional>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "core/base/result.h"

namespace yc::client::sync {

/// One round of sending: what the outbox holds, then the pages the hub lacks, then the looks done without it. Called on the engine's sending
/// thread.
class Sender {
  public:
    Sender(store::LocalStore& store, net::HubClient& hub, size_t batch)
        : store_(store), hub_(hub), batch_(batch) {}

    /// Sends until nothing is left that may go now. Returns whether anything moved. Errors: the hub's and the
    /// store's.
    base::Result<bool> round(const net::Cancelled& cancelled);

  private:
    base::Result<bool> send_events();
    base::Result<void> send_looks();
    base::Result<bool> send_page(const net::Cancelled& cancelled);

    store::LocalStore& store_;
    net::HubClient& hub_;
    size_t batch_;
};

}  // namespace yc::client::sync
