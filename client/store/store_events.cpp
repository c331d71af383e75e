#include <set>

#include "client/store/case_rows.h"
#include "client/store/event_rows.h"
#include "client/store/store_impl.h"
#include "core/base/id.h"
#include "core/domain/case_number.h"

namespace yc::client::store {

namespace {

base::Result<int64_t> last_device_seq(sqlite::Db& db) {
    YC_TRY(const auto last, db.integer("SELECT max(device_seq) FROM outbox"));
    return last.value_or(0);
}

/// Case numbers seen move their series on, so that a reinstalled computer does not give one twice.
base::Result<void> learn_serial(sqlite::Db& db, const domain::CaseEvent& event) {
    if (!event.body.registration) return {};
    const auto number = domain::parse_case_number(event.body.registration->case_no);
    if (!number) return {};
    return db.run(
        "INSERT INTO series(name, last) VALUES(?1,?2)"
        " ON CONFLICT(name) DO UPDATE SET last=max(last, excluded.last)",
        "case/" + domain::to_string(*number).substr(0, 17), number->serial);
}

constexpr std::string_view kSetMeta =
    "INSERT INTO meta(name, value) VALUES(?1,?2) ON CONFLICT(name) DO UPDATE SET value=excluded.value";

base::Result<Checkpoint> load_checkpoint(sqlite::Db& db) {
    YC_TRY(const auto epoch, db.text("SELECT value FROM meta WHERE name='epoch'"));
    YC_TRY(const auto seq, db.text("SELECT value FROM meta WHERE name='checkpoint'"));
    return Checkpoint{epoch.value_or(""), seq ? std::stoll(*seq) : 0};
}

base::Result<void> save_checkpoint(sqlite::Db& db, const Checkpoint& checkpoint) {
    YC_CHECK(db.run(kSetMeta, "epoch", checkpoint.epoch));
    return db.run(kSetMeta, "checkpoint", std::to_string(checkpoint.seq));
}

/// The hub was set back: what it had from this device it may have lost, so all of it is offered again (it
/// answers `duplicate` for what it still has). Events of others count for nothing until the feed brings them
/// again: the hub may have lost them, too, and then their own devices offer them.
base::Result<void> offer_everything_again(sqlite::Db& db) {
    YC_CHECK(
        db.execute("UPDATE events SET seq=NULL, json=json_remove(json,'$.seq','$.arrived_at')"
                   " WHERE seq IS NOT NULL"));
    YC_CHECK(db.execute("DELETE FROM meta WHERE name IN ('known_seq','known_event','known_at')"));
    YC_CHECK(db.execute("UPDATE outbox SET state='pending' WHERE state='accepted'"));
    return db.execute(
        "UPDATE pages SET state='waiting', location='', sent=0 WHERE state='at_hub' AND sha256 IN"
        " (SELECT cp.sha256 FROM case_pages cp JOIN outbox o ON o.case_id=cp.case_id)");
}

/// Every case in the store, so that its row is made again.
base::Result<void> add_all_cases(sqlite::Db& db, std::set<std::string>& cases) {
    return db.each("SELECT DISTINCT case_id FROM events",
                   [&](const sqlite::Row& row) { cases.insert(row.text(0)); });
}

base::Result<void> take_over(sqlite::Db& db, const domain::CaseEvent& event) {
    YC_CHECK(put_confirmed_event(db, event));
    YC_CHECK(db.run("UPDATE outbox SET state='accepted', error=NULL WHERE event_id=?1", event.id));
    YC_CHECK(put_case_pages(db, event));
    return learn_serial(db, event);
}

}  // namespace

base::Result<wire::Known> load_known(sqlite::Db& db) {
    YC_TRY(const auto epoch, db.text("SELECT value FROM meta WHERE name='epoch'"));
    YC_TRY(const auto seq, db.text("SELECT value FROM meta WHERE name='known_seq'"));
    YC_TRY(const auto event, db.text("SELECT value FROM meta WHERE name='known_event'"));
    YC_TRY(const auto at, db.text("SELECT value FROM meta WHERE name='known_at'"));
    wire::Known known{.epoch = epoch.value_or("")};
    if (!seq || !event || !at) return known;
    known.seq = std::stoll(*seq);
    known.event = *event;
    known.arrived_at = from_ms(std::stoll(*at));
    return known;
}

base::Result<void> note_known(sqlite::Db& db, const wire::Known& seen) {
    YC_TRY(const wire::Known known, load_known(db));
    if (seen.seq <= known.seq) return {};
    YC_CHECK(db.run(kSetMeta, "known_seq", std::to_string(seen.seq)));
    YC_CHECK(db.run(kSetMeta, "known_event", seen.event));
    return db.run(kSetMeta, "known_at", std::to_string(to_ms(seen.arrived_at)));
}

base::Result<std::vector<domain::CaseEvent>> LocalStore::append_events(std::vector<domain::CaseEvent> events,
                                                                       const std::string& finished_draft) {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    const auto now = impl_->options.clock->now();
    const auto work = [&](sqlite::Db& db) -> base::Result<std::vector<domain::CaseEvent>> {
        YC_TRY(int64_t device_seq, last_device_seq(db));
        std::map<std::string, domain::CaseState> states;
        for (auto& event : events) {
            YC_TRY(const StoredEvents before, load_events(db, event.case_id));
            const auto known = states.try_emplace(event.case_id, derive_case(before, *impl_->rules)).first;
            if (event.id.empty()) event.id = base::new_uuid(now);
            event.device = impl_->device;
            event.device_seq = ++device_seq;
            event.saw = before.last_seq();
            event.seq.reset();
            event.arrived_at.reset();
            YC_TRY(known->second, domain::apply(known->second, event, *impl_->rules));
            YC_CHECK(insert_event(db, event));
            YC_CHECK(put_case_pages(db, event));
            YC_CHECK(learn_serial(db, event));
        }
        for (const auto& [case_id, state] : states)
            YC_CHECK(refresh_case(db, case_id, *impl_->rules, now, digest));
        if (!finished_draft.empty()) YC_CHECK(db.run("DELETE FROM drafts WHERE id=?1", finished_draft));
        return events;
    };
    const unsigned topics = topic_cases | topic_outbox | (finished_draft.empty() ? 0U : topic_drafts);
    return impl_->write(topics, work);
}

base::Result<void> LocalStore::apply_changes(const wire::ChangesPage& page) {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    const auto work = [&](sqlite::Db& db) -> base::Result<void> {
        YC_TRY(Checkpoint checkpoint, load_checkpoint(db));
        const bool set_back = !checkpoint.epoch.empty() && checkpoint.epoch != page.epoch;
        std::set<std::string> touched;
        if (set_back) {
            YC_CHECK(offer_everything_again(db));
            YC_CHECK(add_all_cases(db, touched));
            checkpoint.seq = 0;
        }
        for (const auto& event : page.events) {
            if (!event.seq) return base::fail("hub.bad_answer", "an event of the feed has no sequence");
            YC_CHECK(take_over(db, event));
            touched.insert(event.case_id);
        }
        for (const auto& case_id : touched)
            YC_CHECK(refresh_case(db, case_id, *impl_->rules, impl_->options.clock->now(), digest));
        for (const auto& mark : page.dossiers_changed)
            YC_CHECK(db.run("UPDATE dossiers SET stale=1 WHERE key_digest=?1 AND version<?2",
                            impl_->digest_of(mark.key), mark.version));
        YC_CHECK(note_known(db, page.last));
        return save_checkpoint(db, {page.epoch, std::max(checkpoint.seq, page.next)});
    };
    if (page.events.empty() && page.dossiers_changed.empty()) {
        YC_TRY(const Checkpoint here, checkpoint());
        if (here.epoch == page.epoch && here.seq >= page.next) return {};  // an empty poll costs no write
    }
    const unsigned topics = (page.events.empty() ? 0U : topic_cases | topic_outbox) |
                            (page.dossiers_changed.empty() ? 0U : topic_dossiers);
    return impl_->write(topics, work);
}

base::Result<Checkpoint> LocalStore::checkpoint() {
    return impl_->read([](sqlite::Db& db) { return load_checkpoint(db); });
}

base::Result<wire::Known> LocalStore::known() {
    return impl_->read([](sqlite::Db& db) { return load_known(db); });
}

base::Result<std::vector<domain::CaseEvent>> LocalStore::case_events(const std::string& case_id) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<domain::CaseEvent>> {
        YC_TRY(StoredEvents stored, load_events(db, case_id));
        for (auto& event : stored.pending) stored.confirmed.push_back(std::move(event));
        return std::move(stored.confirmed);
    });
}

}  // namespace yc::client::store
