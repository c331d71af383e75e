#include "hub/store/sqlite/person_vault.h"

#include "core/base/crypto.h"
#include "core/base/enum_names.h"
#include "core/wire/dossier_file_json.h"

namespace yc::hub::store {
namespace {

constexpr const char* kDossierContext = "dossier";
constexpr const char* kRecordContext = "record";

}  // namespace

std::string PersonVault::blind_index(const domain::PartyKey& key) const {
    return base::keyed_digest(keys_.index, std::string(base::to_name(key.kind)) + ":" + key.number);
}

base::Result<std::optional<int64_t>> PersonVault::find(const domain::PartyKey& key) {
    return db_.integer("SELECT id FROM person WHERE blind_index = ?1", blind_index(key));
}

base::Result<int64_t> PersonVault::need(const domain::PartyKey& key) {
    YC_TRY(const auto found, find(key));
    if (found) return *found;
    const std::string index = blind_index(key);
    const std::string wrapped = base::seal(keys_.wrapping, base::random_bytes(32), index);
    YC_CHECK(db_.run("INSERT INTO person(blind_index, wrapped_key) VALUES (?1, ?2)", index,
                     sqlite::Blob{wrapped}));
    return db_.last_insert_id();
}

base::Result<std::string> PersonVault::key_of(int64_t person) {
    std::string index;
    std::string wrapped;
    YC_CHECK(db_.each(
        "SELECT blind_index, wrapped_key FROM person WHERE id = ?1",
        [&](const sqlite::Row& row) {
            index = row.text(0);
            wrapped = row.blob(1);
        },
        person));
    if (wrapped.empty()) return base::fail("hub.person_forgotten", "the person's key was destroyed");
    return base::unseal(keys_.wrapping, wrapped, index);
}

base::Result<std::string> PersonVault::seal(int64_t person, const std::string& plain,
                                            const std::string& context) {
    YC_TRY(const auto key, key_of(person));
    return base::seal(key, plain, context);
}

base::Result<std::string> PersonVault::unseal(int64_t person, const std::string& sealed,
                                              const std::string& context) {
    YC_TRY(const auto key, key_of(person));
    return base::unseal(key, sealed, context);
}

base::Result<std::optional<domain::Dossier>> PersonVault::dossier(int64_t person) {
    std::string sealed;
    int64_t version = 0;
    YC_CHECK(db_.each(
        "SELECT dossier, version FROM person WHERE id = ?1",
        [&](const sqlite::Row& row) {
            sealed = row.blob(0);
            version = row.integer(1);
        },
        person));
    if (sealed.empty()) return std::optional<domain::Dossier>{};
    YC_TRY(const auto text, unseal(person, sealed, kDossierContext));
    YC_TRY(auto dossier, wire::dossier_from_text(text));
    dossier.version = version;
    return std::optional{std::move(dossier)};
}

base::Result<void> PersonVault::put_dossier(int64_t person, const domain::Dossier& dossier) {
    YC_TRY(const auto sealed, seal(person, wire::dossier_to_text(dossier), kDossierContext));
    return db_.run(
        "UPDATE person SET dossier = ?2, record = NULL, version = ?3, open_facts = ?4 WHERE id = ?1", person,
        sqlite::Blob{sealed}, dossier.version, static_cast<int64_t>(dossier.open.size()));
}

base::Result<std::optional<domain::DossierRecord>> PersonVault::record(int64_t person) {
    std::string sealed;
    YC_CHECK(db_.each(
        "SELECT record FROM person WHERE id = ?1", [&](const sqlite::Row& row) { sealed = row.blob(0); },
        person));
    if (!sealed.empty()) {
        YC_TRY(const auto text, unseal(person, sealed, kRecordContext));
        YC_TRY(auto record, wire::record_from_text(text));
        return std::optional{std::move(record)};
    }
    YC_TRY(const auto loaded, dossier(person));
    if (!loaded) return std::optional<domain::DossierRecord>{};
    return std::optional{domain::record_of(*loaded)};
}

base::Result<void> PersonVault::put_record(int64_t person, const domain::DossierRecord& record) {
    YC_CHECK(put_dossier(person, domain::dossier_of({&record, 1})));
    YC_TRY(const auto sealed, seal(person, wire::record_to_text(record), kRecordContext));
    return db_.run("UPDATE person SET record = ?2 WHERE id = ?1", person, sqlite::Blob{sealed});
}

base::Result<void> PersonVault::forget(int64_t person) {
    return db_.run(
        "UPDATE person SET wrapped_key = x'', dossier = NULL, record = NULL, open_facts = 0, "
        "blind_index = 'forgotten:' || id WHERE id = ?1",
        person);
}

}  // namespace yc::hub::store
