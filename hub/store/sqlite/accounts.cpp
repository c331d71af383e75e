#include "hub/store/sqlite/accounts.h"

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/sqlite/transaction.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

std::string roles_to_text(const std::vector<domain::Role>& roles) {
    std::string out;
    for (const auto role : roles) out += (out.empty() ? "" : ",") + std::string(base::to_name(role));
    return out;
}

std::vector<domain::Role> roles_from_text(const std::string& text) {
    std::vector<domain::Role> roles;
    for (const auto& word : base::split(text, ','))
        if (const auto role = base::from_name<domain::Role>(word)) roles.push_back(*role);
    return roles;
}

std::optional<int64_t> ms_or_null(const std::optional<base::Instant>& instant) {
    if (!instant) return std::nullopt;
    return to_ms(*instant);
}

std::optional<base::Instant> instant_or_none(const sqlite::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return from_ms(row.integer(column));
}

}  // namespace

base::Result<std::optional<UserRecord>> Accounts::user(const std::string& id) {
    std::optional<UserRecord> found;
    YC_CHECK(db_.each(
        "SELECT id, name, roles, hall, department, password_hash, failures, locked_until FROM user WHERE id "
        "= ?1",
        [&](const sqlite::Row& row) {
            found =
                UserRecord{{row.text(0), row.text(1), roles_from_text(row.text(2)), row.text(3), row.text(4)},
                           row.text(5),
                           static_cast<int>(row.integer(6)),
                           instant_or_none(row, 7)};
        },
        id));
    return found;
}

base::Result<void> Accounts::put_user(const UserRecord& record) {
    const auto& user = record.user;
    return db_.run(
        "INSERT INTO user(id, name, roles, hall, department, password_hash, failures, locked_until) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET name = ?2, roles = ?3, hall "
        "= ?4, "
        "department = ?5, password_hash = ?6, failures = ?7, locked_until = ?8",
        user.id, user.name, roles_to_text(user.roles), user.hall, user.department, record.password_hash,
        record.failures, ms_or_null(record.locked_until));
}

base::Result<void> Accounts::open_session(const SessionRecord& session) {
    YC_TRY(auto tx, sqlite::Tx::begin(db_));
    YC_CHECK(
        db_.run("INSERT INTO session(token_digest, user, device, counter, expires_at, authority_until) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                session.token_digest, session.user.id, session.device, session.counter,
                to_ms(session.expires_at), ms_or_null(session.authority_until)));
    YC_CHECK(db_.run("INSERT INTO device_user(user, device) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                     session.user.id, session.device));
    if (session.authority_until)
        YC_CHECK(db_.run(
            "INSERT INTO authority(user, until) VALUES (?1, ?2) ON CONFLICT (user) DO UPDATE SET until = ?2",
            session.user.id, to_ms(*session.authority_until)));
    return tx.commit();
}

base::Result<std::optional<SessionRecord>> Accounts::session(const std::string& token_digest) {
    std::optional<SessionRecord> found;
    YC_CHECK(db_.each(
        "SELECT user, device, counter, expires_at, authority_until FROM session WHERE token_digest = ?1",
        [&](const sqlite::Row& row) {
            found.emplace();
            found->token_digest = token_digest;
            found->user.id = row.text(0);
            found->device = row.text(1);
            found->counter = row.text(2);
            found->expires_at = from_ms(row.integer(3));
            found->authority_until = instant_or_none(row, 4);
        },
        token_digest));
    if (!found) return found;
    YC_TRY(const auto record, user(found->user.id));
    if (record) found->user = record->user;
    return found;
}

base::Result<void> Accounts::close_session(const std::string& token_digest) {
    return db_.run("DELETE FROM session WHERE token_digest = ?1", token_digest);
}

base::Result<void> Accounts::drop_sessions_before(base::Instant now) {
    return db_.run("DELETE FROM session WHERE expires_at < ?1", to_ms(now));
}

base::Result<std::optional<base::Instant>> Accounts::granted_authority(const std::string& user) {
    YC_TRY(const auto until, db_.integer("SELECT until FROM authority WHERE user = ?1", user));
    if (!until) return std::optional<base::Instant>{};
    return std::optional{from_ms(*until)};
}

base::Result<void> Accounts::bind_device(const std::string& counter, const std::string& device) {
    return db_.run(
        "INSERT INTO counter_device(counter, device) VALUES (?1, ?2) ON CONFLICT (counter) DO UPDATE SET "
        "device = ?2",
        counter, device);
}

}  // namespace yc::hub::store
