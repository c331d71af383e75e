#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/domain/dossier_file.h"
#include "core/wire/feed_json.h"
#include "hub/store/records.h"

namespace yc::hub::store {

/// An event that was accepted before.
struct AcceptedEvent {
    int64_t seq = 0;
    std::optional<domain::CaseEvent> event;  ///< none: its person was forgotten, so nobody can read it
};

/// The reading and writing of cases and dossiers inside one write transaction. Valid only during the call of
/// HubStore::write that hands it out.
class CaseWriter {
  public:
    virtual ~CaseWriter() = default;
    /// The accepted event with this id.
    virtual base::Result<std::optional<AcceptedEvent>> event(const std::string& id) = 0;
    virtual base::Result<std::vector<domain::CaseEvent>> events_of(const std::string& case_id) = 0;
    /// The id of the case that bears this number.
    virtual base::Result<std::optional<std::string>> case_of_number(const std::string& case_no) = 0;
    /// Numbers the event and writes it under the person's key, chained to the one before. Returns it with seq
    /// and arrived_at.
    virtual base::Result<domain::CaseEvent> append(const domain::CaseEvent& event,
                                                   const domain::PartyKey& person,
                                                   base::Instant arrived_at) = 0;
    virtual base::Result<void> put_case(const CaseRow& row) = 0;
    /// From `seq` on exactly these places see the case; a place that is left sees up to that event.
    virtual base::Result<void> put_scopes(const std::string& case_id, const std::vector<Scope>& scopes,
                                          int64_t seq) = 0;
    /// The case uses these pages, so that those who see the case may fetch them.
    virtual base::Result<void> add_page_uses(const std::string& case_id,
                                             const std::vector<std::string>& pages) = 0;
    /// All that is known under this very number, whatever it is merged with.
    virtual base::Result<std::optional<domain::DossierRecord>> record(const domain::PartyKey& key) = 0;
    virtual base::Result<void> put_record(const domain::DossierRecord& record) = 0;
    /// Loads a dossier in place of all that is known under its number.
    virtual base::Result<void> put_dossier(const domain::Dossier& dossier) = 0;
    /// Somebody acted for the applicant in the case.
    virtual base::Result<void> add_agent(const std::string& case_id, const domain::PartyKey& applicant,
                                         const domain::PartyKey& agent) = 0;
};

/// What the hub keeps. One interface for all databases; every call is atomic and durable when it returns, and
/// safe from any thread. Errors besides those named: hub.full (disk or quota; nothing was changed),
/// hub.unavailable (the database cannot be used now).
class HubStore {
  public:
    virtual ~HubStore() = default;

    // The hub itself
    virtual base::Result<std::optional<std::string>> meta(const std::string& name) = 0;
    virtual base::Result<void> set_meta(const std::string& name, const std::string& value) = 0;
    /// Names the history that seq belongs to.
    virtual base::Result<std::string> epoch() = 0;
    virtual base::Result<void> new_epoch() = 0;
    virtual base::Result<int64_t> last_seq() = 0;
    /// Whether the history has this event at its place.
    virtual base::Result<bool> holds(const wire::Known& known) = 0;
    virtual base::Result<StoreFigures> figures(base::Instant now) = 0;
    /// A number that changes when another process has written.
    virtual base::Result<int64_t> outside_changes() = 0;
    /// All that an answer of the change feed depends on, seen at once.
    virtual base::Result<Standing> standing() = 0;
    virtual base::Result<domain::Directory> directory() = 0;
    virtual base::Result<void> set_directory(const domain::Directory& directory) = 0;

    // Users and sessions
    virtual base::Result<std::optional<UserRecord>> user(const std::string& id) = 0;
    virtual base::Result<void> put_user(const UserRecord& user) = 0;
    virtual base::Result<void> open_session(const SessionRecord& session) = 0;
    virtual base::Result<std::optional<SessionRecord>> session(const std::string& token_digest) = 0;
    virtual base::Result<void> close_session(const std::string& token_digest) = 0;
    virtual base::Result<void> drop_sessions_before(base::Instant now) = 0;
    /// Until when a user was last given authority to accept without the hub.
    virtual base::Result<std::optional<base::Instant>> granted_authority(const std::string& user) = 0;
    /// Whether the user has ever had a session on this device.
    virtual base::Result<bool> was_on_device(const std::string& user, const std::string& device) = 0;
    /// The hub's key to the stores of a device, 64 hex digits, always the same for the same device: random,
    /// made when somebody of a hall or a department first signs in there, and for the people of that hall
    /// (else department) only; nothing for others. Errors: session.device_revoked.
    virtual base::Result<std::optional<std::string>> device_key(const std::string& device,
                                                                const domain::User& user) = 0;
    /// The key of a device's letters (wire::letter_key), once it has a key; nothing before. Errors:
    /// session.device_revoked.
    virtual base::Result<std::optional<std::string>> letter_key(const std::string& device) = 0;
    /// The device bound to a counter.
    virtual base::Result<std::optional<std::string>> device_of(const std::string& counter) = 0;
    virtual base::Result<void> bind_device(const std::string& counter, const std::string& device) = 0;
    /// Unbinds the counter and ends the sessions opened at it and at the device it was bound to; that device,
    /// if any. A device that is not kept is lost: its key is destroyed, and nobody signs in there again.
    /// `entry` goes into the audit with it.
    virtual base::Result<std::optional<std::string>> free_counter(const std::string& counter,
                                                                  const AuditEntry& entry,
                                                                  LostDevice device) = 0;

    // Cases
    /// Runs `work` in one transaction, committed to the disk when it returns without an error, else undone.
    virtual base::Result<void> write(const std::function<base::Result<void>(CaseWriter&)>& work) = 0;
    virtual base::Result<std::vector<domain::CaseEvent>> events_of(const std::string& case_id) = 0;
    /// The next at most `limit` events after `after` for those who see these scopes, the checkpoint after
    /// them, and the dossiers that changed. Epoch and catalogue version are left to the caller.
    virtual base::Result<wire::ChangesPage> changes(const std::vector<Scope>& scopes, int64_t after,
                                                    int limit) = 0;
    /// Cases that are not closed, by id, at most `limit` after `after_id`: for the jobs.
    virtual base::Result<std::vector<CaseRow>> open_cases(const std::string& after_id, int limit) = 0;
    /// Reads everything: both databases, then the event chain, the audit, every page against its name. Slow;
    /// others may work meanwhile. Errors: hub.damaged {file}, hub.page_damaged {page}, and those of
    /// check_chain.
    virtual base::Result<StoreReport> inspect() = 0;
    /// Writes encrypted copies under the same keys into an existing empty folder: first the cases, then the
    /// pages, so that no page is missing that had arrived. Others may work meanwhile. The copies are not read
    /// back; a hub that is started from them begins a new epoch. Errors: hub.backup_failed, hub.backup_full.
    virtual base::Result<void> copy_to(const std::filesystem::path& folder) = 0;
    /// Checks digests and order of the whole event chain and of the audit. Errors: hub.chain_broken {seq},
    /// hub.audit_broken {line}.
    virtual base::Result<void> check_chain() = 0;

    // Dossiers. A merged one answers under each of its numbers, and the audit gets a line for each part.
    /// The dossier, and a line in the audit that it was looked at, found or not.
    virtual base::Result<std::optional<domain::Dossier>> look_up(const domain::PartyKey& key,
                                                                 const AuditEntry& look) = 0;
    /// The same with all that stands behind it: history, acts, cases, related parties.
    virtual base::Result<std::optional<domain::DossierFile>> dossier_file(const domain::PartyKey& key,
                                                                          const AuditEntry& look) = 0;
    /// Does an act upon the dossier, chained to the events, and gives the dossier as it stands then. `act`
    /// has its `by` and `at`; `by_supervisor` says whether who does it may do what only supervisors do.
    /// `entry` goes into the audit with it. Errors: dossier.no_such_person, dossier.supervisor_needed,
    /// dossier.already_merged, dossier.not_merged, dossier.merge_kinds (a person and an organisation), those
    /// of domain::check_act.
    virtual base::Result<domain::DossierFile> act_on_dossier(const domain::PartyKey& key,
                                                             const domain::DossierAct& act,
                                                             bool by_supervisor, const AuditEntry& entry) = 0;
    /// Whether one of these places sees the case now and the party is its applicant or its agent.
    virtual base::Result<bool> case_concerns(const std::string& case_id, const domain::PartyKey& key,
                                             const std::vector<Scope>& scopes) = 0;
    /// Notes a running intake; false when it was begun at another counter and another computer.
    virtual base::Result<bool> open_ticket(const std::string& id, const std::string& counter,
                                           const std::string& device, base::Instant now) = 0;
    /// What stands in every dossier that has open facts, with a line in the audit.
    virtual base::Result<std::vector<domain::Dossier>> open_dossiers(const AuditEntry& entry) = 0;
    /// Destroys the person's key and the page images of their cases, of all merged parts: what was written
    /// under the key can never be read again, the chain stays whole; the places on the disk are overwritten.
    /// `entry` goes into the audit with it, found or not. Errors: hub.person_has_open_cases {count}.
    virtual base::Result<Erasure> forget_person(const domain::PartyKey& key, const AuditEntry& entry) = 0;
    virtual base::Result<void> audit(const AuditEntry& entry) = 0;
    virtual base::Result<std::vector<AuditEntry>> audit_entries(int64_t after, int limit) = 0;

    // Catalogue
    virtual base::Result<int64_t> catalogue_version() = 0;
    /// The newest bundle's text; empty while there is none.
    virtual base::Result<std::optional<std::string>> catalogue() = 0;
    virtual base::Result<void> publish_catalogue(int64_t version, std::string_view bundle,
                                                 base::Instant now) = 0;

    // Pages
    virtual base::Result<std::vector<std::string>> missing_pages(const std::vector<std::string>& pages) = 0;
    /// Whether the user may fetch the page: uploaded it, sees a case with it, or has looked up a dossier with
    /// it.
    virtual base::Result<bool> may_see_page(const std::string& sha256, const std::string& user,
                                            const std::vector<Scope>& scopes) = 0;
    virtual base::Result<std::optional<int64_t>> page_size(const std::string& sha256) = 0;
    /// Bytes of a page from `offset` on: at least one, at most a chunk. Errors: page.not_available.
    virtual base::Result<std::string> read_page(const std::string& sha256, int64_t offset) = 0;
    virtual base::Result<void> begin_upload(const Upload& upload) = 0;
    virtual base::Result<std::optional<Upload>> upload(const std::string& id) = 0;
    /// Adds bytes at the end of what is there. Errors: upload.unknown, upload.wrong_offset.
    virtual base::Result<void> append_upload(const std::string& id, int64_t offset,
                                             std::string_view bytes) = 0;
    /// Makes a complete upload a page. Errors: page.digest_mismatch (the upload is dropped).
    virtual base::Result<void> finish_upload(const std::string& id) = 0;
    virtual base::Result<void> drop_upload(const std::string& id) = 0;
    virtual base::Result<void> drop_uploads_before(base::Instant now) = 0;
};

/// Opens or makes the store in a data directory: hub.db, pages.db and the key file hub.key (mode 0600),
/// without which nothing in them can be read. Errors: hub.key_missing (databases without their key),
/// hub.data_dir, hub.damaged {file}, and those of sqlite::Db::open.
base::Result<std::unique_ptr<HubStore>> open_sqlite_store(const std::string& data_dir);
/// The same for a copy that no hub works on and whose key file lies elsewhere: to read only, in the schema it
/// has. Changes nothing in its folder. Errors: hub.no_store {folder},
/// hub.newer_version.
base::Result<std::unique_ptr<HubStore>> open_copy(const std::filesystem::path& folder,
                                                  const std::filesystem::path& key_file);

/// Where a hub keeps its data: `given`, else $YICHUANG_HUB_DATA, else yichuang/hub below the user's data
/// directory.
[[nodiscard]] std::filesystem::path data_dir(const std::string& given = {});

/// What opening a session hands to the client: a token and the digest the store keeps of it.
[[nodiscard]] std::string new_token();
[[nodiscard]] std::string token_digest(std::string_view token);

}  // namespace yc::hub::store
