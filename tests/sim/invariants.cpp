#include "tests/sim/invariants.h"

#include <algorithm>

#include "core/wire/event_json.h"
#include "hub/store/case_ledger.h"

namespace yc::sim {

using namespace domain;
using client::store::SendState;

namespace {

/// What the hub holds in the end.
struct Record {
    std::map<std::string, std::vector<CaseEvent>> of_case;
    std::map<std::string, const CaseEvent*> by_id;
};

bool is_of_hub(const CaseEvent& event) {
    return event.device == "hub";
}

std::string short_name(const std::string& id) {
    return id.size() > 24 ? id.substr(24) : id;
}

Record read_record(World& world) {
    Record record;
    for (const std::string& id : world.ledger.cases) {
        const auto events = world.hub.store().events_of(id);
        if (!events) {
            world.fail("the hub cannot read a case: " + events.error().code);
            continue;
        }
        const auto& kept = record.of_case[id] = *events;
        for (const CaseEvent& event : kept) {
            if (!record.by_id.emplace(event.id, &event).second)
                world.fail("the hub holds an event twice: " + event.id);
            ++(is_of_hub(event) ? world.tally.concluded : world.tally.accepted);
            const bool known =
                world.ledger.acknowledged.contains(event.id) || world.ledger.unsure.contains(event.id);
            if (!is_of_hub(event) && !known) world.fail("an event that nobody wrote: " + event.id);
        }
    }
    return record;
}

void check_order(World& world, const Record& record) {
    for (const auto& [id, events] : record.of_case) {
        std::map<std::string, int64_t> last;
        for (const CaseEvent& event : events) {
            if (is_of_hub(event)) continue;
            if (event.device_seq <= last[event.device])
                world.fail("a device's order is broken in case " + short_name(id));
            last[event.device] = event.device_seq;
        }
    }
}

void check_pages(World& world, const Record& record) {
    for (const auto& [id, event] : record.by_id)
        for (const std::string& page : hub::store::pages_of(*event)) {
            const auto size = world.hub.store().page_size(page);
            if (world.ledger.pages_may_lack && size && !*size) continue;
            if (!size || !*size) {
                world.fail("a page is missing at the hub, of event " + short_name(id));
                continue;
            }
            std::string bytes;
            while (static_cast<int64_t>(bytes.size()) < **size) {
                const auto more = world.hub.store().read_page(page, static_cast<int64_t>(bytes.size()));
                if (!more) break;
                bytes += *more;
            }
            if (bytes != world.ledger.pages[page]) world.fail("a page at the hub has other bytes");
            ++world.tally.pages;
        }
}

/// Every event that a store said it keeps is at the hub, or in the outbox with a reason.
void check_outbox(World& world, size_t index, const Record& record) {
    ClientNode& client = *world.clients[index];
    const auto entries = client.store().outbox(100000);
    if (!entries) return world.fail("an outbox cannot be read: " + entries.error().code);
    std::map<std::string, const client::store::OutboxEntry*> by_id;
    for (const auto& entry : *entries) {
        by_id[entry.event.id] = &entry;
        const std::string name = client.seat.name + " " + std::string(base::to_name(entry.event.kind)) + " " +
                                 short_name(entry.event.id);
        const bool at_hub = record.by_id.contains(entry.event.id);
        const bool said_no = entry.state == SendState::refused || entry.state == SendState::given_up;
        if (entry.state == SendState::accepted && !at_hub)
            world.fail("accepted, but not at the hub: " + name);
        if (entry.state == SendState::accepted && at_hub &&
            wire::claim_text(entry.event) != wire::claim_text(*record.by_id.at(entry.event.id)))
            world.fail("another content at the hub: " + name);
        if (said_no && at_hub) world.fail("shown as refused, but at the hub: " + name);
        if (entry.state == SendState::refused && (!entry.error || entry.error->code.empty()))
            world.fail("refused without a reason: " + name);
        const bool waits = entry.state == SendState::pending || entry.state == SendState::sent;
        if (waits && !entry.held_back) world.fail("still waiting without a reason: " + name);
        if (entry.state == SendState::refused) {
            ++world.tally.refused;
            world.say("refused: {} {}", name, entry.error->code);
        }
        if (said_no && world.ledger.once_accepted.contains(entry.event.id)) ++world.tally.overtaken;
        if (entry.state == SendState::given_up) ++world.tally.given_up;
    }
    for (const auto& [id, owner] : world.ledger.acknowledged)
        if (owner == index && !by_id.contains(id)) world.fail("kept by the store, and gone: " + id);
    const auto uploads = client.store().pages_to_upload(1);
    if (!uploads || !uploads->empty()) world.fail(client.seat.name + " still has pages to upload");
    const auto looks = client.store().unsent_looks();
    if (!looks || !looks->empty()) world.fail(client.seat.name + " still has looks to report");
}

bool in_scope(const Seat& seat, const CaseState& state) {
    if (state.life == LifeCycle::none) return false;
    if (!seat.counter.empty()) return seat.people.front().hall == state.registration.hall;
    return state.life != LifeCycle::draft && state.life != LifeCycle::pre_review;
}

std::string text_of(const std::vector<CaseEvent>& events) {
    std::string text;
    for (const CaseEvent& event : events) text += wire::event_to_text(event) + "\n";
    return text;
}

/// A store that sees a case has the hub's events, and the same state comes out of them.
void check_case(World& world, ClientNode& client, const std::string& id,
                const std::vector<CaseEvent>& at_hub) {
    const auto state = replay(at_hub, world.rules);
    if (!state) return world.fail("the hub's record does not replay: " + state.error().code);
    auto here = client.store().case_events(id);
    if (!here) return world.fail("a case cannot be read: " + here.error().code);
    const auto split = std::stable_partition(here->begin(), here->end(),
                                             [](const CaseEvent& e) { return e.seq.has_value(); });
    const bool unsettled = split != here->end();
    here->erase(split, here->end());
    if (!in_scope(client.seat, *state)) {
        if (!here->empty()) world.fail(client.seat.name + " has a case out of its scope: " + short_name(id));
        return;
    }
    const std::string name = client.seat.name + ", case " + short_name(id);
    if (text_of(*here) != text_of(at_hub)) {
        world.fail("a store differs from the hub: " + name);
        for (const auto& event : at_hub)
            world.say("hub   {} {} {}", *event.seq, base::to_name(event.kind), event.id.substr(24));
        for (const auto& event : *here)
            world.say("here  {} {} {}", *event.seq, base::to_name(event.kind), event.id.substr(24));
        return;
    }
    const auto shown = client.store().case_state(id);
    if (!unsettled && (!shown || *shown != *state)) world.fail("a store shows another state: " + name);
    const auto row = client.store().case_row(id);
    if (!row || !*row) return world.fail("a case is not in the list: " + name);
    if (!unsettled && ((*row)->life != state->life || (*row)->last_seq != state->last_seq))
        world.fail("the list shows another state: " + name);
}

}  // namespace

void check_invariants(World& world) {
    const Record record = read_record(world);
    check_order(world, record);
    check_pages(world, record);
    if (const auto sound = world.hub.store().check_chain(); !sound)
        world.fail("the hub's chain: " + sound.error().code);
    for (size_t i = 0; i < world.clients.size(); ++i) {
        check_outbox(world, i, record);
        for (const auto& [id, events] : record.of_case) check_case(world, *world.clients[i], id, events);
    }
}

}  // namespace yc::sim
