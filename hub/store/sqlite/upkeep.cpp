// The calls of SqliteHubStore for administration: freeing counters, erasing persons, inspecting and copying.
#include "core/base/durable_file.h"
#include "hub/store/sqlite/devices.h"
#include "hub/store/sqlite/sqlite_hub_store.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

/// The result of a copy in the words of backups; the copy is for its owner only.
base::Result<void> copied(base::Result<void> result, const std::filesystem::path& file) {
    if (result) result = base::keep_private(file);
    if (result) return result;
    const auto& error = result.error();
    if (error.code == "store.full") return base::fail("hub.backup_full", error.detail);
    return base::fail("hub.backup_failed", error.code + " " + error.detail);
}

/// A hub that is started from a copy begins a history of its own: what was done after the copy is lost to it,
/// and every client must notice, also one of which only a page was lost.
base::Result<void> leave_history(const std::filesystem::path& copy, const HubKeys& keys) {
    YC_TRY(auto db, sqlite::Db::open({.file = copy, .key = keys.database, .create = false}));
    return db.run("DELETE FROM meta WHERE name = 'epoch'");
}

}  // namespace

base::Result<std::optional<std::string>> SqliteHubStore::free_counter(const std::string& counter,
                                                                      const AuditEntry& entry,
                                                                      LostDevice lost) {
    std::optional<std::string> device;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(device, db_.text("SELECT device FROM counter_device WHERE counter = ?1", counter));
        YC_CHECK(db_.run("DELETE FROM counter_device WHERE counter = ?1", counter));
        YC_CHECK(
            db_.run("DELETE FROM session WHERE counter = ?1 OR device = ?2", counter, device.value_or("")));
        if (device && lost == LostDevice::revoke) YC_CHECK(Devices(db_, keys_.devices).revoke(*device));
        return write_audit(entry);
    }));
    return device;
}

base::Result<std::vector<std::string>> SqliteHubStore::pages_only_of(const PartyParts& parts) {
    const std::string list = parts.sql_list();
    std::vector<std::string> pages;
    YC_CHECK(
        db_.each("SELECT DISTINCT sha256 FROM page_use JOIN case_row ON case_row.id = page_use.case_id "
                 "WHERE case_row.person IN (" +
                     list +
                     ") AND sha256 NOT IN (SELECT other.sha256 FROM page_use AS other "
                     "JOIN case_row AS theirs ON theirs.id = other.case_id WHERE theirs.person NOT IN (" +
                     list + "))",
                 [&](const sqlite::Row& row) { pages.push_back(row.text(0)); }));
    return pages;
}

base::Result<Erasure> SqliteHubStore::erase(const PartyParts& parts) {
    Erasure done{.known = true};
    const std::string theirs = "person IN (" + parts.sql_list() + ")";
    YC_TRY(const auto open, db_.integer("SELECT count(*) FROM case_row WHERE " + theirs +
                                        " AND life NOT IN ('CLOSED', 'ARCHIVED')"));
    if (open.value_or(0) > 0)
        return base::fail("hub.person_has_open_cases", "open cases", {{"count", std::to_string(*open)}});
    YC_TRY(const auto cases, db_.integer("SELECT count(*) FROM case_row WHERE " + theirs));
    done.cases = cases.value_or(0);
    YC_TRY(const auto pages, pages_only_of(parts));
    for (const auto& page : pages)
        YC_CHECK(db_.run("INSERT INTO page_to_erase(sha256) VALUES (?1) ON CONFLICT DO NOTHING", page));
    YC_CHECK(db_.run("DELETE FROM page_use WHERE case_id IN (SELECT id FROM case_row WHERE " + theirs + ")"));
    YC_CHECK(db_.run("DELETE FROM agency WHERE " + theirs + " OR agent IN (" + parts.sql_list() + ")"));
    for (const int64_t person : parts.persons) {
        YC_CHECK(db_.run("DELETE FROM person_link WHERE part = ?1 OR principal = ?1", person));
        YC_CHECK(vault_.forget(person));
    }
    return done;
}

base::Result<int64_t> SqliteHubStore::erase_pages() {
    std::vector<std::string> pages;
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(in_hub_words(
            db_.each("SELECT sha256 FROM page_to_erase WHERE sha256 NOT IN (SELECT sha256 FROM page_use)",
                     [&](const sqlite::Row& row) { pages.push_back(row.text(0)); })));
    }
    int64_t erased = 0;
    if (!pages.empty()) {
        const std::lock_guard lock(pages_mutex_);
        YC_TRY(erased, in_hub_words(pages_.erase(pages)));
    }
    const std::lock_guard lock(mutex_);
    for (const auto& page : pages)
        YC_CHECK(in_hub_words(db_.run("DELETE FROM page_to_erase WHERE sha256 = ?1", page)));
    return erased;
}

base::Result<bool> SqliteHubStore::empty_journals() {
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        YC_TRY(first, in_hub_words(db_.empty_journal()));
    }
    const std::lock_guard lock(pages_mutex_);
    YC_TRY(const bool second, in_hub_words(pages_.empty_journal()));
    return first && second;
}

base::Result<Erasure> SqliteHubStore::forget_person(const domain::PartyKey& key, const AuditEntry& entry) {
    Erasure done;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(const auto person, vault_.find(key));
        if (!person) return write_audit(entry);
        YC_TRY(const auto parts, parts_of(db_, *person));
        YC_TRY(done, erase(parts));
        return write_audit(entry, parts);
    }));
    // After the commit: were it undone, the images would be gone from a case that stands.
    const auto pages = erase_pages();
    done.pages = pages.value_or(0);
    done.finished = empty_journals().value_or(false) && pages.ok();
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

base::Result<void> SqliteHubStore::read_counts(StoreReport& report) {
    YC_CHECK(
        db_.each("SELECT (SELECT count(*) FROM event), (SELECT chain FROM event ORDER BY seq DESC LIMIT 1), "
                 "(SELECT count(*) FROM audit), (SELECT chain FROM audit ORDER BY n DESC LIMIT 1)",
                 [&](const sqlite::Row& row) {
                     report.events = row.integer(0);
                     report.event_head = row.text(1);
                     report.audit_lines = row.integer(2);
                     report.audit_head = row.text(3);
                 }));
    YC_TRY(report.pages_awaited, pages_awaited());
    return {};
}

base::Result<StoreReport> SqliteHubStore::inspect() {
    StoreReport report;
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(damage_named(db_.check_integrity(), "hub.db"));
    }
    {
        const std::lock_guard lock(pages_mutex_);
        YC_CHECK(damage_named(pages_.check(), "pages.db"));
        YC_TRY(report.pages, damage_named(pages_.count(), "pages.db"));
    }
    const std::lock_guard lock(mutex_);
    YC_CHECK(damage_named(log_.check_chain(), "hub.db"));
    YC_CHECK(damage_named(check_audit(), "hub.db"));
    YC_CHECK(damage_named(read_counts(report), "hub.db"));
    return report;
}

base::Result<void> SqliteHubStore::copy_to(const std::filesystem::path& folder) {
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(copied(db_.copy_to(folder / "hub.db"), folder / "hub.db"));
    }
    YC_CHECK(copied(leave_history(folder / "hub.db", keys_), folder / "hub.db"));
    const std::lock_guard lock(pages_mutex_);
    return copied(pages_.copy_to(folder / "pages.db"), folder / "pages.db");
}

}  // namespace yc::hub::store
