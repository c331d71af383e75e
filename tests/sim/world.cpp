#include "tests/sim/world.h"

#include <cstdio>

#include "tests/sim/counter_work.h"
#include "tests/sim/determinism.h"
#include "tests/sim/http_sim.h"

namespace yc::sim {

World::World(const Place& place, uint64_t seed, Tally& batch, bool verbose)
    : chance(seed),
      tally(batch),
      rules(place.rules),
      hub(place.folder / "hub", chance, tally, place.begin, rules),
      verbose_(verbose) {
    seed_all_randomness(seed ^ 0xD15EA5EU);
    hub.disk.load(place.hub);
    if (const auto opened = hub.open(); !opened) fail("the hub does not open: " + opened.error().code);
    for (size_t i = 0; i < place.seats.size(); ++i) {
        if (i == 2 && chance.percent(50)) {  // in every second run there is one hall only
            clients.push_back(nullptr);
            continue;
        }
        clients.push_back(std::make_unique<ClientNode>(place.folder / place.seats[i].name,
                                                       static_cast<int>(i), place.seats[i], chance, tally,
                                                       place.begin, rules));
        clients[i]->device_key = place.device_keys[i];
        clients[i]->disk.load(place.clients[i]);
        if (const auto opened = clients[i]->open(); !opened)
            fail("a client does not open: " + opened.error().code);
    }
    std::erase(clients, nullptr);
    carry_requests([this](int port, const auto& request) {
        for (size_t i = 0; i < clients.size(); ++i)
            if (clients[i]->port() == port) return carry(i, request);
        return base::Result<client::net::HttpResponse>(base::fail("hub.unreachable"));
    });
}

World::~World() {
    for (const auto& client : clients) client->close();
    hub.close();
    carry_requests({});
}

void World::note(const std::string& line) {
    std::printf("  %5lld %*s%s\n", static_cast<long long>(steps_), depth_ * 2, "", line.c_str());
}

void World::fail(const std::string& what) {
    say("VIOLATED: {}", what);
    violations_.push_back(what);
}

void World::live(int steps) {
    for (; steps > 0 && violations_.empty(); --steps) {
        ++steps_;
        revive_some();
        step();
    }
}

void World::step() {
    const int what = chance.below(100);
    if (what < 45)
        work_at(*this, static_cast<size_t>(chance.below(static_cast<int>(clients.size()))));
    else if (what < 80)
        sync_something();
    else if (what < 90)
        pass_time();
    else
        break_something();
}

void World::sync_something() {
    const int what = chance.below(100);
    if (what < 8) return hub.work();
    if (what < 12) return deliver_late();
    ClientNode& client = *chance.one_of(clients);
    const bool out = chance.percent(55);
    const auto done = out ? client.send() : client.receive();
    if (client.up())
        say("{} {}: {}", client.seat.name, out ? "sends" : "asks",
            done ? (*done ? "something moved" : "nothing new") : done.error().code);
}

void World::pass_time() {
    const int what = chance.below(100);
    std::chrono::milliseconds by = std::chrono::minutes(1 + chance.below(90));
    if (what < 15) by = std::chrono::hours(20 + chance.below(60));
    if (what < 3) by = std::chrono::hours(24 * 9);  // beyond the five days in which to answer
    if (what >= 92) {                               // one clock is set wrong, forwards or back
        auto& clock = chance.percent(30) ? hub.clock : chance.one_of(clients)->clock;
        const auto jump = std::chrono::minutes(chance.below(600) - 300);
        clock.advance(jump);
        ++tally.clock_jumps;
        return say("a clock jumps by {} min", jump.count() / 1);
    }
    hub.clock.advance(by);
    for (const auto& client : clients) client->clock.advance(by);
    say("{} min pass", std::chrono::duration_cast<std::chrono::minutes>(by).count());
}

void World::break_something() {
    ClientNode& client = *chance.one_of(clients);
    const bool at_hub = chance.percent(35);
    Disk& disk = at_hub ? hub.disk : client.disk;
    const char* name = at_hub ? "hub" : client.seat.name.c_str();
    const int what = chance.below(100);
    if (what < 40) {
        disk.kill_in(1 + chance.below(40));
        say("{} is to be killed soon", name);
    } else if (what < 50) {
        disk.trouble(chance.percent(50) ? Disk::Trouble::full : Disk::Trouble::failing);
        say("the disk of {} is in trouble", name);
    } else if (what < 62) {
        disk.trouble(Disk::Trouble::none);
    } else if (what < 86) {
        static constexpr Link ways[] = {{100, 0}, {0, 100}, {100, 100}, {30, 30}, {0, 0}, {0, 0}};
        client.link = ways[chance.below(6)];
        say("the link of {} loses {} % of requests, {} % of answers", client.seat.name,
            client.link.loses_requests, client.link.loses_answers);
    } else if (what < 93 || !hub.has_backup()) {
        hub.back_up(chance.percent(30));
        say("backup of the hub{}", hub.is_snapshot() ? ", as a snapshot" : "");
    } else {
        set_back();
    }
}

void World::set_back() {
    for (const std::string& id : ledger.cases) {
        const auto events = hub.up() ? hub.store().events_of(id) : base::fail("hub.unavailable");
        if (!events) continue;
        for (const auto& event : *events) ledger.once_accepted.insert(event.id);
    }
    hub.close();
    hub.disk.restart(false);
    hub.restore();
    ledger.pages_may_lack = ledger.pages_may_lack || hub.is_snapshot();
    ++tally.restores;
    say("the hub is set back to its backup");
    if (const auto opened = hub.open(); !opened)
        fail("the hub does not open from its backup: " + opened.error().code + " " + opened.error().detail);
}

void World::revive_hub() {
    hub.close();
    const bool power_cut = chance.percent(70);
    hub.disk.restart(power_cut);
    if (const auto opened = hub.open(); !opened && !hub.disk.dead())
        fail("the hub does not open after a kill: " + opened.error().code + " " + opened.error().detail);
    say("the hub starts again{}", power_cut ? " after a power cut" : "");
}

void World::revive(ClientNode& client) {
    client.close();
    const bool power_cut = chance.percent(70);
    client.disk.restart(power_cut);
    if (const auto opened = client.open(); !opened && !client.disk.dead())
        fail(client.seat.name + " does not open after a kill: " + opened.error().code + " " +
             opened.error().detail);
    say("{} starts again{}", client.seat.name, power_cut ? " after a power cut" : "");
}

void World::revive_some() {
    if (hub.disk.dead() && chance.percent(40)) revive_hub();
    for (const auto& client : clients)
        if (client->disk.dead() && chance.percent(40)) revive(*client);
}

bool World::round_of_healing() {
    bool moved = false;
    for (const auto& client : clients) {
        for (auto exchange : {&ClientNode::send, &ClientNode::receive}) {
            for (int times = 0; times < 50; ++times) {
                const auto done = ((*client).*exchange)();
                if (!done)
                    say("healing {}: {} {}", client->seat.name, done.error().code, done.error().detail);
                moved = moved || !done || *done;
                if (!done || !*done) break;
            }
        }
    }
    return moved;
}

bool World::heal() {
    healing_ = true;
    ++steps_;
    say("healing");
    late_.clear();
    hub.disk.kill_in(0);
    if (hub.disk.dead() || !hub.up()) revive_hub();
    hub.disk.trouble(Disk::Trouble::none);
    for (const auto& client : clients) {
        client->disk.kill_in(0);
        if (client->disk.dead() || !client->up()) revive(*client);
        client->disk.trouble(Disk::Trouble::none);
        client->link = {};
    }
    constexpr int patience = 12;
    for (int round = 0; round < patience; ++round)
        if (!round_of_healing()) return true;
    return false;
}

void World::cut_power_everywhere() {
    say("the power is cut everywhere");
    hub.close();
    hub.disk.kill();
    hub.disk.restart(true);
    if (const auto opened = hub.open(); !opened)
        fail("the hub does not open at the end: " + opened.error().code);
    for (const auto& client : clients) {
        client->close();
        client->disk.kill();
        client->disk.restart(true);
        if (const auto opened = client->open(); !opened)
            fail(client->seat.name + " does not open at the end: " + opened.error().code);
    }
}

}  // namespace yc::sim
