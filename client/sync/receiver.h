#pragma once
#include <chrono>
#include <mutex>
#include <optional>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "core/base/result.h"

namespace yc::client::sync {

/// Brings what others did into the store: pages of the change feed, each with its checkpoint, and the
/// catalogue when a newer one is published and this program can read it. Safe from several threads: a page
/// fetched from a checkpoint that has moved meanwhile is dropped.
class Receiver {
  public:
    Receiver(store::LocalStore& store, net::HubClient& hub) : store_(store), hub_(hub) {}

    struct Outcome {
        bool cases = false;                     ///< something of a case or dossier changed
        bool catalogue = false;                 ///< a newer catalogue is here
        bool more = false;                      ///< ask again at once
        std::optional<base::Error> failed;      ///< why the newest catalogue could not be had just now
        std::optional<base::Error> unreadable;  ///< why the newest one is not taken; the old one stays
    };
    /// One question, answered at once if there is something, else after `wait`. Errors: the hub's and the
    /// store's.
    base::Result<Outcome> fetch(std::chrono::seconds wait, const net::Cancelled& cancelled);

  private:
    base::Result<bool> fetch_catalogue(int64_t published);

    /// A version that this program cannot read: not fetched again.
    struct Unreadable {
        int64_t version = 0;
        base::Error why;
    };

    store::LocalStore& store_;
    net::HubClient& hub_;
    std::mutex applying_;  ///< guards what follows, too
    std::optional<Unreadable> unreadable_;
};

}  // namespace yc::client::sync
