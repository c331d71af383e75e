#include "core/domain/fact_history.h"

#include <algorithm>
#include <map>
#include <set>

namespace yc::domain {
namespace {

using Statements = std::vector<const FactStatement*>;

bool among(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const FactStatement* find(const Statements& statements, const std::string& id) {
    const auto found = std::find_if(statements.begin(), statements.end(),
                                    [&](const FactStatement* one) { return one->id == id; });
    return found == statements.end() ? nullptr : *found;
}

bool newer(const FactStatement& a, const FactStatement& b) {
    return a.at != b.at ? a.at > b.at : a.id > b.id;
}

int64_t joined_at(const JoinedAt& joined, int part) {
    const auto index = static_cast<size_t>(part);
    return index < joined.size() ? joined[index] : INT64_MAX;
}

/// The choices about one field, with the values that each kept and dropped.
class Choices {
  public:
    Choices(const std::vector<DossierAct>& acts, const Statements& statements) {
        for (const DossierAct& act : acts) {
            if (act.kind != DossierActKind::choose || act.field != statements.front()->field) continue;
            Chosen chosen{.seq = act.seq};
            bool whole = true;
            for (const auto& id : act.among) {
                const auto* statement = find(statements, id);
                whole = whole && statement != nullptr;
                if (statement != nullptr)
                    (among(act.keep, id) ? chosen.kept : chosen.dropped).insert(statement->value);
            }
            if (whole) chosen_.push_back(std::move(chosen));
        }
    }
    /// What came in after the choice was not chosen against.
    [[nodiscard]] bool dropped(const FactStatement& statement) const {
        return std::any_of(chosen_.begin(), chosen_.end(), [&](const Chosen& one) {
            return statement.seq <= one.seq && one.dropped.contains(statement.value) &&
                   !one.kept.contains(statement.value);
        });
    }
    [[nodiscard]] bool kept_both(const std::string& one, const std::string& other) const {
        return std::any_of(chosen_.begin(), chosen_.end(), [&](const Chosen& chosen) {
            return chosen.kept.contains(one) && chosen.kept.contains(other);
        });
    }

  private:
    struct Chosen {
        int64_t seq = 0;
        std::set<std::string> kept;
        std::set<std::string> dropped;
    };
    std::vector<Chosen> chosen_;
};

/// Whether `statement` takes the place of `earlier`. One of several kept values, stated again, leaves the
/// others.
bool replaces(const FactStatement& statement, const FactStatement& earlier, const Choices& choices,
              const JoinedAt& joined) {
    return statement.id != earlier.id && knew_of(statement, earlier, joined) &&
           (statement.value == earlier.value || !choices.kept_both(statement.value, earlier.value));
}

/// The statements that nobody has replaced. All of them where each replaced another, which only forged
/// versions can do: nothing may disappear.
Statements unreplaced(const Statements& statements, const Choices& choices, const JoinedAt& joined) {
    Statements left;
    for (const auto* one : statements)
        if (std::none_of(statements.begin(), statements.end(),
                         [&](const FactStatement* other) { return replaces(*other, *one, choices, joined); }))
            left.push_back(one);
    return left.empty() ? statements : left;
}

FactStanding standing_of(const Statements& statements, const std::vector<DossierAct>& acts,
                         const JoinedAt& joined) {
    const Choices choices(acts, statements);
    const Statements left = unreplaced(statements, choices, joined);
    Statements heads;
    std::copy_if(left.begin(), left.end(), std::back_inserter(heads),
                 [&](const FactStatement* one) { return !choices.dropped(*one); });
    if (heads.empty()) heads = left;
    std::sort(heads.begin(), heads.end(),
              [](const FactStatement* a, const FactStatement* b) { return newer(*a, *b); });
    FactStanding standing{.field = statements.front()->field};
    for (const auto* head : heads)
        if (std::none_of(standing.values.begin(), standing.values.end(),
                         [&](const FactStatement& known) { return known.value == head->value; }))
            standing.values.push_back(*head);
    for (const auto& one : standing.values)
        for (const auto& other : standing.values)
            standing.open =
                standing.open || (one.value != other.value && !choices.kept_both(one.value, other.value));
    return standing;
}

}  // namespace

bool knew_of(const FactStatement& later, const FactStatement& earlier, const JoinedAt& joined) {
    if (!later.case_id.empty() && later.case_id == earlier.case_id) return later.seq > earlier.seq;
    const bool one_part = later.part == earlier.part;
    if (one_part && !later.device.empty() && later.device == earlier.device)
        return later.device_seq > earlier.device_seq;
    int64_t since = earlier.seq;
    if (!one_part) since = std::max({since, joined_at(joined, later.part), joined_at(joined, earlier.part)});
    return later.base && later.seq > earlier.seq && since <= *later.base;
}

std::vector<DossierAct> effective_acts(std::span<const DossierAct> acts) {
    std::set<std::string> undone;
    for (const DossierAct& act : acts)
        if (act.kind == DossierActKind::undo) undone.insert(act.concerns);
    std::vector<DossierAct> effective;
    for (const DossierAct& act : acts)
        if (!undone.contains(act.id)) effective.push_back(act);
    std::sort(effective.begin(), effective.end(), [](const DossierAct& a, const DossierAct& b) {
        return a.seq != b.seq ? a.seq < b.seq : a.id < b.id;
    });
    return effective;
}

std::vector<FactStanding> standings_of(std::span<const FactStatement> statements,
                                       std::span<const DossierAct> acts, const JoinedAt& joined) {
    std::set<std::string> undone;
    for (const DossierAct& act : acts)
        if (act.kind == DossierActKind::undo) undone.insert(act.concerns);
    std::map<std::string, Statements> by_field;
    for (const FactStatement& one : statements)
        if (!one.erased && !undone.contains(one.id)) by_field[one.field].push_back(&one);
    const auto effective = effective_acts(acts);
    std::vector<FactStanding> standings;
    for (const auto& [field, said] : by_field) standings.push_back(standing_of(said, effective, joined));
    return standings;
}

Fact fact_of(const FactStatement& statement) {
    return {.field = statement.field,
            .value = statement.value,
            .source_case = statement.source_case,
            .verified_by = statement.said_by,
            .at = statement.at,
            .valid_until = statement.valid_until};
}

std::vector<DossierDocument> papers_behind(const FactStatement& statement,
                                           const std::vector<DossierDocument>& documents) {
    std::vector<DossierDocument> papers;
    if (statement.case_id.empty()) return papers;
    std::copy_if(
        documents.begin(), documents.end(), std::back_inserter(papers),
        [&](const DossierDocument& document) { return document.source_case == statement.source_case; });
    return papers;
}

}  // namespace yc::domain
