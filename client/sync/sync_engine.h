#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace yc::client::net {
class HubClient;
}
namespace yc::client::store {
class LocalStore;
}

namespace yc::client::sync {

/// How the exchange with the hub stands.
struct SyncStatus {
    bool online = false;     ///< the last contact was answered
    bool signed_in = false;  ///< the hub knows our session
    int pending_events = 0;
    int pending_pages = 0;
    int refused = 0;                                  ///< refused events waiting for somebody
    std::optional<base::Instant> last_sync;           ///< the last time everything was exchanged
    std::optional<base::Instant> stuck_since;         ///< something is unsent and nothing moved since
    std::optional<base::Error> last_error;            ///< of the last contact; gone after a good one
    std::optional<base::Error> catalogue_unreadable;  ///< the newest catalogue is not taken: why
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

/// What a listener is told; it then reads status() or the store.
enum class SyncChange { status, cases, catalogue };

struct SyncOptions {
    std::chrono::seconds poll_wait{25};          ///< long poll
    std::chrono::milliseconds first_retry{250};  ///< doubles up to
    std::chrono::milliseconds longest_retry{30000};
    size_t batch = 100;  ///< events a push
};

/// Carries the outbox to the hub in the device's order and brings back what others did; two threads of its
/// own, never a window's. Pages go before the events that name them where they can, but never hold back an
/// event. A refused event holds back only its own case. The listener is called on one of the engine's
/// threads.
class SyncEngine {
  public:
    /// All outlive the engine.
    SyncEngine(store::LocalStore& store, net::HubClient& hub, const base::Clock& clock,
               SyncOptions options = {});
    /// Stops.
    ~SyncEngine();
    SyncEngine(const SyncEngine&) = delete;
    SyncEngine& operator=(const SyncEngine&) = delete;

    void on_change(std::function<void(SyncChange)> call);
    void start();
    /// Returns when both threads have ended (a transfer under way is cancelled).
    void stop();
    /// Something new is in the outbox, or the network is back: go on now instead of after the back-off.
    void kick();
    [[nodiscard]] SyncStatus status() const;
    /// Blocks until nothing is unsent (refused ones aside) or `limit` has passed; true when nothing is
    /// unsent.
    bool wait_until_sent(std::chrono::milliseconds limit);
    /// Blocks until the store is as new as the hub's answer to a question asked now, or `limit` has passed.
    bool wait_until_current(std::chrono::milliseconds limit);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::client::sync
