#include "tests/sim/place.h"

#include <fmt/format.h>

#include "core/base/crypto.h"
#include "core/domain/work_calendar.h"
#include "tests/core/domain/case_scenario.h"
#include "tests/sim/determinism.h"
#include "tests/sim/http_sim.h"
#include "tests/sim/hub_node.h"

namespace yc::sim {

using namespace domain;

namespace {

const Policy& policy() {
    static const Policy usual;
    return usual;
}

Actor clerk_of(const char* user, const char* hall) {
    Actor actor = tests::clerk();
    actor.user = actor.name = user;
    actor.hall = hall;
    return actor;
}

std::vector<Seat> seats() {
    return {{"c1", "qx-1", 1, {clerk_of("clerk1", "qx")}},
            {"c2", "qx-2", 2, {clerk_of("clerk2", "qx")}},
            {"c3", "xz-1", 3, {clerk_of("clerk3", "xz")}},
            {"d1", "", 0, {tests::handler(), tests::reviewer(), tests::approver(), tests::head()}}};
}

Directory directory() {
    Directory out;
    out.departments = {{.id = "market", .name = "市场监管局"}};
    out.halls = {{.id = "qx", .name = "青秀区政务服务中心", .division = "450103"},
                 {.id = "xz", .name = "新竹街道便民服务中心", .division = "450103"}};
    out.counters = {{.id = "qx-1", .hall = "qx", .name = "综合窗口1", .number = 1},
                    {.id = "qx-2", .hall = "qx", .name = "综合窗口2", .number = 2},
                    {.id = "xz-1", .hall = "xz", .name = "民生窗口", .number = 3}};
    return out;
}

base::Result<void> settle(HubNode& hub, const std::vector<Seat>& all) {
    YC_CHECK(hub.store().set_directory(directory()));
    const std::string hash = base::hash_password("right");
    for (const Seat& seat : all)
        for (const Actor& actor : seat.people)
            YC_CHECK(hub.store().put_user(
                {.user = {actor.user, actor.name, actor.roles, actor.hall, actor.department},
                 .password_hash = hash}));
    return {};
}

/// An answer always comes: nothing goes wrong while the place is made.
base::Result<client::net::HttpResponse> straight(HubNode& hub, const client::net::HttpRequest& request) {
    auto answer = hub.answer(request);
    if (!answer) return base::fail("hub.unreachable");
    return *std::move(answer);
}

}  // namespace

base::Result<Place> make_place(const std::filesystem::path& folder) {
    Place place{folder,
                {WorkCalendar::national(), policy()},
                tests::moment("2026-03-02T09:30:00+08:00"),
                seats(),
                {},
                {},
                {}};
    seed_all_randomness(1);
    Chance chance(1);
    Tally tally;
    HubNode hub(folder / "hub", chance, tally, place.begin, place.rules);
    hub.disk.load({});
    YC_CHECK(hub.open());
    YC_CHECK(settle(hub, place.seats));
    carry_requests([&](int, const auto& request) { return straight(hub, request); });
    for (const Seat& seat : place.seats) {
        ClientNode client(folder / seat.name, 1, seat, chance, tally, place.begin, place.rules);
        client.disk.load({});
        YC_CHECK(client.set_up());
        client.close();
        place.device_keys.push_back(client.device_key);
        place.clients.push_back(DiskImage::of(folder / seat.name));
    }
    hub.close();
    place.hub = DiskImage::of(folder / "hub");
    return place;
}

}  // namespace yc::sim
