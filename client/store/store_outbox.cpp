#include <nlohmann/json.hpp>
#include <set>

#include "client/store/case_rows.h"
#include "client/store/event_rows.h"
#include "client/store/store_impl.h"
#include "core/wire/error_json.h"
#include "core/wire/event_json.h"
#include "core/wire/json_text.h"

namespace yc::client::store {

namespace {

/// Held back: an earlier event of the same case was refused and is not settled.
constexpr std::string_view kHeld =
    "EXISTS(SELECT 1 FROM outbox r WHERE r.case_id=o.case_id AND r.state='refused' AND "
    "r.device_seq<o.device_seq)";

std::optional<base::Error> error_in(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    const auto json = wire::parse_text(*text);
    if (!json) return json.error();
    return wire::error_from_body(*json);
}

base::Result<std::string> case_of_refused(sqlite::Db& db, const std::string& event_id) {
    YC_TRY(const auto found,
           db.text("SELECT case_id FROM outbox WHERE event_id=?1 AND state='refused'", event_id));
    if (!found) return base::fail("outbox.not_refused", "this event is not a refused one");
    return *found;
}

/// Gives up the events made after a given-up one that cannot stand without it: the hub would refuse each in
/// its turn.
base::Result<void> give_up_what_rested_on(sqlite::Db& db, const std::string& event_id,
                                          const std::string& case_id, const domain::Rules& rules) {
    YC_TRY(const StoredEvents events, load_events(db, case_id));
    const auto view = domain::replay_with_pending(events.confirmed, events.pending, rules);
    if (!view) return {};  // events of others are still on their way: nothing can be said yet
    for (const auto& [id, reason] : view->refused)
        YC_CHECK(
            db.run("UPDATE outbox SET state='given_up' WHERE event_id=?1 AND device_seq>"
                   "(SELECT device_seq FROM outbox WHERE event_id=?2)",
                   id, event_id));
    return {};
}

base::Result<void> accept(sqlite::Db& db, const wire::PushResult& result) {
    YC_TRY(const auto text, db.text("SELECT json FROM events WHERE id=?1", result.id));
    if (!text) return {};
    YC_TRY(domain::CaseEvent event, wire::event_from_text(*text));
    event.seq = result.seq;
    event.arrived_at = result.arrived_at;
    YC_CHECK(put_confirmed_event(db, event));
    if (result.seq && result.arrived_at)
        YC_CHECK(note_known(db, {{}, *result.seq, result.id, *result.arrived_at}));
    return db.run("UPDATE outbox SET state='accepted', error=NULL WHERE event_id=?1", result.id);
}

base::Result<void> settle(sqlite::Db& db, const wire::PushResult& result) {
    switch (result.status) {
        case wire::PushStatus::accepted:
        case wire::PushStatus::duplicate:
            return accept(db, result);
        case wire::PushStatus::refused:
            return db.run(
                "UPDATE outbox SET state='refused', error=?2 WHERE event_id=?1 AND state!='accepted'",
                result.id, wire::to_text(wire::error_body(result.error.value_or(base::Error{}))));
        case wire::PushStatus::held:
            return db.run("UPDATE outbox SET state='pending' WHERE event_id=?1 AND state='sent'", result.id);
    }
    return {};
}

struct RawEntry {
    OutboxEntry entry;
    std::string json;
};

RawEntry read_entry(const sqlite::Row& row) {
    RawEntry raw;
    raw.json = row.text(0);
    raw.entry.case_no = row.text(1);
    raw.entry.applicant_name = row.text(2);
    raw.entry.state = base::from_name<SendState>(row.text(3)).value_or(SendState::pending);
    raw.entry.held_back = row.integer(4) != 0 && raw.entry.state != SendState::refused;
    raw.entry.error = error_in(row.maybe_text(5));
    raw.entry.attempts = static_cast<int>(row.integer(6));
    if (!row.is_null(7)) raw.entry.last_attempt = from_ms(row.integer(7));
    return raw;
}

base::Result<void> add_entries(sqlite::Db& db, const std::string& condition, size_t limit,
                               std::vector<OutboxEntry>& out) {
    std::vector<RawEntry> raws;
    YC_CHECK(db.each(
        "SELECT e.json, coalesce(c.case_no,''), coalesce(c.applicant_name,''), o.state, " +
            std::string(kHeld) +
            ", o.error, o.attempts, o.last_attempt FROM outbox o JOIN events e ON"
            " e.id=o.event_id LEFT JOIN cases c ON c.case_id=o.case_id WHERE " +
            condition + " LIMIT ?1",
        [&](const sqlite::Row& row) { raws.push_back(read_entry(row)); }, limit));
    for (auto& raw : raws) {
        YC_TRY(raw.entry.event, wire::event_from_text(raw.json));
        out.push_back(std::move(raw.entry));
    }
    return {};
}

}  // namespace

base::Result<std::vector<domain::CaseEvent>> LocalStore::unsent_events(size_t limit) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<domain::CaseEvent>> {
        std::vector<std::string> texts;
        YC_CHECK(db.each(
            "SELECT e.json FROM outbox o JOIN events e ON e.id=o.event_id"
            " WHERE o.state IN ('pending','sent') AND NOT " +
                std::string(kHeld) + " ORDER BY o.device_seq LIMIT ?1",
            [&](const sqlite::Row& row) { texts.push_back(row.text(0)); }, limit));
        std::vector<domain::CaseEvent> events;
        for (const auto& text : texts) {
            YC_TRY(domain::CaseEvent event, wire::event_from_text(text));
            events.push_back(std::move(event));
        }
        return events;
    });
}

base::Result<void> LocalStore::mark_sent(const std::vector<std::string>& ids) {
    return impl_->write(topic_outbox, [&](sqlite::Db& db) -> base::Result<void> {
        for (const auto& id : ids)
            YC_CHECK(
                db.run("UPDATE outbox SET state='sent', attempts=attempts+1, last_attempt=?2"
                       " WHERE event_id=?1 AND state IN ('pending','sent')",
                       id, impl_->now()));
        return {};
    });
}

base::Result<void> LocalStore::apply_push_results(const std::vector<wire::PushResult>& results,
                                                  const std::optional<std::string>& epoch) {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    return impl_->write(topic_cases | topic_outbox, [&](sqlite::Db& db) -> base::Result<void> {
        YC_TRY(const wire::Known known, load_known(db));
        if (epoch && *epoch != known.epoch) return {};
        std::set<std::string> touched;
        for (const auto& result : results) {
            YC_CHECK(settle(db, result));
            YC_TRY(const auto case_id, db.text("SELECT case_id FROM outbox WHERE event_id=?1", result.id));
            if (case_id) touched.insert(*case_id);
        }
        for (const auto& case_id : touched)
            YC_CHECK(refresh_case(db, case_id, *impl_->rules, impl_->options.clock->now(), digest));
        return {};
    });
}

base::Result<std::vector<OutboxEntry>> LocalStore::outbox(size_t accepted_limit) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<OutboxEntry>> {
        constexpr size_t all = 100000;
        std::vector<OutboxEntry> entries;
        YC_CHECK(add_entries(db, "o.state='refused' ORDER BY o.device_seq", all, entries));
        YC_CHECK(add_entries(db, "o.state IN ('pending','sent') ORDER BY o.device_seq", all, entries));
        YC_CHECK(add_entries(db, "o.state IN ('accepted','given_up') ORDER BY o.device_seq DESC",
                             accepted_limit, entries));
        return entries;
    });
}

base::Result<OutboxCounts> LocalStore::outbox_counts() {
    return impl_->read([](sqlite::Db& db) -> base::Result<OutboxCounts> {
        OutboxCounts counts;
        std::optional<std::string> oldest;
        YC_CHECK(db.each("SELECT count(*), coalesce(sum(" + std::string(kHeld) +
                             "),0) FROM outbox o WHERE o.state IN ('pending','sent')",
                         [&](const sqlite::Row& row) {
                             counts.pending = static_cast<int>(row.integer(0));
                             counts.held_back = static_cast<int>(row.integer(1));
                         }));
        YC_TRY(const auto refused, db.integer("SELECT count(*) FROM outbox WHERE state='refused'"));
        counts.refused = static_cast<int>(refused.value_or(0));
        YC_TRY(const auto pages, db.integer("SELECT count(*) FROM pages p WHERE p.state='waiting' AND EXISTS"
                                            "(SELECT 1 FROM case_pages cp WHERE cp.sha256=p.sha256)"));
        counts.pages = static_cast<int>(pages.value_or(0));
        YC_TRY(const auto text,
               db.text("SELECT e.json FROM outbox o JOIN events e ON e.id=o.event_id"
                       " WHERE o.state IN ('pending','sent') ORDER BY o.device_seq LIMIT 1"));
        if (!text) return counts;
        YC_TRY(const domain::CaseEvent event, wire::event_from_text(*text));
        counts.oldest_pending = event.at;
        return counts;
    });
}

base::Result<void> LocalStore::retry_refused(const std::string& event_id) {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    return impl_->write(topic_cases | topic_outbox, [&](sqlite::Db& db) -> base::Result<void> {
        YC_TRY(const std::string case_id, case_of_refused(db, event_id));
        YC_CHECK(db.run("UPDATE outbox SET state='pending', error=NULL WHERE event_id=?1", event_id));
        return refresh_case(db, case_id, *impl_->rules, impl_->options.clock->now(), digest);
    });
}

base::Result<void> LocalStore::give_up_refused(const std::string& event_id) {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    return impl_->write(topic_cases | topic_outbox, [&](sqlite::Db& db) -> base::Result<void> {
        YC_TRY(const std::string case_id, case_of_refused(db, event_id));
        YC_CHECK(db.run("UPDATE outbox SET state='given_up' WHERE event_id=?1", event_id));
        YC_CHECK(give_up_what_rested_on(db, event_id, case_id, *impl_->rules));
        return refresh_case(db, case_id, *impl_->rules, impl_->options.clock->now(), digest);
    });
}

}  // namespace yc::client::store
