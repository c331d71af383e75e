#pragma once
#include <fmt/format.h>

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "client/net/http.h"
#include "tests/sim/client_node.h"
#include "tests/sim/hub_node.h"
#include "tests/sim/place.h"

namespace yc::sim {

/// What people were told, to be held against what is there in the end.
struct Ledger {
    std::map<std::string, size_t> acknowledged;  ///< event id → client whose store said that it is kept
    std::set<std::string> unsure;                ///< events whose writing failed or was cut off
    std::vector<std::string> cases;
    std::map<std::string, std::string> pages;  ///< digest → bytes
    std::set<std::string> once_accepted;       ///< at the hub when it was set back
    /// A snapshot was put back: pages that came after it, of events before it, are missed by nobody.
    bool pages_may_lack = false;
};

/// One run: a hub, its clients, the network between them, and everything that goes wrong, from one seed.
class World {
  public:
    World(const Place& place, uint64_t seed, Tally& tally, bool verbose);
    ~World();

    /// Lets people work and things go wrong for a while.
    void live(int steps);
    /// Makes everything whole and lets everybody sync until nothing moves. False when it does not come to
    /// rest.
    bool heal();
    /// Nothing that counts may be lost by it.
    void cut_power_everywhere();

    /// A request of a client on its way to the hub and back (http_sim.cpp).
    base::Result<client::net::HttpResponse> carry(size_t client, const client::net::HttpRequest& request);

    void fail(const std::string& what);
    [[nodiscard]] const std::vector<std::string>& violations() const { return violations_; }
    template <class... Values>
    void say(fmt::format_string<const Values&...> text, const Values&... values) {
        if (verbose_) note(fmt::format(text, values...));
    }

    Chance chance;
    Tally& tally;
    const domain::Rules& rules;
    HubNode hub;
    std::vector<std::unique_ptr<ClientNode>> clients;
    Ledger ledger;

  private:
    void note(const std::string& line);
    void step();
    void sync_something();
    void break_something();
    void set_back();
    void pass_time();
    void revive_hub();
    void revive(ClientNode& client);
    void revive_some();
    void deliver_late();
    void interleave();
    bool round_of_healing();

    bool verbose_;
    bool healing_ = false;
    int depth_ = 0;
    int64_t steps_ = 0;
    std::deque<client::net::HttpRequest> late_;
    std::vector<std::string> violations_;
};

}  // namespace yc::sim
