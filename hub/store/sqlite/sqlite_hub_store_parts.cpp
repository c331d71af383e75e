// The calls of SqliteHubStore that only lock and hand on: accounts and pages.
#include "core/base/crypto.h"
#include "core/sqlite/transaction.h"
#include "hub/store/sqlite/devices.h"
#include "hub/store/sqlite/sqlite_hub_store.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {

base::Result<std::optional<UserRecord>> SqliteHubStore::user(const std::string& id) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.user(id));
}

base::Result<void> SqliteHubStore::put_user(const UserRecord& user) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.put_user(user));
}

base::Result<void> SqliteHubStore::open_session(const SessionRecord& session) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.open_session(session));
}

base::Result<std::optional<SessionRecord>> SqliteHubStore::session(const std::string& token_digest) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.session(token_digest));
}

base::Result<void> SqliteHubStore::close_session(const std::string& token_digest) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.close_session(token_digest));
}

base::Result<void> SqliteHubStore::drop_sessions_before(base::Instant now) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.drop_sessions_before(now));
}

base::Result<std::optional<base::Instant>> SqliteHubStore::granted_authority(const std::string& user) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.granted_authority(user));
}

base::Result<bool> SqliteHubStore::was_on_device(const std::string& user, const std::string& device) {
    const std::lock_guard lock(mutex_);
    YC_TRY(const auto found, in_hub_words(db_.integer(
                                 "SELECT 1 FROM device_user WHERE user = ?1 AND device = ?2", user, device)));
    return found.has_value();
}

base::Result<std::optional<std::string>> SqliteHubStore::device_key(const std::string& device,
                                                                    const domain::User& user) {
    std::optional<std::string> key;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(key, Devices(db_, keys_.devices).key_for(device, user));
        return {};
    }));
    return key;
}

base::Result<std::optional<std::string>> SqliteHubStore::letter_key(const std::string& device) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(Devices(db_, keys_.devices).letter_key(device));
}

base::Result<std::optional<std::string>> SqliteHubStore::device_of(const std::string& counter) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(db_.text("SELECT device FROM counter_device WHERE counter = ?1", counter));
}

base::Result<void> SqliteHubStore::bind_device(const std::string& counter, const std::string& device) {
    const std::lock_guard lock(mutex_);
    return in_hub_words(accounts_.bind_device(counter, device));
}

base::Result<std::vector<std::string>> SqliteHubStore::missing_pages(const std::vector<std::string>& pages) {
    const std::lock_guard lock(pages_mutex_);
    std::vector<std::string> missing;
    for (const auto& page : pages) {
        YC_TRY(const bool known, in_hub_words(pages_.has(page)));
        if (!known) missing.push_back(page);
    }
    return missing;
}

base::Result<bool> SqliteHubStore::sees_page_of_case(const std::string& sha256,
                                                     const std::vector<Scope>& scopes) {
    for (const auto& scope : scopes) {
        YC_TRY(const auto found,
               db_.integer("SELECT 1 FROM page_use JOIN case_scope ON case_scope.case_id = page_use.case_id "
                           "WHERE page_use.sha256 = ?1 AND case_scope.kind = ?2 AND case_scope.place = ?3 "
                           "AND case_scope.until_seq IS NULL LIMIT 1",
                           sha256, scope_word(scope.kind), scope.id));
        if (found) return true;
    }
    return false;
}

base::Result<bool> SqliteHubStore::may_see_page(const std::string& sha256, const std::string& user,
                                                const std::vector<Scope>& scopes) {
    {
        const std::lock_guard lock(pages_mutex_);
        YC_TRY(const bool sent, in_hub_words(pages_.sent_by(sha256, user)));
        if (sent) return true;
    }
    const std::lock_guard lock(mutex_);
    YC_TRY(const bool sees, in_hub_words(sees_page_of_case(sha256, scopes)));
    if (sees) return true;
    YC_TRY(const auto looked,
           in_hub_words(db_.integer("SELECT 1 FROM page_use JOIN case_row ON case_row.id = page_use.case_id "
                                    "JOIN audit ON audit.about = case_row.person "
                                    "WHERE page_use.sha256 = ?1 AND audit.user = ?2 AND audit.action IN "
                                    "('dossier.look', 'dossier.file') "
                                    "LIMIT 1",
                                    sha256, user)));
    return looked.has_value();
}

base::Result<std::optional<int64_t>> SqliteHubStore::page_size(const std::string& sha256) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.size(sha256));
}

base::Result<std::string> SqliteHubStore::read_page(const std::string& sha256, int64_t offset) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.read(sha256, offset));
}

base::Result<void> SqliteHubStore::begin_upload(const Upload& upload) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(
        pages_.begin({upload.id, upload.sha256, upload.user, upload.length, 0, to_ms(upload.expires_at)}));
}

base::Result<std::optional<Upload>> SqliteHubStore::upload(const std::string& id) {
    const std::lock_guard lock(pages_mutex_);
    YC_TRY(const auto row, in_hub_words(pages_.upload(id)));
    if (!row) return std::optional<Upload>{};
    return std::optional{
        Upload{row->id, row->sha256, row->user, row->length, row->received, from_ms(row->expires_at)}};
}

base::Result<void> SqliteHubStore::append_upload(const std::string& id, int64_t offset,
                                                 std::string_view bytes) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.append(id, offset, bytes));
}

base::Result<void> SqliteHubStore::finish_upload(const std::string& id) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.finish(id));
}

base::Result<void> SqliteHubStore::drop_upload(const std::string& id) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.drop(id));
}

base::Result<void> SqliteHubStore::drop_uploads_before(base::Instant now) {
    const std::lock_guard lock(pages_mutex_);
    return in_hub_words(pages_.drop_before(to_ms(now)));
}

}  // namespace yc::hub::store
