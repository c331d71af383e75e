// The calls of SqliteHubStore for administration: freeing counters, erasing persons, inspecting and copying.
#include "core/sqlite/transaction.h"
#include "hub/store/sqlite/sqlite_hub_store.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

/// A damaged database is what inspecting looks for: it has a sentence of its own.
base::Result<void> damage_named(base::Result<void> result, const char* file) {
    if (!result && (result.error().code == "store.corrupt" || result.error().code == "store.plaintext"))
        return base::fail("hub.damaged", result.error().detail, {{"file", file}});
    return in_hub_words(std::move(result));
}

base::Error backup_failed(const base::Error& error) {
    if (error.code == "store.full") return base::fail("hub.backup_full", error.detail);
    return base::fail("hub.backup_failed", error.code + " " + error.detail);
}

}  // namespace

base::Result<std::optional<std::string>> SqliteHubStore::free_counter(const std::string& counter,
                                                                      const AuditEntry& entry) {
    std::optional<std::string> device;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(device, db_.text("SELECT device FROM counter_device WHERE counter = ?1", counter));
        YC_CHECK(db_.run("DELETE FROM counter_device WHERE counter = ?1", counter));
        YC_CHECK(db_.run("DELETE FROM session WHERE counter = ?1", counter));
        return write_audit(entry);
    }));
    return device;
}

base::Result<std::vector<std::string>> SqliteHubStore::pages_only_of(int64_t person) {
    std::vector<std::string> pages;
    YC_CHECK(db_.each(
        "SELECT DISTINCT sha256 FROM page_use JOIN case_row ON case_row.id = page_use.case_id "
        "WHERE case_row.person = ?1 AND sha256 NOT IN (SELECT other.sha256 FROM page_use AS other "
        "JOIN case_row AS theirs ON theirs.id = other.case_id WHERE theirs.person <> ?1)",
        [&](const sqlite::Row& row) { pages.push_back(row.text(0)); }, person));
    return pages;
}

base::Result<Erasure> SqliteHubStore::erase(int64_t person) {
    Erasure done{.known = true};
    YC_TRY(const auto open, db_.integer("SELECT count(*) FROM case_row WHERE person = ?1 AND life NOT IN "
                                        "('CLOSED', 'ARCHIVED')",
                                        person));
    if (open.value_or(0) > 0)
        return base::fail("hub.person_has_open_cases", "open cases", {{"count", std::to_string(*open)}});
    YC_TRY(const auto cases, db_.integer("SELECT count(*) FROM case_row WHERE person = ?1", person));
    done.cases = cases.value_or(0);
    YC_TRY(const auto pages, pages_only_of(person));
    {
        // Before the key: once that is gone, nobody finds the person's pages any more. Erasing again does no
        // harm.
        const std::lock_guard lock(pages_mutex_);
        YC_TRY(done.pages, pages_.erase(pages));
    }
    YC_CHECK(
        db_.run("DELETE FROM page_use WHERE case_id IN (SELECT id FROM case_row WHERE person = ?1)", person));
    YC_CHECK(vault_.forget(person));
    return done;
}

base::Result<Erasure> SqliteHubStore::forget_person(const domain::PartyKey& key, const AuditEntry& entry) {
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(in_hub_words(db_.execute("PRAGMA secure_delete=ON")));
    }
    Erasure done;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        AuditEntry line = entry;
        YC_TRY(line.about, vault_.find(key));
        if (line.about) {
            YC_TRY(done, erase(*line.about));
        }
        return write_audit(line);
    }));
    // What stood there before leaves the journal too, as soon as nobody reads it.
    const std::lock_guard lock(mutex_);
    static_cast<void>(db_.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    return done;
}

base::Result<int64_t> SqliteHubStore::pages_awaited() {
    std::vector<std::string> used;
    YC_CHECK(db_.each("SELECT DISTINCT sha256 FROM page_use",
                      [&](const sqlite::Row& row) { used.push_back(row.text(0)); }));
    const std::lock_guard lock(pages_mutex_);
    int64_t awaited = 0;
    for (const auto& page : used) {
        YC_TRY(const bool here, pages_.has(page));
        if (!here) ++awaited;
    }
    return awaited;
}

base::Result<StoreReport> SqliteHubStore::inspect() {
    StoreReport report;
    YC_CHECK(check_chain());
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(damage_named(db_.check_integrity(), "hub.db"));
        YC_CHECK(in_hub_words(db_.each(
            "SELECT (SELECT count(*) FROM event), (SELECT chain FROM event ORDER BY seq DESC LIMIT 1), "
            "(SELECT count(*) FROM audit), (SELECT chain FROM audit ORDER BY n DESC LIMIT 1)",
            [&](const sqlite::Row& row) {
                report.events = row.integer(0);
                report.event_head = row.text(1);
                report.audit_lines = row.integer(2);
                report.audit_head = row.text(3);
            })));
        YC_TRY(report.pages_awaited, in_hub_words(pages_awaited()));
    }
    const std::lock_guard lock(pages_mutex_);
    YC_CHECK(damage_named(pages_.check(), "pages.db"));
    YC_TRY(report.pages, in_hub_words(pages_.count()));
    return report;
}

base::Result<void> SqliteHubStore::copy_to(const std::filesystem::path& folder) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto copied = db_.backup_to(folder / "hub.db"); !copied)
            return backup_failed(copied.error());
    }
    const std::lock_guard lock(pages_mutex_);
    const auto copied = pages_.copy_to(folder / "pages.db");
    return copied ? base::Result<void>{} : base::Result<void>{backup_failed(copied.error())};
}

}  // namespace yc::hub::store
