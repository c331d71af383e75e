#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/sqlite/statement.h"

namespace yc::sqlite {

struct OpenOptions {
    std::filesystem::path file;
    std::string key;     ///< 32 random bytes; never empty: there are no plaintext databases in this product
    bool create = true;  ///< false: a missing file is store.missing
    int busy_timeout_ms = 5000;
    /// For a file that nobody writes, as a backup: opened to read only, leaving no trace in it or beside it.
    bool at_rest = false;
};

/// One connection to an encrypted SQLite database: every page SM4-GCM (GB/T 32907) under `key`, WAL,
/// synchronous=FULL, foreign keys on. Belongs to one thread at a time; another thread opens its own.
///
/// Errors of all calls here and in Stmt and Tx: store.busy (another writer for longer than the timeout),
/// store.full (disk, quota or file size), store.read_only, store.corrupt (a page was altered or is damaged),
/// store.constraint (unique, check, foreign key, STRICT type), store.io, store.failed (anything else).
class Db {
  public:
    /// Opens or creates. Errors: store.missing, store.cannot_open, store.plaintext (the file is an
    /// unencrypted database), store.wrong_key, store.corrupt, store.bad_key (not 32 bytes).
    static base::Result<Db> open(const OpenOptions& options);

    Db(Db&&) noexcept;
    Db& operator=(Db&&) noexcept;
    ~Db();

    /// Runs SQL without parameters, one or many statements.
    base::Result<void> execute(std::string_view sql);

    /// A new statement. For SQL used often, run() and query() keep theirs prepared.
    base::Result<Stmt> prepare(std::string_view sql);

    /// A prepared statement from this connection's cache, reset and with nothing bound; it goes back to the
    /// cache when the Stmt is destroyed.
    base::Result<Stmt> cached(std::string_view sql);

    /// Runs one statement with its values bound in order to ?1, ?2, …; rows are not read.
    template <class... Values>
    base::Result<void> run(std::string_view sql, const Values&... values) {
        YC_TRY(Stmt stmt, cached(sql));
        stmt.bind_all(values...);
        return stmt.run();
    }
    /// As run(), handing each row to `take(const Row&)`.
    template <class Take, class... Values>
    base::Result<void> each(std::string_view sql, Take take, const Values&... values) {
        YC_TRY(Stmt stmt, cached(sql));
        stmt.bind_all(values...);
        while (true) {
            YC_TRY(const bool more, stmt.step());
            if (!more) return {};
            take(stmt.row());
        }
    }
    /// The integer in the first column of the first row, if there is one that is not NULL.
    template <class... Values>
    base::Result<std::optional<int64_t>> integer(std::string_view sql, const Values&... values) {
        std::optional<int64_t> found;
        YC_CHECK(each(
            sql,
            [&](const Row& row) {
                if (!found) found = row.maybe_integer(0);
            },
            values...));
        return found;
    }
    /// The text in the first column of the first row, if there is one that is not NULL.
    template <class... Values>
    base::Result<std::optional<std::string>> text(std::string_view sql, const Values&... values) {
        std::optional<std::string> found;
        YC_CHECK(each(
            sql,
            [&](const Row& row) {
                if (!found) found = row.maybe_text(0);
            },
            values...));
        return found;
    }

    /// Rows changed by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] int64_t changes() const;
    [[nodiscard]] int64_t last_insert_id() const;

    /// PRAGMA user_version: the schema's number.
    base::Result<int> user_version();

    /// Writes a compact encrypted copy under the same key (VACUUM INTO), neither read back nor synced. `file`
    /// must not exist.
    base::Result<void> copy_to(const std::filesystem::path& file);
    /// The same, opened and checked afterwards.
    base::Result<void> backup_to(const std::filesystem::path& file);

    /// Writes the journal (WAL) back into the file and cuts it to nothing, so that what was deleted is gone
    /// from both. False when somebody was reading or writing for longer than the timeout and it still stands.
    base::Result<bool> empty_journal();

    /// Reads every page (each is authenticated) and the structure. Errors: store.corrupt.
    base::Result<void> check_integrity();

    [[nodiscard]] const std::filesystem::path& file() const;
    /// For the rare call this class does not cover (sqlite3*).
    [[nodiscard]] void* handle() const;

  private:
    struct Impl;
    explicit Db(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::sqlite
