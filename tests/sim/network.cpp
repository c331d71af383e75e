// The way between clients and the hub: what is lost, late, repeated or cut off, and what others do meanwhile.
#include "tests/sim/counter_work.h"
#include "tests/sim/world.h"

namespace yc::sim {

namespace {

base::Error nobody() {
    return base::fail("hub.unreachable");
}
base::Error silence() {
    return base::fail("hub.timeout");
}

}  // namespace

void World::interleave() {
    constexpr int deepest = 2;
    if (healing_ || depth_ >= deepest) return;
    ++depth_;
    while (chance.percent(15)) {
        ++tally.interleaved;
        step();
    }
    --depth_;
}

void World::deliver_late() {
    if (late_.empty() || !hub.up()) return;
    say("a request arrives once more, late");
    const client::net::HttpRequest request = late_.front();
    late_.pop_front();
    static_cast<void>(hub.answer(request));
}

base::Result<client::net::HttpResponse> World::carry(size_t index, const client::net::HttpRequest& request) {
    ClientNode& client = *clients[index];
    ++tally.requests;
    client.disk.pass();
    if (client.disk.dead() && chance.percent(50)) return nobody();
    interleave();
    if (chance.percent(client.link.loses_requests)) {
        ++tally.lost_requests;
        return silence();
    }
    if (!hub.up()) return nobody();
    std::optional<size_t> cut_at;
    if (!healing_ && request.method == "PATCH" && chance.percent(10)) {
        cut_at = static_cast<size_t>(chance.below(static_cast<int>(request.body.size())));
        ++tally.cut_uploads;
    }
    if (!healing_ && chance.percent(5)) {
        late_.push_back(request);
        ++tally.repeated;
    }
    auto answer = hub.answer(request, cut_at);
    if (!answer || cut_at) return nobody();
    if (answer->status == 409 && answer->body.find("hub.epoch_changed") != std::string::npos)
        ++tally.new_epochs;
    interleave();
    client.disk.pass();
    if (client.disk.dead()) return nobody();
    if (chance.percent(client.link.loses_answers)) {
        ++tally.lost_answers;
        return silence();
    }
    return *std::move(answer);
}

}  // namespace yc::sim
