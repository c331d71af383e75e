#pragma once
#include <optional>
#include <vector>

#include "core/domain/dossier_file.h"
#include "hub/store/records.h"
#include "hub/store/sqlite/event_log.h"
#include "hub/store/sqlite/party_parts.h"

namespace yc::hub::store {

/// Reading dossiers with all their parts, and the acts upon them, inside one transaction of the caller's.
class DossierDesk {
  public:
    DossierDesk(sqlite::Db& db, PersonVault& vault, EventLog& log) : db_(db), vault_(vault), log_(log) {}

    /// What stands, under the number of the part asked for; nothing when nothing is known.
    base::Result<std::optional<domain::Dossier>> dossier(const PartyParts& parts);
    base::Result<std::optional<domain::DossierFile>> file(const PartyParts& parts);
    /// Errors as HubStore::act_on_dossier.
    base::Result<void> act(const PartyParts& parts, domain::DossierAct act, bool by_supervisor);
    base::Result<bool> case_concerns(const std::string& case_id, const PartyParts& parts,
                                     const std::vector<Scope>& scopes);
    base::Result<std::vector<domain::Dossier>> open_dossiers();
    /// Notes the agents of all cases, of those that came before they were noted.
    base::Result<void> note_agents();

  private:
    base::Result<void> merge(const PartyParts& parts, domain::DossierAct act);
    base::Result<void> unmerge(const PartyParts& parts, domain::DossierAct act);
    /// Chains the act and writes its trace into the person's record.
    base::Result<int64_t> trace(int64_t person, domain::DossierAct act);
    base::Result<std::vector<domain::CaseReference>> cases(const PartyParts& parts);
    base::Result<std::vector<domain::RelatedParty>> related(const PartyParts& parts,
                                                            const domain::DossierFile& file);
    base::Result<std::optional<domain::CaseEvent>> registration_of(const std::string& case_id);
    base::Result<void> add_agents(const PartyParts& parts, std::vector<domain::RelatedParty>& related);

    sqlite::Db& db_;
    PersonVault& vault_;
    EventLog& log_;
};

}  // namespace yc::hub::store
