#include <algorithm>
#include <map>

#include "hub/store/sqlite/event_log.h"

namespace yc::hub::store {
namespace {

/// An event that a scope sees.
struct Seen {
    int64_t seq = 0;
    std::string case_id;
    bool entered = false;  ///< the case came into the scope with this event
};

/// The next events for one scope, in order.
base::Result<std::vector<Seen>> seen_in(sqlite::Db& db, const Scope& scope, int64_t after, int limit) {
    std::vector<Seen> found;
    YC_CHECK(db.each(
        "SELECT event.seq, event.case_id, event.seq = case_scope.since_seq FROM event "
        "JOIN case_scope ON case_scope.case_id = event.case_id "
        "WHERE case_scope.kind = ?1 AND case_scope.place = ?2 AND event.seq > ?3 AND event.seq >= "
        "case_scope.since_seq "
        "AND (case_scope.until_seq IS NULL OR event.seq <= case_scope.until_seq) ORDER BY event.seq LIMIT ?4",
        [&](const sqlite::Row& row) {
            found.push_back({row.integer(0), row.text(1), row.integer(2) != 0});
        },
        scope_word(scope.kind), scope.id, after, limit));
    return found;
}

/// The next events for all of the scopes, each once, at most `limit`.
base::Result<std::vector<Seen>> seen_in_any(sqlite::Db& db, const std::vector<Scope>& scopes, int64_t after,
                                            int limit) {
    std::vector<Seen> all;
    for (const auto& scope : scopes) {
        YC_TRY(const auto found, seen_in(db, scope, after, limit));
        all.insert(all.end(), found.begin(), found.end());
    }
    // Of the same event seen twice, the one that entered stands first: its snapshot must not be lost.
    std::sort(all.begin(), all.end(), [](const Seen& a, const Seen& b) {
        return a.seq != b.seq ? a.seq < b.seq : a.entered > b.entered;
    });
    all.erase(
        std::unique(all.begin(), all.end(), [](const Seen& a, const Seen& b) { return a.seq == b.seq; }),
        all.end());
    if (all.size() > static_cast<size_t>(limit)) all.resize(static_cast<size_t>(limit));
    return all;
}

/// The persons of cases in the scope whose dossier changed after `after` and not after `until`.
base::Result<std::vector<wire::DossierMark>> dossier_marks(sqlite::Db& db, PersonVault& vault,
                                                           const std::vector<Scope>& scopes, int64_t after,
                                                           int64_t until) {
    std::map<int64_t, int64_t> persons;
    for (const auto& scope : scopes)
        YC_CHECK(db.each(
            "SELECT DISTINCT person.id, person.version FROM person JOIN case_row ON case_row.person = "
            "person.id "
            "JOIN case_scope ON case_scope.case_id = case_row.id WHERE person.version > ?1 AND "
            "person.version <= ?2 "
            "AND case_scope.kind = ?3 AND case_scope.place = ?4 AND case_scope.until_seq IS NULL",
            [&](const sqlite::Row& row) { persons.emplace(row.integer(0), row.integer(1)); }, after, until,
            scope_word(scope.kind), scope.id));
    std::vector<wire::DossierMark> marks;
    for (const auto& [person, version] : persons) {
        YC_TRY(const auto dossier, vault.dossier(person));
        if (dossier) marks.push_back({dossier->party.key, version});
    }
    return marks;
}

}  // namespace

base::Result<wire::ChangesPage> read_changes(sqlite::Db& db, EventLog& log, PersonVault& vault,
                                             const std::vector<Scope>& scopes, int64_t after, int limit) {
    wire::ChangesPage page;
    YC_TRY(const int64_t last, log.last_seq());
    YC_TRY(const auto seen, seen_in_any(db, scopes, after, limit));
    for (const auto& one : seen) {
        YC_TRY(auto events, log.events_between(one.case_id, one.entered ? 0 : one.seq - 1, one.seq));
        std::move(events.begin(), events.end(), std::back_inserter(page.events));
    }
    page.more = seen.size() == static_cast<size_t>(limit);
    page.next = page.more ? seen.back().seq : last;
    YC_TRY(page.last, log.known_at(page.next));
    YC_TRY(page.dossiers_changed, dossier_marks(db, vault, scopes, after, page.next));
    return page;
}

}  // namespace yc::hub::store
