#include "client/desk/outbox.h"

#include <algorithm>

#include "client/carry/parcel.h"
#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/net/hub_client.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"
#include "localization/localization.h"

namespace yc::client::desk {

namespace {

OutboxState state_of(const store::OutboxEntry& entry) {
    switch (entry.state) {
        case store::SendState::pending:
        case store::SendState::sent:
            return entry.held_back ? OutboxState::held_back : OutboxState::waiting;
        case store::SendState::refused:
            return OutboxState::refused;
        case store::SendState::accepted:
            return OutboxState::sent;
        case store::SendState::given_up:
            return OutboxState::given_up;
    }
    return OutboxState::waiting;
}

Text state_text(const store::OutboxEntry& entry, OutboxState state) {
    switch (state) {
        case OutboxState::waiting:
            return {"desk.outbox.waiting", {}};
        case OutboxState::held_back:
            return {"desk.outbox.held_back", {}};
        case OutboxState::refused:
            return {"desk.outbox.refused", {}};
        case OutboxState::given_up:
            return {"desk.outbox.given_up", {}};
        case OutboxState::sent:
            break;
    }
    return {"desk.outbox.sent", {{"seq", std::to_string(entry.event.seq.value_or(0))}}};
}

}  // namespace

OutboxRow outbox_row(const store::OutboxEntry& entry) {
    OutboxRow row;
    row.event_id = entry.event.id;
    row.case_id = entry.event.case_id;
    row.case_no = entry.case_no;
    row.applicant_name = entry.applicant_name;
    row.kind = entry.event.kind;
    row.what = event_words(entry.event.kind);
    row.at = entry.event.at;
    row.state = state_of(entry);
    row.text = state_text(entry, row.state);
    if (entry.error) row.reason = text_of(*entry.error);
    if (row.state == OutboxState::refused) row.advice = {"desk.outbox.advice", {}};
    return row;
}

base::Result<std::vector<OutboxRow>> Outbox::rows(size_t sent_limit) const {
    YC_TRY(const std::vector<store::OutboxEntry> entries, desk_.store.outbox(sent_limit));
    std::vector<OutboxRow> rows;
    for (const store::OutboxEntry& entry : entries) rows.push_back(outbox_row(entry));
    return rows;
}

base::Result<int> Outbox::pages_waiting() const {
    YC_TRY(const store::OutboxCounts counts, desk_.store.outbox_counts());
    return counts.pages;
}

void Outbox::retry() {
    desk_.sync.kick();
}

base::Result<void> Outbox::send_again(const std::string& event_id) {
    YC_CHECK(desk_.store.retry_refused(event_id));
    desk_.sync.kick();
    desk_.changes.tell(Change::outbox);
    return {};
}

base::Result<void> Outbox::give_up(const std::string& event_id) {
    YC_CHECK(desk_.store.give_up_refused(event_id));
    desk_.changes.tell(Change::outbox);
    desk_.changes.tell(Change::cases);
    return {};
}

std::string Outbox::parcel_name() const {
    const std::string place = desk_.who.counter ? desk_.who.counter->name : desk_.who.user.id;
    std::string name = localization::tr(
        "desk.outbox.parcel_name", {{"place", place}, {"time", base::to_minute_string(desk_.clock.now())}});
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == ':' || c == '/'; }, '-');
    return name + parcel_extension;
}

void Outbox::pack(const std::filesystem::path& file, Done done) {
    desk_.ask(
        [store = &desk_.store, clock = &desk_.clock, file] { return carry::pack(*store, *clock, file); },
        [done = std::move(done)](const base::Result<carry::Packed>& packed) {
            if (!packed) return done(packed.error());
            done(
                Text{"desk.outbox.packed",
                     {{"events", std::to_string(packed->events)}, {"pages", std::to_string(packed->pages)}}});
        });
}

void Outbox::deliver(const std::filesystem::path& parcel, const std::filesystem::path& receipts, Done done) {
    const auto post = [hub = &desk_.hub,
                       worker = &desk_.worker](const std::string& letter) -> base::Result<std::string> {
        if (worker->stopping()) return base::fail("net.cancelled");
        return hub->deliver_letter(letter);
    };
    desk_.ask([=] { return carry::deliver(parcel, receipts, post); },
              [done = std::move(done), receipts](const base::Result<int>& letters) {
                  if (!letters) return done(letters.error());
                  done(Text{"desk.outbox.delivered",
                            {{"file", receipts.filename().string()}, {"letters", std::to_string(*letters)}}});
              });
}

void Outbox::take_receipts(const std::filesystem::path& receipts, Done done) {
    desk_.ask(
        [store = &desk_.store, receipts] { return carry::take_receipts(*store, receipts); },
        [&changes = desk_.changes, done = std::move(done)](const base::Result<carry::TakenBack>& taken) {
            changes.tell(Change::outbox);
            changes.tell(Change::cases);
            if (!taken) return done(taken.error());
            done(Text{taken->refused > 0 ? "desk.outbox.taken_back_some" : "desk.outbox.taken_back",
                      {{"events", std::to_string(taken->accepted)},
                       {"pages", std::to_string(taken->pages)},
                       {"refused", std::to_string(taken->refused)}}});
        });
}

}  // namespace yc::client::desk
