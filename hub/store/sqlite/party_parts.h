#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/dossier_file.h"
#include "core/sqlite/connection.h"
#include "hub/store/sqlite/person_vault.h"

namespace yc::hub::store {

/// The persons (numbers) that are one party now: the principal one first, then the others as they were
/// joined.
struct PartyParts {
    std::vector<int64_t> persons;
    domain::JoinedAt joined;
    std::vector<base::Instant> merged_at;  ///< of persons; the principal's says nothing
    size_t asked = 0;                      ///< index of the person asked for
    [[nodiscard]] int64_t asked_person() const { return persons[asked]; }
    /// "3, 17": for an SQL list.
    [[nodiscard]] std::string sql_list() const;
};

/// All parts of the party that `person` is a number of; itself alone when nothing is merged. Inside the
/// store's lock, like everything here.
base::Result<PartyParts> parts_of(sqlite::Db& db, int64_t person);

/// The records of all parts, in their order.
base::Result<std::vector<domain::DossierRecord>> records_of(PersonVault& vault, const PartyParts& parts);

/// Raises the version of all parts of a party, so that clients fetch the dossier again under each number.
base::Result<void> touch_parts(sqlite::Db& db, int64_t person, int64_t version);

}  // namespace yc::hub::store
