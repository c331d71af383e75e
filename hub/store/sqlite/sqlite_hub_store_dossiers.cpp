// The calls of SqliteHubStore about dossiers; each leaves its line in the audit.
#include "hub/store/sqlite/sqlite_hub_store.h"
#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {

base::Result<void> SqliteHubStore::write_audit(AuditEntry entry, const PartyParts& parts) {
    for (const int64_t person : parts.persons) {
        entry.about = person;
        YC_CHECK(write_audit(entry));
    }
    return {};
}

base::Result<std::optional<domain::Dossier>> SqliteHubStore::look_up(const domain::PartyKey& key,
                                                                     const AuditEntry& look) {
    std::optional<domain::Dossier> dossier;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(const auto person, vault_.find(key));
        if (!person) return write_audit(look);
        YC_TRY(const auto parts, parts_of(db_, *person));
        YC_TRY(dossier, dossiers_.dossier(parts));
        return write_audit(look, parts);
    }));
    return dossier;
}

base::Result<std::optional<domain::DossierFile>> SqliteHubStore::dossier_file(const domain::PartyKey& key,
                                                                              const AuditEntry& look) {
    std::optional<domain::DossierFile> file;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(const auto person, vault_.find(key));
        if (!person) return write_audit(look);
        YC_TRY(const auto parts, parts_of(db_, *person));
        YC_TRY(file, dossiers_.file(parts));
        return write_audit(look, parts);
    }));
    return file;
}

base::Result<domain::DossierFile> SqliteHubStore::act_on_dossier(const domain::PartyKey& key,
                                                                 const domain::DossierAct& act,
                                                                 bool by_supervisor,
                                                                 const AuditEntry& entry) {
    std::optional<domain::DossierFile> file;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(const auto person, vault_.find(key));
        if (!person) return base::fail("dossier.no_such_person", "nobody under this number");
        YC_TRY(const auto before, parts_of(db_, *person));
        YC_CHECK(dossiers_.act(before, act, by_supervisor));
        YC_TRY(const auto after, parts_of(db_, *person));
        YC_TRY(file, dossiers_.file(after));
        return write_audit(entry, before.persons.size() > after.persons.size() ? before : after);
    }));
    return *std::move(file);
}

base::Result<bool> SqliteHubStore::case_concerns(const std::string& case_id, const domain::PartyKey& key,
                                                 const std::vector<Scope>& scopes) {
    const std::lock_guard lock(mutex_);
    YC_TRY(const auto person, in_hub_words(vault_.find(key)));
    if (!person) return false;
    YC_TRY(const auto parts, in_hub_words(parts_of(db_, *person)));
    return in_hub_words(dossiers_.case_concerns(case_id, parts, scopes));
}

base::Result<bool> SqliteHubStore::open_ticket(const std::string& id, const std::string& counter,
                                               const std::string& device, base::Instant now) {
    bool here = false;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_CHECK(
            db_.run("INSERT INTO intake_ticket(id, counter, device, opened_at) VALUES (?1, ?2, ?3, ?4) "
                    "ON CONFLICT DO NOTHING",
                    id, counter, device, to_ms(now)));
        YC_TRY(const auto found,
               db_.integer("SELECT 1 FROM intake_ticket WHERE id = ?1 AND (counter = ?2 OR device = ?3)", id,
                           counter, device));
        here = found.has_value();
        return {};
    }));
    return here;
}

base::Result<std::vector<domain::Dossier>> SqliteHubStore::open_dossiers(const AuditEntry& entry) {
    std::vector<domain::Dossier> dossiers;
    YC_CHECK(in_transaction([&]() -> base::Result<void> {
        YC_TRY(dossiers, dossiers_.open_dossiers());
        return write_audit(entry);
    }));
    return dossiers;
}

}  // namespace yc::hub::store
