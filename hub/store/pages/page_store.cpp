#include "hub/store/pages/page_store.h"

#include <openssl/evp.h>

#include <memory>
#include <new>
#include <span>

#include "core/base/crypto.h"
#include "core/sqlite/migrator.h"
#include "core/sqlite/transaction.h"

namespace yc::hub::store::pages {

std::span<const sqlite::Migration> migrations();

namespace {

/// SHA-256 of what comes in pieces.
class Digest {
  public:
    Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
            throw std::bad_alloc();
    }
    void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
    std::string hex() {
        std::string digest(32, '\0');
        EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
        return base::to_hex(digest);
    }

  private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

base::Result<PageStore> PageStore::open(const std::filesystem::path& file, const std::string& key,
                                        const std::filesystem::path& backups) {
    YC_TRY(auto db, sqlite::Db::open({.file = file, .key = key}));
    YC_CHECK(db.execute("PRAGMA secure_delete=ON"));
    YC_CHECK(sqlite::migrate(db, migrations(), backups));
    return PageStore(std::move(db));
}

base::Result<PageStore> PageStore::open_at_rest(const std::filesystem::path& file, const std::string& key) {
    YC_TRY(auto db, sqlite::Db::open({.file = file, .key = key, .at_rest = true}));
    YC_CHECK(sqlite::refuse_newer(db, migrations()));
    return PageStore(std::move(db));
}

base::Result<bool> PageStore::has(const std::string& sha256) {
    YC_TRY(const auto found, db_.integer("SELECT 1 FROM page WHERE sha256 = ?1", sha256));
    return found.has_value();
}

base::Result<bool> PageStore::sent_by(const std::string& sha256, const std::string& user) {
    YC_TRY(const auto found,
           db_.integer("SELECT 1 FROM page_sender WHERE sha256 = ?1 AND user = ?2", sha256, user));
    return found.has_value();
}

base::Result<std::optional<int64_t>> PageStore::size(const std::string& sha256) {
    return db_.integer("SELECT length FROM page WHERE sha256 = ?1", sha256);
}

base::Result<int64_t> PageStore::count() {
    YC_TRY(const auto found, db_.integer("SELECT count(*) FROM page"));
    return found.value_or(0);
}

base::Result<std::string> PageStore::read(const std::string& sha256, int64_t offset) {
    std::optional<std::string> bytes;
    int64_t start = 0;
    YC_CHECK(db_.each(
        "SELECT chunk.start, chunk.bytes FROM page JOIN chunk ON chunk.upload = page.upload "
        "WHERE page.sha256 = ?1 AND chunk.start <= ?2 ORDER BY chunk.start DESC LIMIT 1",
        [&](const sqlite::Row& row) {
            start = row.integer(0);
            bytes = row.blob(1);
        },
        sha256, offset));
    const auto skip = static_cast<size_t>(offset - start);
    if (!bytes || skip >= bytes->size()) return base::fail("page.not_available", "no such byte of a page");
    return bytes->substr(skip);
}

base::Result<void> PageStore::begin(const UploadRow& upload) {
    return db_.run(
        "INSERT INTO upload(id, sha256, user, length, received, expires_at) VALUES (?1, ?2, ?3, ?4, 0, ?5)",
        upload.id, upload.sha256, upload.user, upload.length, upload.expires_at);
}

base::Result<std::optional<UploadRow>> PageStore::upload(const std::string& id) {
    std::optional<UploadRow> found;
    YC_CHECK(db_.each(
        "SELECT id, sha256, user, length, received, expires_at FROM upload WHERE id = ?1",
        [&](const sqlite::Row& row) {
            found = UploadRow{row.text(0),    row.text(1),    row.text(2),
                              row.integer(3), row.integer(4), row.integer(5)};
        },
        id));
    return found;
}

base::Result<void> PageStore::append(const std::string& id, int64_t offset, std::string_view bytes) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    YC_TRY(const auto row, upload(id));
    if (!row) return base::fail("upload.unknown", "no such upload");
    const auto after = offset + static_cast<int64_t>(bytes.size());
    if (row->received != offset || after > row->length)
        return base::fail("upload.wrong_offset", "does not go on where the upload stands");
    YC_CHECK(db_.run("INSERT INTO chunk(upload, start, bytes) VALUES (?1, ?2, ?3)", id, offset,
                     sqlite::Blob{bytes}));
    YC_CHECK(db_.run("UPDATE upload SET received = ?2 WHERE id = ?1", id, after));
    return tx.commit();
}

base::Result<std::string> PageStore::digest_of(const std::string& upload) {
    Digest digest;
    YC_CHECK(db_.each(
        "SELECT bytes FROM chunk WHERE upload = ?1 ORDER BY start",
        [&](const sqlite::Row& row) { digest.add(row.blob(0)); }, upload));
    return digest.hex();
}

base::Result<void> PageStore::check() {
    YC_CHECK(db_.check_integrity());
    YC_TRY(auto tx, sqlite::Tx::begin_read(db_));
    struct Page {
        std::string sha256;
        std::string upload;
    };
    std::vector<Page> pages;
    YC_CHECK(db_.each("SELECT sha256, upload FROM page", [&](const sqlite::Row& row) {
        pages.push_back({row.text(0), row.text(1)});
    }));
    for (const auto& page : pages) {
        YC_TRY(const auto digest, digest_of(page.upload));
        if (digest != page.sha256)
            return base::fail("hub.page_damaged", "not the bytes of its name", {{"page", page.sha256}});
    }
    return tx.commit();
}

base::Result<int64_t> PageStore::erase(const std::vector<std::string>& pages) {
    int64_t erased = 0;
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    for (const auto& page : pages) {
        YC_CHECK(
            db_.run("DELETE FROM chunk WHERE upload = (SELECT upload FROM page WHERE sha256 = ?1)", page));
        YC_CHECK(db_.run("DELETE FROM page_sender WHERE sha256 = ?1", page));
        YC_CHECK(db_.run("DELETE FROM page WHERE sha256 = ?1", page));
        erased += db_.changes();
    }
    YC_CHECK(tx.commit());
    return erased;
}

base::Result<void> PageStore::copy_to(const std::filesystem::path& file) {
    return db_.copy_to(file);
}

base::Result<bool> PageStore::empty_journal() {
    return db_.empty_journal();
}

base::Result<void> PageStore::drop_rows(const std::string& id) {
    YC_CHECK(db_.run("DELETE FROM chunk WHERE upload = ?1", id));
    return db_.run("DELETE FROM upload WHERE id = ?1", id);
}

base::Result<void> PageStore::finish(const std::string& id) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    YC_TRY(const auto row, upload(id));
    if (!row || row->received != row->length) return base::fail("upload.unknown", "no complete upload");
    YC_TRY(const auto digest, digest_of(id));
    if (digest != row->sha256) {
        YC_CHECK(drop_rows(id));
        YC_CHECK(tx.commit());
        return base::fail("page.digest_mismatch", "the bytes are not those announced");
    }
    YC_TRY(const bool known, has(row->sha256));
    if (known) {
        YC_CHECK(drop_rows(id));
    } else {
        YC_CHECK(db_.run("INSERT INTO page(sha256, upload, user, length) VALUES (?1, ?2, ?3, ?4)",
                         row->sha256, id, row->user, row->length));
        YC_CHECK(db_.run("DELETE FROM upload WHERE id = ?1", id));
    }
    YC_CHECK(db_.run("INSERT INTO page_sender(sha256, user) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                     row->sha256, row->user));
    return tx.commit();
}

base::Result<void> PageStore::drop(const std::string& id) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    YC_CHECK(drop_rows(id));
    return tx.commit();
}

base::Result<void> PageStore::drop_before(int64_t now) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    YC_CHECK(db_.run("DELETE FROM chunk WHERE upload IN (SELECT id FROM upload WHERE expires_at < ?1)", now));
    YC_CHECK(db_.run("DELETE FROM upload WHERE expires_at < ?1", now));
    return tx.commit();
}

}  // namespace yc::hub::store::pages
