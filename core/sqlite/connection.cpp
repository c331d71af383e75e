#include "core/sqlite/connection.h"

#include <sqlite3.h>

#include <map>
#include <vector>

#include "core/base/crypto.h"
#include "core/sqlite/sm4_gcm_cipher.h"
#include "core/sqlite/sqlite_error.h"

namespace yc::sqlite {

struct Db::Impl {
    sqlite3* db = nullptr;
    std::filesystem::path file;
    std::string key;                                                      ///< for checking backups
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle;  ///< the statement cache, by SQL
    ~Impl() {
        for (auto& [sql, statements] : idle)
            for (sqlite3_stmt* stmt : statements) sqlite3_finalize(stmt);
        sqlite3_close_v2(db);
        base::wipe(key);
    }
};

namespace {

constexpr std::string_view kPlainMagic("SQLite format 3\0", 16);

/// The first bytes as they stand in the file, read through SQLite's own descriptor: closing another one would
/// take away the POSIX locks that this process holds on the file, and others would think it unused
/// (sqlite.org/howtocorrupt.html, 2.2).
std::string first_bytes(sqlite3* db) {
    sqlite3_file* file = nullptr;
    std::string bytes(kPlainMagic.size(), '\0');
    const int found = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (found != SQLITE_OK || file == nullptr || file->pMethods == nullptr) return {};
    const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    return code == SQLITE_OK ? bytes : std::string();
}

base::Result<void> refuse_plaintext(sqlite3* db, const std::filesystem::path& file) {
    if (first_bytes(db) != kPlainMagic) return {};
    return base::fail("store.plaintext", "the file is an unencrypted SQLite database",
                      {{"file", file.filename().string()}});
}

base::Result<void> run_all(sqlite3* db, const std::string& sql) {
    const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    return error_of(db, sqlite3_extended_errcode(db), "execute");
}

/// The key reaches SQLite by PRAGMA only: set in a URI or on ATTACH, a mistake would leave plaintext
/// silently.
base::Result<void> set_key(sqlite3* db, const std::string& key) {
    std::string sql = "PRAGMA cipher='sm4gcm'; PRAGMA key=\"x'" + base::to_hex(key) + "'\"";
    const auto done = run_all(db, sql);
    base::wipe(sql);
    return done;
}

/// The name under which SQLite opens the file; `immutable` takes no locks and makes no journal.
std::string name_of(const OpenOptions& options) {
    if (!options.at_rest) return options.file.string();
    std::string uri = "file:";
    for (const char c : options.file.string())
        uri += c == '%' || c == '?' || c == '#' ? "%" + base::to_hex({&c, 1}) : std::string(1, c);
    return uri + "?immutable=1";
}

int flags_of(const OpenOptions& options) {
    if (options.at_rest) return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
}

/// Reads page 1 under the key, then sets what the connection promises.
base::Result<void> set_up(sqlite3* db, const OpenOptions& options) {
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, options.busy_timeout_ms);
    YC_CHECK(set_key(db, options.key));
    YC_CHECK(run_all(db, "SELECT count(*) FROM sqlite_schema"));
    YC_CHECK(run_all(db, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"));
    if (options.at_rest) return {};
    return run_all(db,
                   "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                   "PRAGMA journal_size_limit=67108864");
}

void finalize(void* /*owner*/, sqlite3_stmt* stmt) {
    sqlite3_finalize(stmt);
}

base::Result<sqlite3_stmt*> compile(sqlite3* db, std::string_view sql, unsigned flags) {
    sqlite3_stmt* stmt = nullptr;
    const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), flags, &stmt, nullptr);
    if (code != SQLITE_OK) return error_of(db, sqlite3_extended_errcode(db), "prepare");
    return stmt;
}

}  // namespace

Db::Db(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Db::Db(Db&&) noexcept = default;
Db& Db::operator=(Db&&) noexcept = default;
Db::~Db() = default;

base::Result<Db> Db::open(const OpenOptions& options) {
    if (options.key.size() != 32) return base::fail("store.bad_key", "the key of a database has 32 bytes");
    if (!register_sm4_gcm()) return base::fail("store.no_cipher", "libgcrypt has no SM4");
    std::error_code ignored;
    if (!options.create && !std::filesystem::exists(options.file, ignored))
        return base::fail("store.missing", "no database file", {{"file", options.file.filename().string()}});
    auto impl = std::make_unique<Impl>();
    impl->file = options.file;
    impl->key = options.key;
    const int code = sqlite3_open_v2(name_of(options).c_str(), &impl->db, flags_of(options), nullptr);
    if (code != SQLITE_OK) return error_of(impl->db, code, "open");
    YC_CHECK(refuse_plaintext(impl->db, options.file));
    YC_CHECK(set_up(impl->db, options));
    YC_CHECK(refuse_plaintext(impl->db, options.file));
    return Db(std::move(impl));
}

base::Result<void> Db::execute(std::string_view sql) {
    return run_all(impl_->db, std::string(sql));
}

base::Result<Stmt> Db::prepare(std::string_view sql) {
    YC_TRY(sqlite3_stmt * stmt, compile(impl_->db, sql, 0));
    return Stmt(stmt, nullptr, finalize);
}

base::Result<Stmt> Db::cached(std::string_view sql) {
    static constexpr auto give_back = [](void* owner, sqlite3_stmt* stmt) {
        sqlite3_reset(stmt);
        sqlite3_clear_bindings(stmt);
        static_cast<Impl*>(owner)->idle[sqlite3_sql(stmt)].push_back(stmt);
    };
    if (const auto found = impl_->idle.find(sql); found != impl_->idle.end() && !found->second.empty()) {
        sqlite3_stmt* stmt = found->second.back();
        found->second.pop_back();
        return Stmt(stmt, impl_.get(), give_back);
    }
    YC_TRY(sqlite3_stmt * stmt, compile(impl_->db, sql, SQLITE_PREPARE_PERSISTENT));
    return Stmt(stmt, impl_.get(), give_back);
}

int64_t Db::changes() const {
    return sqlite3_changes64(impl_->db);
}
int64_t Db::last_insert_id() const {
    return sqlite3_last_insert_rowid(impl_->db);
}
const std::filesystem::path& Db::file() const {
    return impl_->file;
}
void* Db::handle() const {
    return impl_->db;
}

base::Result<int> Db::user_version() {
    YC_TRY(const auto version, integer("PRAGMA user_version"));
    return static_cast<int>(version.value_or(0));
}

base::Result<void> Db::copy_to(const std::filesystem::path& file) {
    return run("VACUUM INTO ?1", file.string());
}

base::Result<bool> Db::empty_journal() {
    YC_TRY(const auto busy, integer("PRAGMA wal_checkpoint(TRUNCATE)"));
    return busy.value_or(1) == 0;
}

base::Result<void> Db::backup_to(const std::filesystem::path& file) {
    YC_CHECK(copy_to(file));
    YC_TRY(Db copy, open({file, impl_->key, false}));
    return copy.check_integrity();
}

base::Result<void> Db::check_integrity() {
    YC_TRY(const auto verdict, text("PRAGMA integrity_check(1)"));
    if (verdict == "ok") return {};
    return base::fail("store.corrupt", "integrity_check: " + verdict.value_or("no answer"));
}

}  // namespace yc::sqlite
