#pragma once
#include <functional>
#include <string>

#include "client/store/event_rows.h"
#include "client/store/records.h"
#include "core/base/result.h"
#include "core/domain/apply.h"
#include "core/sqlite/connection.h"

namespace yc::client::store {

/// The digest under which a document or telephone number is stored.
using NumberDigest = std::function<std::string(std::string_view)>;

/// What the events add up to; those that cannot be applied (yet) are left out.
[[nodiscard]] domain::CaseState derive_case(const StoredEvents& events, const domain::Rules& rules);

/// Computes the case from its events and writes its row, or removes the row when no event counts any more.
base::Result<void> refresh_case(sqlite::Db& db, const std::string& case_id, const domain::Rules& rules,
                                base::Instant now, const NumberDigest& digest);

base::Result<std::optional<CaseRow>> load_case_row(sqlite::Db& db, const std::string& case_id);

/// Reads within the caller's snapshot.
base::Result<CasePage> query_cases(sqlite::Db& db, const CaseQuery& query, const NumberDigest& digest);

}  // namespace yc::client::store
