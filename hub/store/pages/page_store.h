#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/sqlite/connection.h"

namespace yc::hub::store::pages {

/// An upload under way, as the tus protocol sees it.
struct UploadRow {
    std::string id;
    std::string sha256;
    std::string user;
    int64_t length = 0;
    int64_t received = 0;
    int64_t expires_at = 0;  ///< UTC milliseconds
};

/// Pages in chunks, never whole in memory. Each call is one transaction. Belongs to one thread at a time.
/// Errors: page.* and upload.* as in HubStore, and those of sqlite::Db.
class PageStore {
  public:
    /// `key`: 32 bytes.
    static base::Result<PageStore> open(const std::filesystem::path& file, const std::string& key,
                                        const std::filesystem::path& backups);
    /// A copy that nobody writes, to read only, whatever older program wrote it. Errors: store.newer_version.
    static base::Result<PageStore> open_at_rest(const std::filesystem::path& file, const std::string& key);

    base::Result<bool> has(const std::string& sha256);
    base::Result<bool> sent_by(const std::string& sha256, const std::string& user);
    base::Result<std::optional<int64_t>> size(const std::string& sha256);
    base::Result<int64_t> count();
    /// At least one byte from `offset` on, at most a chunk. Errors: page.not_available.
    base::Result<std::string> read(const std::string& sha256, int64_t offset);

    /// Reads every page against its name. Errors: hub.page_damaged {page}; store.corrupt.
    base::Result<void> check();
    /// Deletes pages for good; how many there were.
    base::Result<int64_t> erase(const std::vector<std::string>& pages);
    /// As sqlite::Db::empty_journal.
    base::Result<bool> empty_journal();
    base::Result<void> copy_to(const std::filesystem::path& file);

    base::Result<void> begin(const UploadRow& upload);
    base::Result<std::optional<UploadRow>> upload(const std::string& id);
    base::Result<void> append(const std::string& id, int64_t offset, std::string_view bytes);
    base::Result<void> finish(const std::string& id);
    base::Result<void> drop(const std::string& id);
    base::Result<void> drop_before(int64_t now);

  private:
    explicit PageStore(sqlite::Db db) : db_(std::move(db)) {}
    base::Result<std::string> digest_of(const std::string& upload);
    base::Result<void> drop_rows(const std::string& id);

    sqlite::Db db_;
};

}  // namespace yc::hub::store::pages
