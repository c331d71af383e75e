#pragma once
#include <mutex>

#include "core/sqlite/connection.h"
#include "hub/store/hub_store.h"
#include "hub/store/pages/page_store.h"
#include "hub/store/sqlite/accounts.h"
#include "hub/store/sqlite/dossier_desk.h"
#include "hub/store/sqlite/event_log.h"
#include "hub/store/sqlite/group_commit.h"
#include "hub/store/sqlite/key_file.h"
#include "hub/store/sqlite/person_vault.h"

namespace yc::hub::store {

/// HubStore over two encrypted SQLite files: hub.db and pages.db. One connection each, behind a lock each.
class SqliteHubStore final : public HubStore {
  public:
    SqliteHubStore(sqlite::Db db, pages::PageStore pages, HubKeys keys);

    /// What must be there before the first use: the epoch. Finishes an erasure that was cut off.
    base::Result<void> prepare();

    base::Result<std::optional<std::string>> meta(const std::string& name) override;
    base::Result<void> set_meta(const std::string& name, const std::string& value) override;
    base::Result<std::string> epoch() override;
    base::Result<void> new_epoch() override;
    base::Result<int64_t> last_seq() override;
    base::Result<bool> holds(const wire::Known& known) override;
    base::Result<StoreFigures> figures(base::Instant now) override;
    base::Result<int64_t> outside_changes() override;
    base::Result<Standing> standing() override;
    base::Result<domain::Directory> directory() override;
    base::Result<void> set_directory(const domain::Directory& directory) override;

    base::Result<std::optional<UserRecord>> user(const std::string& id) override;
    base::Result<void> put_user(const UserRecord& user) override;
    base::Result<void> open_session(const SessionRecord& session) override;
    base::Result<std::optional<SessionRecord>> session(const std::string& token_digest) override;
    base::Result<void> close_session(const std::string& token_digest) override;
    base::Result<void> drop_sessions_before(base::Instant now) override;
    base::Result<std::optional<base::Instant>> granted_authority(const std::string& user) override;
    base::Result<bool> was_on_device(const std::string& user, const std::string& device) override;
    base::Result<std::optional<std::string>> device_key(const std::string& device,
                                                        const domain::User& user) override;
    base::Result<std::optional<std::string>> letter_key(const std::string& device) override;
    base::Result<std::optional<std::string>> device_of(const std::string& counter) override;
    base::Result<void> bind_device(const std::string& counter, const std::string& device) override;
    base::Result<std::optional<std::string>> free_counter(const std::string& counter, const AuditEntry& entry,
                                                          LostDevice device) override;

    base::Result<void> write(const std::function<base::Result<void>(CaseWriter&)>& work) override;
    base::Result<std::vector<domain::CaseEvent>> events_of(const std::string& case_id) override;
    base::Result<wire::ChangesPage> changes(const std::vector<Scope>& scopes, int64_t after,
                                            int limit) override;
    base::Result<std::vector<CaseRow>> open_cases(const std::string& after_id, int limit) override;
    base::Result<void> check_chain() override;
    base::Result<StoreReport> inspect() override;
    base::Result<void> copy_to(const std::filesystem::path& folder) override;

    base::Result<std::optional<domain::Dossier>> look_up(const domain::PartyKey& key,
                                                         const AuditEntry& look) override;
    base::Result<std::optional<domain::DossierFile>> dossier_file(const domain::PartyKey& key,
                                                                  const AuditEntry& look) override;
    base::Result<domain::DossierFile> act_on_dossier(const domain::PartyKey& key,
                                                     const domain::DossierAct& act, bool by_supervisor,
                                                     const AuditEntry& entry) override;
    base::Result<bool> case_concerns(const std::string& case_id, const domain::PartyKey& key,
                                     const std::vector<Scope>& scopes) override;
    base::Result<bool> open_ticket(const std::string& id, const std::string& counter,
                                   const std::string& device, base::Instant now) override;
    base::Result<std::vector<domain::Dossier>> open_dossiers(const AuditEntry& entry) override;
    base::Result<Erasure> forget_person(const domain::PartyKey& key, const AuditEntry& entry) override;
    base::Result<void> audit(const AuditEntry& entry) override;
    base::Result<std::vector<AuditEntry>> audit_entries(int64_t after, int limit) override;

    base::Result<int64_t> catalogue_version() override;
    base::Result<std::optional<std::string>> catalogue() override;
    base::Result<void> publish_catalogue(int64_t version, std::string_view bundle,
                                         base::Instant now) override;

    base::Result<std::vector<std::string>> missing_pages(const std::vector<std::string>& pages) override;
    base::Result<bool> may_see_page(const std::string& sha256, const std::string& user,
                                    const std::vector<Scope>& scopes) override;
    base::Result<std::optional<int64_t>> page_size(const std::string& sha256) override;
    base::Result<std::string> read_page(const std::string& sha256, int64_t offset) override;
    base::Result<void> begin_upload(const Upload& upload) override;
    base::Result<std::optional<Upload>> upload(const std::string& id) override;
    base::Result<void> append_upload(const std::string& id, int64_t offset, std::string_view bytes) override;
    base::Result<void> finish_upload(const std::string& id) override;
    base::Result<void> drop_upload(const std::string& id) override;
    base::Result<void> drop_uploads_before(base::Instant now) override;

  private:
    base::Result<void> write_audit(const AuditEntry& entry);
    base::Result<void> check_audit();
    /// Never under the mutex: the work runs under it, perhaps together with that of others.
    base::Result<void> in_transaction(const std::function<base::Result<void>()>& work);
    /// Writes a line for each part of the party.
    base::Result<void> write_audit(AuditEntry entry, const PartyParts& parts);
    base::Result<Erasure> erase(const PartyParts& parts);
    base::Result<std::vector<std::string>> pages_only_of(const PartyParts& parts);
    /// Deletes the images that forgotten persons left; how many.
    base::Result<int64_t> erase_pages();
    base::Result<bool> empty_journals();
    base::Result<void> read_counts(StoreReport& report);
    base::Result<int64_t> pages_awaited();
    base::Result<bool> sees_page_of_case(const std::string& sha256, const std::vector<Scope>& scopes);

    std::mutex mutex_;  ///< guards db_ and all that stands on it
    sqlite::Db db_;
    GroupCommit commits_{db_, mutex_};
    HubKeys keys_;
    PersonVault vault_;
    EventLog log_;
    DossierDesk dossiers_{db_, vault_, log_};
    Accounts accounts_;
    std::mutex pages_mutex_;
    pages::PageStore pages_;
};

}  // namespace yc::hub::store
