#include "client/store/event_rows.h"

#include "core/wire/event_json.h"

namespace yc::client::store {

namespace {

/// Reads the first column as events; the first that cannot be read is the error.
template <class... Values>
base::Result<std::vector<domain::CaseEvent>> events_of(sqlite::Db& db, std::string_view sql,
                                                       const Values&... values) {
    std::vector<std::string> texts;
    YC_CHECK(db.each(
        sql, [&](const sqlite::Row& row) { texts.push_back(row.text(0)); }, values...));
    std::vector<domain::CaseEvent> events;
    for (const auto& text : texts) {
        YC_TRY(domain::CaseEvent event, wire::event_from_text(text));
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace

base::Result<StoredEvents> load_events(sqlite::Db& db, const std::string& case_id) {
    StoredEvents stored;
    YC_TRY(
        stored.confirmed,
        events_of(db, "SELECT json FROM events WHERE case_id=?1 AND seq IS NOT NULL ORDER BY seq", case_id));
    const bool only_here = stored.confirmed.empty();
    YC_TRY(
        stored.pending,
        events_of(db,
                  "SELECT e.json FROM events e JOIN outbox o ON o.event_id=e.id WHERE e.case_id=?1 AND e.seq "
                  "IS NULL"
                  " AND (o.state IN ('pending','sent') OR (?2 AND o.state='refused')) ORDER BY o.device_seq",
                  case_id, only_here));
    return stored;
}

base::Result<void> insert_event(sqlite::Db& db, const domain::CaseEvent& event) {
    YC_TRY(const auto known, db.integer("SELECT 1 FROM events WHERE id=?1", event.id));
    if (known) return base::fail("event.duplicate_id", "an event with this id is stored already");
    YC_CHECK(db.run("INSERT INTO events(id, case_id, device, device_seq, json) VALUES(?1,?2,?3,?4,?5)",
                    event.id, event.case_id, event.device, event.device_seq, wire::event_to_text(event)));
    return db.run("INSERT INTO outbox(event_id, case_id, device_seq, state) VALUES(?1,?2,?3,'pending')",
                  event.id, event.case_id, event.device_seq);
}

base::Result<void> put_confirmed_event(sqlite::Db& db, const domain::CaseEvent& event) {
    return db.run(
        "INSERT INTO events(id, case_id, device, device_seq, seq, json) VALUES(?1,?2,?3,?4,?5,?6)"
        " ON CONFLICT(id) DO UPDATE SET seq=excluded.seq, json=excluded.json",
        event.id, event.case_id, event.device, event.device_seq, event.seq, wire::event_to_text(event));
}

std::vector<std::string> pages_of(const domain::CaseEvent& event) {
    std::vector<std::string> pages = event.body.pages;
    for (const auto& material : event.body.materials)
        pages.insert(pages.end(), material.pages.begin(), material.pages.end());
    return pages;
}

base::Result<void> put_case_pages(sqlite::Db& db, const domain::CaseEvent& event) {
    for (const auto& page : pages_of(event))
        YC_CHECK(db.run("INSERT INTO case_pages(case_id, sha256) VALUES(?1,?2) ON CONFLICT DO NOTHING",
                        event.case_id, page));
    return {};
}

}  // namespace yc::client::store
