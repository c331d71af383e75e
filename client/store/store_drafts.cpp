#include "client/store/store_impl.h"

namespace yc::client::store {

namespace {

constexpr std::string_view kSelect = "SELECT id, kind, title, json, updated_at FROM drafts";

Draft read_draft(const sqlite::Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), from_ms(row.integer(4))};
}

}  // namespace

base::Result<void> LocalStore::save_draft(const Draft& draft) {
    return impl_->write(topic_drafts, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO drafts(id, kind, title, json, updated_at) VALUES(?1,?2,?3,?4,?5)"
            " ON CONFLICT(id) DO UPDATE SET kind=excluded.kind, title=excluded.title, json=excluded.json,"
            " updated_at=excluded.updated_at",
            draft.id, draft.kind, draft.title, draft.json, impl_->now());
    });
}

base::Result<std::optional<Draft>> LocalStore::draft(const std::string& id) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::optional<Draft>> {
        std::optional<Draft> found;
        YC_CHECK(db.each(
            std::string(kSelect) + " WHERE id=?1", [&](const sqlite::Row& row) { found = read_draft(row); },
            id));
        return found;
    });
}

base::Result<std::vector<Draft>> LocalStore::drafts(const std::string& kind) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<Draft>> {
        std::vector<Draft> found;
        YC_CHECK(db.each(
            std::string(kSelect) + " WHERE ?1='' OR kind=?1 ORDER BY updated_at DESC, id DESC",
            [&](const sqlite::Row& row) { found.push_back(read_draft(row)); }, kind));
        return found;
    });
}

base::Result<void> LocalStore::remove_draft(const std::string& id) {
    return impl_->write(topic_drafts,
                        [&](sqlite::Db& db) { return db.run("DELETE FROM drafts WHERE id=?1", id); });
}

base::Result<void> LocalStore::record_notice(const NoticeRecord& notice) {
    return impl_->write(topic_notices, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO notices(number, kind, case_id, pdf_sha256, printed_by, printed_at)"
            " VALUES(?1,?2,?3,?4,?5,?6) ON CONFLICT DO NOTHING",
            notice.number, notice.kind, notice.case_id, notice.pdf_sha256, notice.printed_by,
            to_ms(notice.printed_at));
    });
}

base::Result<std::vector<NoticeRecord>> LocalStore::notices_of(const std::string& case_id) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::vector<NoticeRecord>> {
        std::vector<NoticeRecord> found;
        YC_CHECK(db.each(
            "SELECT number, kind, case_id, pdf_sha256, printed_by, printed_at FROM notices"
            " WHERE case_id=?1 ORDER BY printed_at, number",
            [&](const sqlite::Row& row) {
                found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                 from_ms(row.integer(5))});
            },
            case_id));
        return found;
    });
}

}  // namespace yc::client::store
