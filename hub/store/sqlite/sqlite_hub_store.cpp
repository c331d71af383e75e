#include "hub/store/sqlite/sqlite_hub_store.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/base/crypto.h"
#include "core/base/durable_file.h"
#include "core/base/log.h"
#include "core/sqlite/migrator.h"
#include "core/sqlite/transaction.h"
#include "core/wire/directory_json.h"
#include "core/wire/json_text.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {

std::span<const sqlite::Migration> migrations();

namespace {

/// Between the purpose and the reason in words, which stand in one column.
constexpr char kReasonMark = '\n';

std::string purpose_column(const AuditEntry& entry) {
    return entry.reason.empty() ? entry.purpose : entry.purpose + kReasonMark + entry.reason;
}

/// A row of audit: at, user, action, purpose, case_id, about in the first six columns.
AuditEntry entry_of(const sqlite::Row& row) {
    AuditEntry entry{from_ms(row.integer(0)), row.text(1), row.text(2), row.text(3), row.text(4),
                     row.maybe_integer(5)};
    const auto end = entry.purpose.find(kReasonMark);
    if (end == std::string::npos) return entry;
    entry.reason = entry.purpose.substr(end + 1);
    entry.purpose.resize(end);
    return entry;
}

std::string chained(const std::string& chain_before, const AuditEntry& entry) {
    return base::sha256_hex(chain_before + std::to_string(to_ms(entry.at)) + "\n" + entry.user + "\n" +
                            entry.action + "\n" + purpose_column(entry) + "\n" + entry.case_id + "\n" +
                            std::to_string(entry.about.value_or(0)));
}

base::Result<sqlite::Db> open_main(const std::filesystem::path& dir, const HubKeys& keys) {
    YC_TRY(auto db, sqlite::Db::open({.file = dir / "hub.db", .key = keys.database}));
    YC_CHECK(db.execute("PRAGMA secure_delete=ON"));
    YC_CHECK(sqlite::migrate(db, migrations(), dir / "backups"));
    return db;
}

base::Result<sqlite::Db> open_main_at_rest(const std::filesystem::path& file, const HubKeys& keys) {
    YC_TRY(auto db, sqlite::Db::open({.file = file, .key = keys.database, .at_rest = true}));
    YC_CHECK(sqlite::refuse_newer(db, migrations()));
    return db;
}

}  // namespace

base::Result<std::unique_ptr<HubStore>> open_sqlite_store(const std::string& data_dir) {
    const std::filesystem::path dir = data_dir;
    YC_TRY(HubKeys keys, load_keys(dir));
    for (const char* file : {"hub.db", "pages.db"}) YC_CHECK(in_hub_words(base::keep_private(dir / file)));
    YC_TRY(auto db, damage_named(open_main(dir, keys), "hub.db"));
    YC_TRY(auto pages,
           damage_named(pages::PageStore::open(dir / "pages.db", keys.pages, dir / "backups"), "pages.db"));
    auto store = std::make_unique<SqliteHubStore>(std::move(db), std::move(pages), std::move(keys));
    YC_CHECK(store->prepare());
    return std::unique_ptr<HubStore>(std::move(store));
}

base::Result<std::unique_ptr<HubStore>> open_copy(const std::filesystem::path& folder,
                                                  const std::filesystem::path& key_file) {
    std::error_code error;
    for (const char* file : {"hub.db", "pages.db"})
        if (!std::filesystem::exists(folder / file, error))
            return base::fail("hub.no_store", file, {{"folder", folder.string()}});
    YC_TRY(HubKeys keys, load_keys_from(key_file));
    YC_TRY(auto db, damage_named(open_main_at_rest(folder / "hub.db", keys), "hub.db"));
    YC_TRY(auto pages,
           damage_named(pages::PageStore::open_at_rest(folder / "pages.db", keys.pages), "pages.db"));
    return std::unique_ptr<HubStore>(
        std::make_unique<SqliteHubStore>(std::move(db), std::move(pages), std::move(keys)));
}

SqliteHubStore::SqliteHubStore(sqlite::Db db, pages::PageStore pages, HubKeys keys)
    : db_(std::move(db)),
      keys_(std::move(keys)),
      vault_(db_, keys_),
      log_(db_, vault_),
      accounts_(db_),
      pages_(std::move(pages)) {}

base::Result<void> SqliteHubStore::prepare() {
    if (const auto erased = erase_pages(); !erased)
        base::log(base::LogLevel::warning,
                  "images of a forgotten person are still there: " + erased.error().code);
    YC_TRY(const auto noted, meta("agents_noted"));
    if (!noted)
        YC_CHECK(in_transaction([&]() -> base::Result<void> {
            YC_CHECK(dossiers_.note_agents());
            return db_.run("INSERT INTO meta(name, value) VALUES ('agents_noted', '1')");
        }));
    YC_TRY(const auto known, meta("epoch"));
    return known ? base::Result<void>{} : new_epoch();
}

base::Result<void> SqliteHubStore::in_transaction(const std::function<base::Result<void>()>& work) {
    return in_hub_words(commits_.run(work));
}

base::Result<std::optional<std::string>> SqliteHubStore::meta(const std::string& name) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(db_.text("SELECT value FROM meta WHERE name = ?1", name));
}

base::Result<void> SqliteHubStore::set_meta(const std::string& name, const std::string& value) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(
        db_.run("INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                name, value));
}

base::Result<std::string> SqliteHubStore::epoch() {
    YC_TRY(const auto epoch, meta("epoch"));
    return epoch.value_or("");
}

base::Result<void> SqliteHubStore::new_epoch() {
    return set_meta("epoch", base::to_hex(base::random_bytes(8)));
}

base::Result<int64_t> SqliteHubStore::last_seq() {
    const std::lock_guard lock(mutex_);
    return in_hub_words(log_.last_seq());
}

base::Result<bool> SqliteHubStore::holds(const wire::Known& known) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(log_.holds(known));
}

base::Result<StoreFigures> SqliteHubStore::figures(base::Instant now) {
    StoreFigures out;
    {
        const std::lock_guard lock(mutex_);
        YC_CHECK(in_hub_words(db_.each(
            "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM case_row), "
            "(SELECT count(*) FROM case_row WHERE life NOT IN ('CLOSED', 'ARCHIVED')), "
            "(SELECT count(*) FROM person WHERE dossier IS NOT NULL), "
            "(SELECT count(*) FROM session WHERE expires_at >= ?1)",
            [&](const sqlite::Row& row) {
                out.events = row.integer(0);
                out.cases = row.integer(1);
                out.cases_open = row.integer(2);
                out.dossiers = row.integer(3);
                out.sessions = row.integer(4);
            },
            to_ms(now))));
    }
    const std::lock_guard lock(pages_mutex_);
    YC_TRY(out.pages, in_hub_words(pages_.count()));
    return out;
}

base::Result<int64_t> SqliteHubStore::outside_changes() {
    const std::lock_guard lock(mutex_);
    YC_TRY(const auto version, in_hub_words(db_.integer("PRAGMA data_version")));
    return version.value_or(0);
}

base::Result<Standing> SqliteHubStore::standing() {
    const std::lock_guard lock(mutex_);
    Standing standing;
    YC_TRY(const auto outside, in_hub_words(db_.integer("PRAGMA data_version")));
    standing.outside = outside.value_or(0);
    YC_CHECK(in_hub_words(
        db_.each("SELECT (SELECT value FROM meta WHERE name = 'epoch'), (SELECT max(seq) FROM event), "
                 "(SELECT max(version) FROM catalogue)",
                 [&](const sqlite::Row& row) {
                     standing.epoch = row.maybe_text(0).value_or("");
                     standing.last_seq = row.maybe_integer(1).value_or(0);
                     standing.catalogue_version = row.maybe_integer(2).value_or(0);
                 })));
    return standing;
}

base::Result<domain::Directory> SqliteHubStore::directory() {
    YC_TRY(const auto text, meta("directory"));
    if (!text) return domain::Directory{};
    YC_TRY(const auto json, wire::parse_text(*text));
    return wire::directory_from_json(json);
}

base::Result<void> SqliteHubStore::set_directory(const domain::Directory& directory) {
    return set_meta("directory", wire::to_text(wire::directory_to_json(directory)));
}

base::Result<void> SqliteHubStore::write(const std::function<base::Result<void>(CaseWriter&)>& work) {
    return in_transaction([&] { return work(log_); });
}

base::Result<std::vector<domain::CaseEvent>> SqliteHubStore::events_of(const std::string& case_id) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(log_.events_of(case_id));
}

base::Result<wire::ChangesPage> SqliteHubStore::changes(const std::vector<Scope>& scopes, int64_t after,
                                                        int limit) {
    const std::lock_guard lock(mutex_);
    const auto read = [&]() -> base::Result<wire::ChangesPage> {
        YC_TRY(auto tx, sqlite::Tx::begin_read(db_));
        YC_TRY(auto page, read_changes(db_, log_, vault_, scopes, after, limit));
        YC_CHECK(tx.commit());
        return page;
    };
    return in_hub_words(read());
}

base::Result<std::vector<CaseRow>> SqliteHubStore::open_cases(const std::string& after_id, int limit) {
    const std::lock_guard lock(mutex_);
    std::vector<CaseRow> rows;
    YC_CHECK(in_hub_words(db_.each(
        "SELECT id, case_no, hall, counter, department, item_code, life, due, last_seq FROM case_row "
        "WHERE life NOT IN ('CLOSED', 'ARCHIVED') AND id > ?1 ORDER BY id LIMIT ?2",
        [&](const sqlite::Row& row) {
            CaseRow out;
            out.id = row.text(0);
            out.case_no = row.text(1);
            out.hall = row.text(2);
            out.counter = row.text(3);
            out.department = row.text(4);
            out.item_code = row.text(5);
            out.life = base::from_name<domain::LifeCycle>(row.text(6)).value_or(domain::LifeCycle::none);
            if (!row.is_null(7)) out.due = from_ms(row.integer(7));
            out.last_seq = row.integer(8);
            rows.push_back(std::move(out));
        },
        after_id, limit)));
    return rows;
}

base::Result<void> SqliteHubStore::check_chain() {
    const std::lock_guard lock(mutex_);
    YC_CHECK(in_hub_words(log_.check_chain()));
    return in_hub_words(check_audit());
}

base::Result<void> SqliteHubStore::write_audit(const AuditEntry& entry) {
    YC_TRY(const auto before, db_.text("SELECT chain FROM audit ORDER BY n DESC LIMIT 1"));
    return db_.run(
        "INSERT INTO audit(at, user, action, purpose, case_id, about, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7)",
        to_ms(entry.at), entry.user, entry.action, purpose_column(entry), entry.case_id, entry.about,
        chained(before.value_or(""), entry));
}

base::Result<void> SqliteHubStore::check_audit() {
    std::string before;
    int64_t expected = 1;
    std::optional<int64_t> broken;
    YC_CHECK(db_.each("SELECT at, user, action, purpose, case_id, about, n, chain FROM audit ORDER BY n",
                      [&](const sqlite::Row& row) {
                          if (!broken &&
                              (row.integer(6) != expected || chained(before, entry_of(row)) != row.text(7)))
                              broken = row.integer(6);
                          before = row.text(7);
                          ++expected;
                      }));
    if (broken) return base::fail("hub.audit_broken", "", {{"line", std::to_string(*broken)}});
    return {};
}

base::Result<void> SqliteHubStore::audit(const AuditEntry& entry) {
    return in_transaction([&] { return write_audit(entry); });
}

base::Result<std::vector<AuditEntry>> SqliteHubStore::audit_entries(int64_t after, int limit) {
    const std::lock_guard lock(mutex_);
    std::vector<AuditEntry> entries;
    YC_CHECK(in_hub_words(db_.each(
        "SELECT at, user, action, purpose, case_id, about FROM audit WHERE n > ?1 ORDER BY n LIMIT ?2",
        [&](const sqlite::Row& row) { entries.push_back(entry_of(row)); }, after, limit)));
    return entries;
}

base::Result<int64_t> SqliteHubStore::catalogue_version() {
    const std::lock_guard lock(mutex_);
    YC_TRY(const auto version, in_hub_words(db_.integer("SELECT max(version) FROM catalogue")));
    return version.value_or(0);
}

base::Result<std::optional<std::string>> SqliteHubStore::catalogue() {
    const std::lock_guard lock(mutex_);
    return in_hub_words(db_.text("SELECT bundle FROM catalogue ORDER BY version DESC LIMIT 1"));
}

base::Result<void> SqliteHubStore::publish_catalogue(int64_t version, std::string_view bundle,
                                                     base::Instant now) {
    return in_transaction([&]() -> base::Result<void> {
        YC_TRY(const auto newest, db_.integer("SELECT max(version) FROM catalogue"));
        if (version <= newest.value_or(0))
            return base::fail("catalogue.version_taken", "not newer", {{"version", std::to_string(version)}});
        return db_.run("INSERT INTO catalogue(version, bundle, published_at) VALUES (?1, ?2, ?3)", version,
                       bundle, to_ms(now));
    });
}

}  // namespace yc::hub::store
