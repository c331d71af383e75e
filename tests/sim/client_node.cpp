#include "tests/sim/client_node.h"

#include <fmt/format.h>

namespace yc::sim {

ClientNode::ClientNode(std::filesystem::path folder, int port, Seat who, Chance& chance, Tally& tally,
                       base::Instant now, const domain::Rules& rules)
    : disk(std::move(folder), chance, tally), clock(now), seat(std::move(who)), port_(port), rules_(rules) {}

client::store::StoreOptions ClientNode::options() const {
    return {.folder = disk.folder(), .clock = &clock, .rules = &rules_, .busy_timeout_ms = 0};
}

base::Result<void> ClientNode::connect() {
    YC_TRY(hub_,
           client::net::HubClient::make({.url = fmt::format("http://127.0.0.1:{}", port_), .ca_file = {}}));
    constexpr size_t batch = 20;
    sender_.emplace(*store_, *hub_, batch);
    receiver_.emplace(*store_, *hub_);
    return {};
}

base::Result<void> ClientNode::set_up() {
    YC_TRY(store_, client::store::LocalStore::create(options(), seat.people.front().user, "right"));
    YC_CHECK(connect());
    for (auto person = seat.people.rbegin(); person != seat.people.rend(); ++person)
        YC_CHECK(sign_in(*person));
    return {};
}

base::Result<void> ClientNode::open() {
    YC_TRY(store_, client::store::LocalStore::open_by_hub(options(), device_key));
    return connect();
}

void ClientNode::close() {
    sender_.reset();
    receiver_.reset();
    hub_.reset();
    store_.reset();
    online_ = false;
}

base::Result<void> ClientNode::sign_in(const domain::Actor& person) {
    YC_TRY(const auto session,
           hub_->sign_in({person.user, "right", store_->device_id(), seat.counter, wire::kProtocol}));
    YC_CHECK(store_->save_session(session));
    device_key = session.device_key;
    return store_->let_hub_in(session.device_key);
}

std::optional<base::Instant> ClientNode::authority(const std::string& user) {
    const auto session = store_->session(user);
    return session && *session ? (*session)->authority_until : std::nullopt;
}

template <class Work>
base::Result<bool> ClientNode::exchange(bool& doing, Work work) {
    if (doing || !up()) return false;
    doing = true;
    auto done = [&]() -> base::Result<bool> {
        if (!hub_->has_token()) YC_CHECK(sign_in(seat.people.front()));
        return work();
    }();
    doing = false;
    if (!done && done.error().code.starts_with("session.")) hub_->set_token({});
    const bool local = !done && done.error().code.starts_with("store.");
    if (!local) online_ = done.ok();
    return done;
}

base::Result<bool> ClientNode::send() {
    return exchange(sending_, [this] { return sender_->round([this] { return disk.dead(); }); });
}

base::Result<bool> ClientNode::receive() {
    return exchange(receiving_, [this]() -> base::Result<bool> {
        YC_TRY(const auto outcome, receiver_->fetch(std::chrono::seconds{0}, [this] { return disk.dead(); }));
        return outcome.more || outcome.cases;
    });
}

}  // namespace yc::sim
