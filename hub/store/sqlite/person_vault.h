#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/domain/dossier_record.h"
#include "core/sqlite/connection.h"
#include "hub/store/sqlite/key_file.h"

namespace yc::hub::store {

/// Persons and what is known of them. A person is found by a keyed digest of the number (blind index);
/// everything personal is sealed under a key of the person's own, itself wrapped by the hub's. Destroying
/// that key makes all of it unreadable for ever while the event chain stays whole (PIPL §47). Use inside the
/// store's lock.
class PersonVault {
  public:
    PersonVault(sqlite::Db& db, const HubKeys& keys) : db_(db), keys_(keys) {}

    /// The number of the person's record, if there is one.
    base::Result<std::optional<int64_t>> find(const domain::PartyKey& key);
    /// The same, made when there is none.
    base::Result<int64_t> need(const domain::PartyKey& key);

    /// Bytes under the person's key. Errors: hub.person_forgotten.
    base::Result<std::string> seal(int64_t person, const std::string& plain, const std::string& context);
    base::Result<std::string> unseal(int64_t person, const std::string& sealed, const std::string& context);

    base::Result<std::optional<domain::Dossier>> dossier(int64_t person);
    /// Loads a dossier in place of all that is known.
    base::Result<void> put_dossier(int64_t person, const domain::Dossier& dossier);
    /// All that is known of the number; nothing when nothing ever was.
    base::Result<std::optional<domain::DossierRecord>> record(int64_t person);
    /// Writes the record, and what stands by it.
    base::Result<void> put_record(int64_t person, const domain::DossierRecord& record);
    base::Result<void> forget(int64_t person);

  private:
    [[nodiscard]] std::string blind_index(const domain::PartyKey& key) const;
    base::Result<std::string> key_of(int64_t person);

    sqlite::Db& db_;
    const HubKeys& keys_;
};

}  // namespace yc::hub::store
