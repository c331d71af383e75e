#include "client/store/store_impl.h"
#include "core/base/crypto.h"

namespace yc::client::store {

namespace {

constexpr size_t kLargestPage = 20U << 20;

}  // namespace

base::Result<std::string> LocalStore::save_page(std::string_view bytes, bool fetched) {
    if (bytes.empty()) return base::fail("page.empty", "a page without bytes");
    if (bytes.size() > kLargestPage)
        return base::fail("page.too_large", "a page over the limit",
                          {{"most", std::to_string(kLargestPage >> 20)}});
    const std::string sha256 = base::sha256_hex(bytes);
    // The file first: a row never names bytes that are not on the disk. Without a row, a file is only unused.
    YC_CHECK(impl_->pages.write(sha256, bytes));
    YC_CHECK(impl_->write(topic_pages, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO pages(sha256, size, state, saved_at) VALUES(?1,?2,?3,?4) ON CONFLICT DO NOTHING",
            sha256, bytes.size(), fetched ? "at_hub" : "waiting", impl_->now());
    }));
    return sha256;
}

base::Result<std::string> LocalStore::page(const std::string& sha256) {
    return impl_->pages.read(sha256);
}

base::Result<bool> LocalStore::has_page(const std::string& sha256) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<bool> {
        YC_TRY(const auto found, db.integer("SELECT 1 FROM pages WHERE sha256=?1", sha256));
        return found.has_value();
    });
}

base::Result<std::vector<PageUpload>> LocalStore::pages_to_upload(size_t limit) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<PageUpload>> {
        std::vector<PageUpload> pages;
        YC_CHECK(db.each(
            "SELECT p.sha256, p.size, p.location, p.sent FROM pages p WHERE p.state='waiting' AND EXISTS"
            "(SELECT 1 FROM case_pages cp WHERE cp.sha256=p.sha256) ORDER BY p.saved_at, p.sha256"
            " LIMIT ?1",
            [&](const sqlite::Row& row) {
                pages.push_back({row.text(0), row.integer(1), row.text(2), row.integer(3)});
            },
            limit));
        return pages;
    });
}

base::Result<void> LocalStore::page_progress(const std::string& sha256, const std::string& location,
                                             int64_t offset) {
    return impl_->write(topic_pages, [&](sqlite::Db& db) {
        return db.run("UPDATE pages SET location=?2, sent=?3 WHERE sha256=?1", sha256, location, offset);
    });
}

base::Result<void> LocalStore::page_uploaded(const std::string& sha256,
                                             const std::optional<std::string>& epoch) {
    return impl_->write(topic_pages | topic_cases, [&](sqlite::Db& db) -> base::Result<void> {
        YC_TRY(const wire::Known known, load_known(db));
        if (epoch && *epoch != known.epoch) return {};
        return db.run("UPDATE pages SET state='at_hub', location='', sent=size WHERE sha256=?1", sha256);
    });
}

}  // namespace yc::client::store
