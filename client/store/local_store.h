#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "client/store/records.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/apply.h"
#include "core/domain/dossier.h"
#include "core/wire/feed_json.h"
#include "core/wire/session_json.h"

namespace yc::client::store {

struct StoreOptions {
    std::filesystem::path folder;  ///< of this program alone; holds store.db, slots.json, pages/, backups/
    const base::Clock* clock = nullptr;    ///< required, outlives the store
    const domain::Rules* rules = nullptr;  ///< required, outlives the store; may be replaced by set_rules()
    int busy_timeout_ms = 5000;
};

/// Everything this computer knows, encrypted: the events of its cases, the outbox, drafts, pages, dossiers,
/// the catalogue, the session. A call that returns without error is durable: a power cut afterwards loses
/// nothing.
///
/// The database (SM4-GCM, core/sqlite) and the page files are encrypted under a random data key. `slots.json`
/// holds that key once per user, each wrapped by Argon2id of their password: opening the store is signing in
/// offline. Pages are files of their own (XChaCha20-Poly1305, named by a keyed digest), so that scans of 20
/// MB never pass through the write-ahead log and never hold up the save of a case.
///
/// Threads: any number may use one LocalStore. Writing calls take turns; reading calls take turns on a second
/// connection and do not wait for a write that is on its way to the disk. Two processes may share a folder.
///
/// Errors of every call: those of yc::sqlite::Db (store.full, store.busy, store.corrupt, store.io …).
class LocalStore {
  public:
    /// Whether a store has been made in the folder.
    [[nodiscard]] static bool exists(const std::filesystem::path& folder);
    /// Whether this user has a slot there, so that open() can work.
    [[nodiscard]] static bool has_user(const std::filesystem::path& folder, const std::string& user);

    /// Makes the store with a first slot. Errors: store.exists.
    static base::Result<std::unique_ptr<LocalStore>> create(StoreOptions options, const std::string& user,
                                                            const std::string& password);
    /// Errors: store.missing, store.no_slot (user unknown here), store.wrong_password, store.slots_damaged,
    /// store.plaintext, store.newer_version.
    static base::Result<std::unique_ptr<LocalStore>> open(StoreOptions options, const std::string& user,
                                                          const std::string& password);
    /// The device of a store that the hub can help to open; empty when there is none in the folder.
    [[nodiscard]] static std::string device_in(const std::filesystem::path& folder);
    /// Opens with the key the hub keeps for the device. Errors: as open().
    static base::Result<std::unique_ptr<LocalStore>> open_by_hub(StoreOptions options,
                                                                 const std::string& device_key);
    ~LocalStore();
    LocalStore(const LocalStore&) = delete;
    LocalStore& operator=(const LocalStore&) = delete;

    /// Gives a user a slot, or a new password to the slot they have.
    base::Result<void> add_user(const std::string& user, const std::string& password);
    base::Result<void> remove_user(const std::string& user);
    /// Gives the hub a slot under its key for this device, or a new one when its key is another by now.
    base::Result<void> let_hub_in(const std::string& device_key);

    /// The rules under which cases are derived from now on (a new policy or calendar); outlives the store.
    void set_rules(const domain::Rules& rules);

    // ---- this device
    // ----------------------------------------------------------------------------------------
    /// A UUID made with the store.
    [[nodiscard]] const std::string& device_id() const;
    /// Small settings of the device: "counter", "hub_url" …
    base::Result<std::optional<std::string>> setting(std::string_view name);
    base::Result<void> set_setting(std::string_view name, std::string_view value);
    /// The next serial of case numbers of this counter and day, from 1, durable before it returns. Never the
    /// same twice, whatever the clock does; case numbers seen in the feed are taken into account, so that a
    /// reinstalled computer goes on where it was. Errors: store.serials_exhausted past 99999.
    base::Result<int> reserve_case_serial(const std::string& division, base::Date date, int counter_number);
    /// The next number of a series of the caller's own ("notice/supplement/market/2026"), from 1, durable.
    base::Result<int> reserve_serial(const std::string& series);

    // ---- session, catalogue
    // ---------------------------------------------------------------------------------
    /// A store that never met the hub takes the hub's epoch from it.
    base::Result<void> save_session(const wire::Session& session);
    /// The last session of this user here, for working without the hub. The token may have expired.
    base::Result<std::optional<wire::Session>> session(const std::string& user);
    base::Result<void> forget_token(const std::string& user);
    base::Result<void> save_catalogue(const CatalogueBundle& bundle);
    base::Result<std::optional<CatalogueBundle>> catalogue();
    base::Result<int64_t> catalogue_version();  ///< 0 = none yet

    // ---- events
    // ---------------------------------------------------------------------------------------------
    /// Writes new events of this device in one durable transaction: the events, their places in the outbox
    /// and the cases they change. Each is checked by domain::apply first; when one is refused, nothing is
    /// written and its error is returned. `id` is given if empty; `device`, `device_seq` and `saw` are always
    /// given here. `finished_draft`: the draft this completes, removed in the same transaction. Returns the
    /// events as stored. Errors: case.*, event.duplicate_id.
    base::Result<std::vector<domain::CaseEvent>> append_events(std::vector<domain::CaseEvent> events,
                                                               const std::string& finished_draft = {});
    /// A page of the hub's feed: all of it with its checkpoint, or nothing. Applying it again changes
    /// nothing. Own unsent events are laid on top again, in the device's order. When the epoch is another
    /// than the checkpoint's (the hub was set back), every event of this device becomes pending again before.
    base::Result<void> apply_changes(const wire::ChangesPage& page);
    base::Result<Checkpoint> checkpoint();
    /// The newest event of the hub's history seen here, in the feed or as the answer to a push.
    base::Result<wire::Known> known();
    /// All events of a case: the hub's by sequence, then own unsent ones.
    base::Result<std::vector<domain::CaseEvent>> case_events(const std::string& case_id);

    // ---- outbox
    // ---------------------------------------------------------------------------------------------
    /// What may be sent now, in the device's order; without cases held back by a refused event.
    base::Result<std::vector<domain::CaseEvent>> unsent_events(size_t limit);
    /// They are on their way; after a crash they are pending again, which the hub answers with `duplicate`.
    base::Result<void> mark_sent(const std::vector<std::string>& ids);
    /// What the hub answered. An answer of another `epoch` than the store is in changes nothing: the hub was
    /// set back while it was on its way, and the events are offered again.
    base::Result<void> apply_push_results(const std::vector<wire::PushResult>& results,
                                          const std::optional<std::string>& epoch = {});
    /// Refused first, then waiting in order, then the latest `accepted_limit` accepted or given up.
    base::Result<std::vector<OutboxEntry>> outbox(size_t accepted_limit = 50);
    base::Result<OutboxCounts> outbox_counts();
    /// A refused event is sent once more. Errors: outbox.not_refused.
    base::Result<void> retry_refused(const std::string& event_id);
    /// A refused event is given up, and with it what was done after it in the same case and cannot stand
    /// without it: they stay in the record, count for nothing and hold back nothing. Errors:
    /// outbox.not_refused.
    base::Result<void> give_up_refused(const std::string& event_id);

    // ---- cases
    // ----------------------------------------------------------------------------------------------
    base::Result<CasePage> cases(const CaseQuery& query);
    /// The case as its events add up here, own unsent ones included. Errors: case.unknown.
    base::Result<domain::CaseState> case_state(const std::string& case_id);
    base::Result<std::optional<CaseRow>> case_row(const std::string& case_id);
    base::Result<std::optional<std::string>> case_id_of_number(const std::string& case_no);
    /// Computes every row of the list of cases again from the events.
    base::Result<void> rebuild_cases();

    // ---- drafts
    // ---------------------------------------------------------------------------------------------
    /// `updated_at` is given here.
    base::Result<void> save_draft(const Draft& draft);
    base::Result<std::optional<Draft>> draft(const std::string& id);
    /// Latest first; of all kinds when `kind` is empty.
    base::Result<std::vector<Draft>> drafts(const std::string& kind = {});
    base::Result<void> remove_draft(const std::string& id);

    // ---- items at hand
    // --------------------------------------------------------------------------------------
    /// How many cases of each item were registered at the counter since then, and how many intakes of each
    /// package, by code.
    base::Result<std::map<std::string, int>> taken_at(const std::string& counter, base::Instant since);
    /// An intake of a package at the counter, now. What was recorded before `since` is forgotten.
    base::Result<void> record_package(const std::string& counter, const std::string& package,
                                      base::Instant since);
    /// Codes of the items and packages that the user wants at hand.
    base::Result<std::set<std::string>> favourites(const std::string& user);
    base::Result<void> set_favourite(const std::string& user, const std::string& code, bool favourite);

    // ---- dossiers
    // -------------------------------------------------------------------------------------------
    base::Result<void> save_dossier(const domain::Dossier& dossier, base::Instant expires_at);
    /// What is kept here, unless it has expired. `stale` is set when the hub has a newer one.
    base::Result<std::optional<domain::Dossier>> dossier(const domain::PartyKey& key, bool* stale = nullptr);
    /// Removes those whose time is over.
    base::Result<void> expire_dossiers();
    base::Result<void> record_look(const DossierLook& look);
    base::Result<std::vector<DossierLook>> unsent_looks();
    base::Result<void> looks_sent(const std::vector<std::string>& ids);

    // ---- pages
    // ----------------------------------------------------------------------------------------------
    /// Keeps a page (at most 20 MB) durably and returns its SHA-256; the same bytes again are kept once.
    /// `fetched`: it came from the hub and need not go there. Errors: page.too_large, page.empty.
    base::Result<std::string> save_page(std::string_view bytes, bool fetched = false);
    /// Errors: page.unknown, store.page_damaged.
    base::Result<std::string> page(const std::string& sha256);
    base::Result<bool> has_page(const std::string& sha256);
    /// Pages that events of this device name and the hub does not have, oldest first.
    base::Result<std::vector<PageUpload>> pages_to_upload(size_t limit);
    base::Result<void> page_progress(const std::string& sha256, const std::string& location, int64_t offset);
    /// `epoch`: as for apply_push_results.
    base::Result<void> page_uploaded(const std::string& sha256, const std::optional<std::string>& epoch = {});

    // ---- papers
    // ---------------------------------------------------------------------------------------------
    base::Result<void> record_notice(const NoticeRecord& notice);
    base::Result<std::vector<NoticeRecord>> notices_of(const std::string& case_id);

    // ---- changes
    // --------------------------------------------------------------------------------------------
    /// Told after a change by this object, on the thread that made it, once until take() is called: hand it
    /// over to your own thread, take() there, then read. Ends with the returned object, which must go before
    /// the store.
    class Observer {
      public:
        ~Observer();
        Observer(const Observer&) = delete;
        Observer& operator=(const Observer&) = delete;
        /// The topics changed since the last time.
        [[nodiscard]] unsigned take();

      private:
        friend class LocalStore;
        Observer();
        struct Impl;
        std::shared_ptr<Impl> impl_;
    };
    [[nodiscard]] std::unique_ptr<Observer> observe(std::function<void()> told);

    /// A compact encrypted copy of the database into `file`, checked. Pages are not in it.
    base::Result<void> backup_to(const std::filesystem::path& file);

  private:
    struct Impl;
    explicit LocalStore(std::unique_ptr<Impl> impl);
    static base::Result<std::unique_ptr<LocalStore>> open_with_key(StoreOptions options,
                                                                   const std::string& data_key, bool create);
    std::unique_ptr<Impl> impl_;
};

}  // namespace yc::client::store
