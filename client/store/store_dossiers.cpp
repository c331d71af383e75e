#include <nlohmann/json.hpp>

#include "client/store/store_impl.h"
#include "core/wire/dossier_json.h"
#include "core/wire/json_text.h"
#include "core/wire/object_reader.h"
#include "core/wire/parts_json.h"

namespace yc::client::store {

namespace {

std::string text_of(const DossierLook& look) {
    return wire::to_text({{"id", look.id},
                          {"key", wire::to_json(look.key)},
                          {"purpose", look.purpose},
                          {"case", look.case_id},
                          {"user", look.user},
                          {"at", base::to_string(look.at)},
                          {"ticket", look.ticket}});
}

base::Result<DossierLook> look_of(const std::string& text) {
    YC_TRY(const auto json, wire::parse_text(text));
    DossierLook look;
    std::string at;
    wire::ObjectReader reader(json);
    reader.text("id", look.id);
    reader.object("key", look.key, wire::read_party_key);
    reader.text("purpose", look.purpose);
    reader.text("case", look.case_id);
    reader.text("user", look.user);
    reader.text("at", at);
    reader.text("ticket", look.ticket);
    YC_CHECK(reader.finish());
    YC_TRY(look.at, base::parse_instant(at));
    return look;
}

}  // namespace

base::Result<void> LocalStore::save_dossier(const domain::Dossier& dossier, base::Instant expires_at) {
    return impl_->write(topic_dossiers, [&](sqlite::Db& db) {
        return db.run(
            "INSERT INTO dossiers(key_digest, json, version, stale, expires_at) VALUES(?1,?2,?3,0,?4)"
            " ON CONFLICT(key_digest) DO UPDATE SET json=excluded.json, version=excluded.version, stale=0,"
            " expires_at=excluded.expires_at",
            impl_->digest_of(dossier.party.key), wire::dossier_to_text(dossier), dossier.version,
            to_ms(expires_at));
    });
}

base::Result<std::optional<domain::Dossier>> LocalStore::dossier(const domain::PartyKey& key, bool* stale) {
    return impl_->read([&](sqlite::Db& db) -> base::Result<std::optional<domain::Dossier>> {
        std::optional<std::string> text;
        YC_CHECK(db.each(
            "SELECT json, stale FROM dossiers WHERE key_digest=?1 AND expires_at>?2",
            [&](const sqlite::Row& row) {
                text = row.text(0);
                if (stale != nullptr) *stale = row.integer(1) != 0;
            },
            impl_->digest_of(key), impl_->now()));
        if (!text) return std::optional<domain::Dossier>();
        YC_TRY(domain::Dossier dossier, wire::dossier_from_text(*text));
        return std::optional(std::move(dossier));
    });
}

base::Result<void> LocalStore::expire_dossiers() {
    return impl_->write(topic_dossiers, [&](sqlite::Db& db) {
        return db.run("DELETE FROM dossiers WHERE expires_at<=?1", impl_->now());
    });
}

base::Result<void> LocalStore::record_look(const DossierLook& look) {
    return impl_->write(0, [&](sqlite::Db& db) {
        return db.run("INSERT INTO looks(id, json, at) VALUES(?1,?2,?3) ON CONFLICT DO NOTHING", look.id,
                      text_of(look), to_ms(look.at));
    });
}

base::Result<std::vector<DossierLook>> LocalStore::unsent_looks() {
    return impl_->read([](sqlite::Db& db) -> base::Result<std::vector<DossierLook>> {
        std::vector<std::string> texts;
        YC_CHECK(db.each("SELECT json FROM looks ORDER BY at, id",
                         [&](const sqlite::Row& row) { texts.push_back(row.text(0)); }));
        std::vector<DossierLook> looks;
        for (const auto& text : texts) {
            YC_TRY(DossierLook look, look_of(text));
            looks.push_back(std::move(look));
        }
        return looks;
    });
}

base::Result<void> LocalStore::looks_sent(const std::vector<std::string>& ids) {
    return impl_->write(0, [&](sqlite::Db& db) -> base::Result<void> {
        for (const auto& id : ids) YC_CHECK(db.run("DELETE FROM looks WHERE id=?1", id));
        return {};
    });
}

}  // namespace yc::client::store
