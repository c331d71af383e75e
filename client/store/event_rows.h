#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/case_event.h"
#include "core/sqlite/connection.h"

namespace yc::client::store {

/// The events of a case, as replay_with_pending takes them: the hub's by sequence; own ones waiting for the
/// hub in the device's order. Given up ones are in neither; refused ones only in a case that the hub does not
/// have at all, so that the clerk still sees what was taken in at the counter.
struct StoredEvents {
    std::vector<domain::CaseEvent> confirmed;
    std::vector<domain::CaseEvent> pending;
    [[nodiscard]] int64_t last_seq() const {
        return confirmed.empty() ? 0 : confirmed.back().seq.value_or(0);
    }
};
base::Result<StoredEvents> load_events(sqlite::Db& db, const std::string& case_id);

/// A new event of this device. Errors: event.duplicate_id.
base::Result<void> insert_event(sqlite::Db& db, const domain::CaseEvent& event);
/// An event as the hub has it, new or known; the hub's word replaces what is stored.
base::Result<void> put_confirmed_event(sqlite::Db& db, const domain::CaseEvent& event);

/// All pages that an event names: materials, results, signed papers.
[[nodiscard]] std::vector<std::string> pages_of(const domain::CaseEvent& event);
/// Remembers that the event's case names them.
base::Result<void> put_case_pages(sqlite::Db& db, const domain::CaseEvent& event);

}  // namespace yc::client::store
