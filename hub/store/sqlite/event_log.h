#pragma once
#include "core/sqlite/connection.h"
#include "hub/store/hub_store.h"
#include "hub/store/sqlite/person_vault.h"

namespace yc::hub::store {

/// The append-only record of events and what is derived from it, inside one transaction of the caller's.
class EventLog final : public CaseWriter {
  public:
    EventLog(sqlite::Db& db, PersonVault& vault) : db_(db), vault_(vault) {}

    base::Result<std::optional<AcceptedEvent>> event(const std::string& id) override;
    base::Result<std::vector<domain::CaseEvent>> events_of(const std::string& case_id) override;
    base::Result<std::optional<std::string>> case_of_number(const std::string& case_no) override;
    base::Result<domain::CaseEvent> append(const domain::CaseEvent& event, const domain::PartyKey& person,
                                           base::Instant arrived_at) override;
    base::Result<void> put_case(const CaseRow& row) override;
    base::Result<void> put_scopes(const std::string& case_id, const std::vector<Scope>& scopes,
                                  int64_t seq) override;
    base::Result<void> add_page_uses(const std::string& case_id,
                                     const std::vector<std::string>& pages) override;
    base::Result<std::optional<domain::DossierRecord>> record(const domain::PartyKey& key) override;
    base::Result<void> put_record(const domain::DossierRecord& record) override;
    base::Result<void> put_dossier(const domain::Dossier& dossier) override;
    base::Result<void> add_agent(const std::string& case_id, const domain::PartyKey& applicant,
                                 const domain::PartyKey& agent) override;

    /// Numbers an act upon a dossier and chains it among the events; nobody's change feed shows it. Its seq.
    base::Result<int64_t> append_act(domain::DossierAct act, int64_t person);

    /// Events of a case with seq in (after, until], in order; none of a person who was forgotten.
    base::Result<std::vector<domain::CaseEvent>> events_between(const std::string& case_id, int64_t after,
                                                                int64_t until);
    base::Result<int64_t> last_seq();
    /// The event with this number, as proof of the history; none when its person was forgotten.
    base::Result<wire::Known> known_at(int64_t seq);
    /// Whether the history has this event, or act, at its place.
    base::Result<bool> holds(const wire::Known& known);
    /// Errors: hub.chain_broken {seq}.
    base::Result<void> check_chain();

  private:
    struct Sealed {
        std::string id;
        int64_t person = 0;
        std::string payload;
    };
    base::Result<domain::CaseEvent> open(const Sealed& sealed);
    /// The act at this place, as a client has seen it; nothing when its person was forgotten.
    base::Result<wire::Known> known_act(int64_t seq);
    /// Writes the next link of the chain.
    base::Result<void> chain_in(int64_t seq, const std::string& id, const std::string& case_id,
                                int64_t person, const std::string& plain);

    sqlite::Db& db_;
    PersonVault& vault_;
};

/// The word that stands for a kind of scope in the database.
[[nodiscard]] std::string scope_word(Scope::Kind kind);

/// One page of the change feed. Reads within the caller's transaction.
base::Result<wire::ChangesPage> read_changes(sqlite::Db& db, EventLog& log, PersonVault& vault,
                                             const std::vector<Scope>& scopes, int64_t after, int limit);

}  // namespace yc::hub::store
