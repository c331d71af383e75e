#include "client/store/store_impl.h"

namespace yc::client::store {

base::Result<std::map<std::string, int>> LocalStore::taken_at(const std::string& counter,
                                                              base::Instant since) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::map<std::string, int>> {
        std::map<std::string, int> taken;
        YC_CHECK(db.each(
            "SELECT item_code, count(*) FROM cases WHERE counter=?1 AND registered_at>=?2 GROUP BY item_code"
            " UNION ALL"
            " SELECT code, count(*) FROM packages_taken WHERE counter=?1 AND taken_at>=?2 GROUP BY code",
            [&](const sqlite::Row& row) { taken[row.text(0)] += static_cast<int>(row.integer(1)); }, counter,
            to_ms(since)));
        return taken;
    });
}

base::Result<void> LocalStore::record_package(const std::string& counter, const std::string& package,
                                              base::Instant since) {
    return impl_->write(0, [&](sqlite::Db& db) -> base::Result<void> {
        YC_CHECK(db.run("DELETE FROM packages_taken WHERE taken_at<?1", to_ms(since)));
        return db.run("INSERT INTO packages_taken(counter, taken_at, code) VALUES(?1,?2,?3)", counter,
                      impl_->now(), package);
    });
}

base::Result<std::set<std::string>> LocalStore::favourites(const std::string& user) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::set<std::string>> {
        std::set<std::string> codes;
        YC_CHECK(db.each(
            "SELECT code FROM favourites WHERE user=?1",
            [&](const sqlite::Row& row) { codes.insert(row.text(0)); }, user));
        return codes;
    });
}

base::Result<void> LocalStore::set_favourite(const std::string& user, const std::string& code,
                                             bool favourite) {
    return impl_->write(0, [&](sqlite::Db& db) {
        return db.run(favourite ? "INSERT OR IGNORE INTO favourites(user, code) VALUES(?1,?2)"
                                : "DELETE FROM favourites WHERE user=?1 AND code=?2",
                      user, code);
    });
}

}  // namespace yc::client::store
