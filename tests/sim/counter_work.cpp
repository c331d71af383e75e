#include "tests/sim/counter_work.h"

#include <algorithm>

#include "core/base/crypto.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"
#include "core/domain/transition_table.h"
#include "tests/core/domain/case_scenario.h"

namespace yc::sim {

using namespace domain;
using enum EventKind;

namespace {

/// Two applicants only, so that two clerks work on the same dossier.
Party applicant_of(int which) {
    Party party;
    party.name = which == 0 ? "龙虚构" : "韦虚构";
    party.key.number = which == 0 ? "11010519491231002X" : "450103199003076619";
    return party;
}

ItemTerms item_of(Chance& chance) {
    if (chance.percent(30)) return tests::immediate_item();
    ItemTerms item = tests::promised_item();
    item.code = "450103-002";
    item.counter_accepts = chance.percent(80);
    return item;
}

/// At a client: who acts, on what.
struct Desk {
    World& world;
    size_t index;
    ClientNode& client = *world.clients[index];

    Actor somebody() {
        Actor actor = world.chance.one_of(client.seat.people);
        actor.counter = client.seat.counter;
        actor.authority_until = client.authority(client.seat.people.front().user);
        if (!actor.has(Role::clerk)) actor.authority_until.reset();
        return actor;
    }

    /// Scans a page; empty when it could not be kept.
    std::string scan() {
        const bool large = world.chance.percent(2);
        const size_t size = large ? 300'000 : 64 + static_cast<size_t>(world.chance.below(3000));
        const std::string bytes = world.chance.bytes(size);
        const auto kept = client.store().save_page(bytes);
        if (!kept || client.disk.dead()) return {};
        world.ledger.pages[*kept] = bytes;
        return *kept;
    }

    CaseEvent event(const std::string& case_id, EventKind kind, const Actor& actor, EventBody body) {
        CaseEvent event;
        event.at = client.clock.now();
        event.id = base::new_uuid(event.at);
        event.case_id = case_id;
        event.kind = kind;
        event.actor = actor;
        event.offline = !client.online();
        event.body = std::move(body);
        return event;
    }

    /// Writes them into the store; notes what the store said.
    bool write(std::vector<CaseEvent> events) {
        const auto kept = client.store().append_events(events);
        const bool sure = kept.ok() && !client.disk.dead();
        const bool refused = !kept && kept.error().code.starts_with("case.");
        for (const CaseEvent& each : events) {
            world.say("{} {} {} of {} {}", client.seat.name, base::to_name(each.kind), each.id.substr(24),
                      each.case_id.substr(24),
                      sure   ? "kept"
                      : kept ? "cut off by a kill"
                             : kept.error().code);
            if (refused) continue;
            if (sure)
                world.ledger.acknowledged[each.id] = index;
            else
                world.ledger.unsure.insert(each.id);
            ++(sure ? world.tally.acts : world.tally.acts_unsure);
        }
        return sure;
    }
};

std::vector<SubmittedMaterial> materials(Desk& desk) {
    std::vector<SubmittedMaterial> out;
    const auto add = [&](const char* code, Necessity need, int missing_percent) {
        SubmittedMaterial material;
        material.code = material.name = code;
        material.necessity = need;
        const bool missing = desk.world.chance.percent(missing_percent);
        material.state = missing ? MaterialState::missing : MaterialState::provided;
        if (!missing && desk.world.chance.percent(60))
            if (const std::string page = desk.scan(); !page.empty()) material.pages.push_back(page);
        out.push_back(std::move(material));
    };
    add("id", Necessity::required, 15);
    add("lease", Necessity::deferrable, 25);
    return out;
}

/// Takes in a case: registered, and most often received (or decided on the spot) with it.
void take_in(Desk& desk) {
    World& world = desk.world;
    const Actor actor = desk.somebody();
    if (!actor.has(Role::clerk)) return;
    const auto today = desk.client.clock.today();
    const auto serial =
        desk.client.store().reserve_case_serial("450103", today, desk.client.seat.counter_number);
    if (!serial) return;
    Registration registration;
    registration.case_no = to_string(CaseNumber{"450103", today, desk.client.seat.counter_number, *serial});
    registration.item = item_of(world.chance);
    registration.applicant = applicant_of(world.chance.below(2));
    registration.division = "450103";
    registration.hall = actor.hall;
    registration.counter = actor.counter;
    registration.department = "market";
    registration.department_name = "市场监管局";
    const std::string id = base::new_uuid(desk.client.clock.now());
    EventBody body;
    body.registration = registration;
    body.materials = materials(desk);
    std::vector<CaseEvent> events{desk.event(id, register_case, actor, body)};
    if (world.chance.percent(80))
        events.push_back(
            desk.event(id, receive, actor, tests::fitting_body(receive, {}, desk.client.clock.now())));
    if (desk.client.disk.dead()) return;
    world.ledger.cases.push_back(id);
    desk.write(std::move(events));
}

bool ends(EventKind kind) {
    return kind == withdraw || kind == decline || kind == not_required;
}

/// What the event says, as somebody careful would fill it in, with papers scanned for it.
EventBody body_for(Desk& desk, EventKind kind, const CaseState& state) {
    EventBody body = tests::fitting_body(kind, state, desk.client.clock.now());
    const bool papers = kind == correct_on_spot || kind == supplement_done || kind == in_review_supplied;
    if (papers) {
        body.materials = state.materials;
        for (SubmittedMaterial& material : body.materials) {
            if (material.state != MaterialState::missing) continue;
            material.state = MaterialState::provided;
            if (const std::string page = desk.scan(); !page.empty()) material.pages.push_back(page);
        }
    }
    const bool result = kind == issue_out || kind == decide_on_spot || kind == withdraw;
    if (result && desk.world.chance.percent(50))
        if (const std::string page = desk.scan(); !page.empty()) body.pages.push_back(page);
    return body;
}

void go_on(Desk& desk) {
    World& world = desk.world;
    if (world.ledger.cases.empty()) return;
    const std::string id = world.chance.one_of(world.ledger.cases);
    const auto state = desk.client.store().case_state(id);
    if (!state) return;
    const Actor actor = desk.somebody();
    const auto offered =
        allowed_events(*state, actor, !desk.client.online(), desk.client.clock.now(), world.rules);
    if (offered.empty()) return;
    EventKind kind = world.chance.one_of(offered);
    for (int tries = 0; tries < 4 && ends(kind); ++tries) kind = world.chance.one_of(offered);
    const EventBody body = body_for(desk, kind, *state);
    if (desk.client.disk.dead()) return;
    desk.write({desk.event(id, kind, actor, body)});
}

/// A refused event is tried again or given up.
void settle_refused(Desk& desk) {
    const auto entries = desk.client.store().outbox(0);
    if (!entries || entries->empty() || entries->front().state != client::store::SendState::refused) return;
    const std::string id = entries->front().event.id;
    const bool again = desk.world.chance.percent(60);
    const auto done = again ? desk.client.store().retry_refused(id) : desk.client.store().give_up_refused(id);
    desk.world.say("{} {} the refused {} {}", desk.client.seat.name, again ? "retries" : "gives up",
                   id.substr(24), done ? "" : done.error().code);
}

/// Looks into a dossier, at the hub or in what is kept here.
void look(Desk& desk) {
    const Party person = applicant_of(desk.world.chance.below(2));
    const auto now = desk.client.clock.now();
    const std::string ticket = base::new_uuid(now);  // of an intake that has just begun
    const auto found =
        desk.client.hub().lookup_dossier({.key = person.key, .purpose = "intake", .ticket = ticket});
    if (!desk.client.up()) return;
    if (found && *found) {
        static_cast<void>(desk.client.store().save_dossier(**found, now + std::chrono::hours(72)));
        return;
    }
    const auto kept = desk.client.store().dossier(person.key);
    if (found || !kept || !*kept) return;
    static_cast<void>(desk.client.store().record_look({.id = base::new_uuid(now),
                                                       .key = person.key,
                                                       .purpose = "intake",
                                                       .user = desk.client.seat.people.front().user,
                                                       .at = now,
                                                       .ticket = ticket}));
}

}  // namespace

void work_at(World& world, size_t index) {
    Desk desk{world, index};
    if (!desk.client.up()) return;
    ++desk.client.writing;
    const int what = world.chance.below(100);
    constexpr size_t enough = 8;
    if (what < 30 && world.ledger.cases.size() < enough)
        take_in(desk);
    else if (what < 88)
        go_on(desk);
    else if (what < 94)
        settle_refused(desk);
    else
        look(desk);
    --desk.client.writing;
}

}  // namespace yc::sim
