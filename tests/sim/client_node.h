#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "client/sync/receiver.h"
#include "client/sync/sender.h"
#include "core/base/clock.h"
#include "core/domain/apply.h"
#include "tests/sim/disk.h"

namespace yc::sim {

/// A computer at a counter or in a department: who works there.
struct Seat {
    std::string name;
    std::string counter;  ///< Counter::id; empty in a department
    int counter_number = 0;
    std::vector<domain::Actor> people;  ///< whoever acts there; the first one signs in
};

/// How the way between a client and the hub stands.
struct Link {
    int loses_requests = 0;  ///< of a hundred
    int loses_answers = 0;
};

/// A client's computer: the real store, hub client, sender and receiver on a simulated disk. What
/// SyncEngine's two threads do in turn, the schedule does here.
class ClientNode {
  public:
    ClientNode(std::filesystem::path folder, int port, Seat seat, Chance& chance, Tally& tally,
               base::Instant now, const domain::Rules& rules);

    /// Makes the store and signs everybody in once. For the image that all runs start from.
    base::Result<void> set_up();
    /// Opens what lies on the disk and forgets who was signed in, as a start of the program does.
    base::Result<void> open();
    void close();
    [[nodiscard]] bool up() const { return store_ && !disk.dead(); }
    /// Somebody's call is on the stack: the objects must stay, whatever becomes of the node.
    [[nodiscard]] bool busy() const { return sending_ || receiving_ || writing > 0; }

    /// One round of sending, one question to the feed. Errors as there; nothing when it is being done
    /// already.
    base::Result<bool> send();
    base::Result<bool> receive();
    /// Until when somebody was last allowed to accept and decide without the hub.
    std::optional<base::Instant> authority(const std::string& user);
    [[nodiscard]] bool signed_in() const { return hub_ && hub_->has_token(); }
    /// The last contact was answered.
    [[nodiscard]] bool online() const { return online_; }
    [[nodiscard]] int port() const { return port_; }

    [[nodiscard]] client::store::LocalStore& store() { return *store_; }
    [[nodiscard]] client::net::HubClient& hub() { return *hub_; }

    Disk disk;
    base::ManualClock clock;
    Seat seat;
    Link link;
    int writing = 0;
    std::string device_key;  ///< of the hub, for its slot

  private:
    [[nodiscard]] client::store::StoreOptions options() const;
    base::Result<void> connect();
    base::Result<void> sign_in(const domain::Actor& person);
    template <class Work>
    base::Result<bool> exchange(bool& doing, Work work);

    int port_;
    const domain::Rules& rules_;
    std::unique_ptr<client::store::LocalStore> store_;
    std::unique_ptr<client::net::HubClient> hub_;
    std::optional<client::sync::Sender> sender_;
    std::optional<client::sync::Receiver> receiver_;
    bool sending_ = false;
    bool receiving_ = false;
    bool online_ = false;
};

}  // namespace yc::sim
