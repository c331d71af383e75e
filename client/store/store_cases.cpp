#include "client/store/case_rows.h"
#include "client/store/event_rows.h"
#include "client/store/store_impl.h"

namespace yc::client::store {

base::Result<CasePage> LocalStore::cases(const CaseQuery& query) {
    return impl_->read([&](sqlite::Db& db) {
        return query_cases(db, query, [this](std::string_view text) { return impl_->digest(text); });
    });
}

base::Result<domain::CaseState> LocalStore::case_state(const std::string& case_id) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<domain::CaseState> {
        YC_TRY(const StoredEvents events, load_events(db, case_id));
        if (events.confirmed.empty() && events.pending.empty())
            return base::fail("case.unknown", "no events of this case here");
        return derive_case(events, *impl_->rules);
    });
}

base::Result<std::optional<CaseRow>> LocalStore::case_row(const std::string& case_id) {
    return impl_->read([&](sqlite::Db& db) { return load_case_row(db, case_id); });
}

base::Result<std::optional<std::string>> LocalStore::case_id_of_number(const std::string& case_no) {
    return impl_->read(
        [&](sqlite::Db& db) { return db.text("SELECT case_id FROM cases WHERE case_no=?1", case_no); });
}

base::Result<void> LocalStore::rebuild_cases() {
    const auto digest = [this](std::string_view text) { return impl_->digest(text); };
    return impl_->write(topic_cases, [&](sqlite::Db& db) -> base::Result<void> {
        YC_CHECK(db.execute("DELETE FROM cases"));
        std::vector<std::string> ids;
        YC_CHECK(db.each("SELECT DISTINCT case_id FROM events",
                         [&](const sqlite::Row& row) { ids.push_back(row.text(0)); }));
        for (const auto& id : ids)
            YC_CHECK(refresh_case(db, id, *impl_->rules, impl_->options.clock->now(), digest));
        return {};
    });
}

}  // namespace yc::client::store
