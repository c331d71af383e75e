#include "hub/store/sqlite/party_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "hub/store/sqlite/store_error.h"

namespace yc::hub::store {
namespace {

base::Result<int64_t> principal_of(sqlite::Db& db, int64_t person) {
    for (;;) {
        YC_TRY(const auto up,
               db.integer("SELECT principal FROM person_link WHERE part = ?1 AND until_seq IS NULL", person));
        if (!up) return person;
        person = *up;
    }
}

}  // namespace

std::string PartyParts::sql_list() const {
    return fmt::format("{}", fmt::join(persons, ", "));
}

base::Result<PartyParts> parts_of(sqlite::Db& db, int64_t person) {
    PartyParts parts;
    YC_TRY(const int64_t principal, principal_of(db, person));
    parts.persons = {principal};
    parts.joined = {0};
    parts.merged_at = {base::Instant{}};
    // A part of a part joined the rest only when both links stood.
    for (size_t i = 0; i < parts.persons.size(); ++i)
        YC_CHECK(db.each(
            "SELECT part, since_seq, merged_at FROM person_link WHERE principal = ?1 AND until_seq IS NULL "
            "ORDER BY since_seq",
            [&](const sqlite::Row& row) {
                parts.persons.push_back(row.integer(0));
                parts.joined.push_back(std::max(row.integer(1), parts.joined[i]));
                parts.merged_at.push_back(from_ms(row.integer(2)));
            },
            parts.persons[i]));
    const auto found = std::find(parts.persons.begin(), parts.persons.end(), person);
    parts.asked = static_cast<size_t>(found - parts.persons.begin());
    return parts;
}

base::Result<std::vector<domain::DossierRecord>> records_of(PersonVault& vault, const PartyParts& parts) {
    std::vector<domain::DossierRecord> records;
    for (const int64_t person : parts.persons) {
        YC_TRY(auto record, vault.record(person));
        records.push_back(std::move(record).value_or(domain::DossierRecord{}));
    }
    return records;
}

base::Result<void> touch_parts(sqlite::Db& db, int64_t person, int64_t version) {
    YC_TRY(const auto parts, parts_of(db, person));
    return db.run("UPDATE person SET version = ?1 WHERE id IN (" + parts.sql_list() + ") AND version < ?1",
                  version);
}

}  // namespace yc::hub::store
