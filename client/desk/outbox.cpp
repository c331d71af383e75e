#include "client/desk/outbox.h"

#include "client/desk/case_rows.h"
#include "client/desk/desk.h"
#include "client/store/local_store.h"
#include "client/sync/sync_engine.h"

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

}  // namespace yc::client::desk
