#include <fmt/format.h>

#include "client/store/store_impl.h"

namespace yc::client::store {

namespace {

constexpr int kMostSerials = 99999;

base::Result<int> take_next(sqlite::Db& db, const std::string& series) {
    YC_TRY(const auto next, db.integer("INSERT INTO series(name, last) VALUES(?1, 1)"
                                       " ON CONFLICT(name) DO UPDATE SET last=last+1 RETURNING last",
                                       series));
    return static_cast<int>(next.value_or(0));
}

}  // namespace

const std::string& LocalStore::device_id() const {
    return impl_->device;
}

base::Result<std::optional<std::string>> LocalStore::setting(std::string_view name) {
    return impl_->read([&](sqlite::Db& db) {
        return db.text("SELECT value FROM meta WHERE name=?1", "setting/" + std::string(name));
    });
}

base::Result<void> LocalStore::set_setting(std::string_view name, std::string_view value) {
    return impl_->write(0, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO meta(name, value) VALUES(?1,?2) ON CONFLICT(name) DO UPDATE SET "
            "value=excluded.value",
            "setting/" + std::string(name), value);
    });
}

base::Result<int> LocalStore::reserve_case_serial(const std::string& division, base::Date date,
                                                  int counter_number) {
    const std::string series =
        fmt::format("case/{}{:04}{:02}{:02}{:03}", division, static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), counter_number);
    return impl_->write(0, [&](sqlite::Db& db) -> base::Result<int> {
        YC_TRY(const int serial, take_next(db, series));
        if (serial > kMostSerials)
            return base::fail("store.serials_exhausted", "no case numbers left for this counter and day");
        return serial;
    });
}

base::Result<int> LocalStore::reserve_serial(const std::string& series) {
    return impl_->write(0, [&](sqlite::Db& db) { return take_next(db, "own/" + series); });
}

base::Result<void> LocalStore::save_session(const wire::Session& session) {
    wire::Session kept = session;
    kept.device_key.clear();
    return impl_->write(topic_session, [&](sqlite::Db& db) -> base::Result<void> {
        if (!kept.epoch.empty())
            YC_CHECK(db.run("INSERT INTO meta(name, value) VALUES('epoch',?1) ON CONFLICT DO NOTHING",
                            kept.epoch));
        return db.run(
            "INSERT INTO sessions(user, json, saved_at) VALUES(?1,?2,?3)"
            " ON CONFLICT(user) DO UPDATE SET json=excluded.json, saved_at=excluded.saved_at",
            kept.user.id, wire::session_to_text(kept), impl_->now());
    });
}

base::Result<std::optional<wire::Session>> LocalStore::session(const std::string& user) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::optional<wire::Session>> {
        YC_TRY(const auto text, db.text("SELECT json FROM sessions WHERE user=?1", user));
        if (!text) return std::optional<wire::Session>();
        YC_TRY(wire::Session session, wire::session_from_text(*text));
        return std::optional(std::move(session));
    });
}

base::Result<void> LocalStore::forget_token(const std::string& user) {
    YC_TRY(auto known, session(user));
    if (!known || known->token.empty()) return {};
    known->token.clear();
    return save_session(*known);
}

base::Result<void> LocalStore::save_catalogue(const CatalogueBundle& bundle) {
    return impl_->write(topic_catalogue, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO catalogue(id, version, bytes) VALUES(1,?1,?2)"
            " ON CONFLICT(id) DO UPDATE SET version=excluded.version, bytes=excluded.bytes",
            bundle.version, sqlite::Blob{bundle.bytes});
    });
}

base::Result<std::optional<CatalogueBundle>> LocalStore::catalogue() {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::optional<CatalogueBundle>> {
        std::optional<CatalogueBundle> found;
        YC_CHECK(db.each("SELECT version, bytes FROM catalogue", [&](const sqlite::Row& row) {
            found = CatalogueBundle{row.integer(0), row.blob(1)};
        }));
        return found;
    });
}

base::Result<int64_t> LocalStore::catalogue_version() {
    return impl_->read([&](sqlite::Db& db) -> base::Result<int64_t> {
        YC_TRY(const auto version, db.integer("SELECT version FROM catalogue"));
        return version.value_or(0);
    });
}

}  // namespace yc::client::store
