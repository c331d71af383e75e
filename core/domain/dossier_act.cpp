#include "core/domain/dossier_act.h"

#include <algorithm>

#include "core/domain/dossier_record.h"

namespace yc::domain {
namespace {

using enum DossierActKind;

base::Error incomplete(const char* field) {
    return base::fail("dossier.act_incomplete", "the act lacks a member", {{"field", field}});
}

bool is_of_document(DossierActKind kind) {
    return kind == supersede_document || kind == reinstate_document || kind == replace_pages ||
           kind == erase_document;
}

base::Result<void> check_members(const DossierAct& act) {
    const bool of_fact = act.kind == choose || act.kind == correct_fact || act.kind == erase_fact;
    if (act.id.empty()) return incomplete("id");
    if (of_fact && act.field.empty()) return incomplete("field");
    if (is_of_document(act.kind) && act.document.empty()) return incomplete("document");
    if (act.kind == choose && act.keep.empty()) return incomplete("keep");
    if (act.kind == correct_fact && act.value.empty()) return incomplete("value");
    if (act.kind == replace_pages && act.pages.empty()) return incomplete("pages");
    if (act.kind == undo && act.concerns.empty()) return incomplete("concerns");
    if ((act.kind == merge || act.kind == unmerge) && !act.other) return incomplete("other");
    if (needs_supervisor(act.kind) && act.reason.empty()) return incomplete("reason");
    const auto& grounds = grounds_for(act.kind);
    if (!grounds.empty() && std::find(grounds.begin(), grounds.end(), act.ground) == grounds.end())
        return base::fail("dossier.ground_unknown", "not a ground of this act", {{"ground", act.ground}});
    return {};
}

/// What was chosen among must be what stands open now, or somebody has said or chosen something meanwhile.
base::Result<void> check_choice(const std::vector<FactStanding>& standings, const DossierAct& act) {
    const auto standing = std::find_if(standings.begin(), standings.end(),
                                       [&](const FactStanding& one) { return one.field == act.field; });
    if (standing == standings.end())
        return base::fail("dossier.no_such_fact", "nothing is said of it", {{"field", act.field}});
    std::vector<std::string> open;
    for (const auto& value : standing->values) open.push_back(value.id);
    std::vector<std::string> named = act.among;
    std::sort(open.begin(), open.end());
    std::sort(named.begin(), named.end());
    if (!standing->open || open != named) return base::fail("dossier.changed", "not what stands open now");
    for (const auto& id : act.keep)
        if (std::find(named.begin(), named.end(), id) == named.end()) return incomplete("keep");
    return {};
}

base::Result<void> check_undo(const std::vector<DossierAct>& acts, const DossierAct& act) {
    const auto concerned =
        std::find_if(acts.begin(), acts.end(), [&](const DossierAct& one) { return one.id == act.concerns; });
    if (concerned == acts.end()) return base::fail("dossier.no_such_act", "no such act");
    const bool undone = std::any_of(acts.begin(), acts.end(), [&](const DossierAct& one) {
        return one.kind == undo && one.concerns == act.concerns;
    });
    const auto kind = concerned->kind;
    const bool undoable = kind == choose || kind == correct_fact || kind == supersede_document ||
                          kind == reinstate_document || kind == replace_pages;
    if (undone || !undoable) return base::fail("dossier.not_undoable", "undone already, or not to be undone");
    return {};
}

void erase_statements(DossierRecord& record, const DossierAct& act) {
    for (auto& statement : record.statements) {
        if (statement.field != act.field || statement.at > act.at) continue;
        statement.value.clear();
        statement.pages.clear();
        statement.valid_until.reset();
        statement.erased = true;
    }
}

/// Takes a document out; the older ones whose place it took stay out of use.
void erase_document_of(DossierRecord& record, const DossierAct& act) {
    const auto found =
        std::find_if(record.documents.begin(), record.documents.end(),
                     [&](const DossierDocument& document) { return document.id == act.document; });
    if (found == record.documents.end()) return;
    for (auto& other : record.documents)
        if (other.type == found->type && other.at <= found->at) other.superseded = true;
    record.documents.erase(found);
    for (auto& past : record.acts) {
        if (past.document != act.document) continue;
        past.pages.clear();
        past.turned.clear();
    }
}

FactStatement statement_of(const DossierAct& act) {
    return {.id = act.id,
            .field = act.field,
            .value = act.value,
            .origin = StatementOrigin::correction,
            .said_by = act.by,
            .said_by_name = act.by_name,
            .at = act.at,
            .valid_until = act.valid_until,
            .pages = act.pages,
            .base = act.seq - 1,
            .seq = act.seq};
}

}  // namespace

const std::vector<std::string_view>& grounds_for(DossierActKind kind) {
    static const std::vector<std::string_view> none;
    static const std::vector<std::string_view> correction{"inaccurate", "incomplete"};
    static const std::vector<std::string_view> deletion{"purpose_over", "retention_over", "consent_withdrawn",
                                                        "unlawful", "by_law"};
    static const std::vector<std::string_view> merging{"number_changed", "old_number", "permit_to_id",
                                                       "entered_wrongly"};
    static const std::vector<std::string_view> parting{"not_same", "entered_wrongly"};
    switch (kind) {
        case choose:
        case undo:
            return none;
        case correct_fact:
        case supersede_document:
        case reinstate_document:
        case replace_pages:
            return correction;
        case erase_fact:
        case erase_document:
            return deletion;
        case merge:
            return merging;
        case unmerge:
            return parting;
    }
    return none;
}

bool needs_supervisor(DossierActKind kind) {
    return kind != choose && kind != undo;
}

base::Result<void> check_act(std::span<const DossierRecord> parts, const DossierAct& act,
                             const JoinedAt& joined) {
    YC_CHECK(check_members(act));
    const auto acts = acts_of(parts);
    if (std::any_of(acts.begin(), acts.end(), [&](const DossierAct& one) { return one.id == act.id; }))
        return base::fail("dossier.act_repeated", "the act is there already");
    if (act.kind == undo) return check_undo(acts, act);
    const auto statements = statements_of(parts);
    if (act.kind == choose) return check_choice(standings_of(statements, acts, joined), act);
    if (act.kind == erase_fact) {
        const bool said = std::any_of(statements.begin(), statements.end(), [&](const FactStatement& one) {
            return one.field == act.field && !one.erased;
        });
        if (!said) return base::fail("dossier.no_such_fact", "nothing is said of it", {{"field", act.field}});
    }
    if (!is_of_document(act.kind)) return {};
    for (const auto& part : parts)
        for (const auto& document : part.documents)
            if (document.id == act.document) return {};
    return base::fail("dossier.no_such_document", "no such document");
}

void take_act(DossierRecord& record, const DossierAct& act) {
    if (act.kind == correct_fact) add_statement(record, statement_of(act));
    if (act.kind == erase_fact) erase_statements(record, act);
    if (act.kind == erase_document) erase_document_of(record, act);
    DossierAct trace = act;
    trace.value.clear();
    trace.other.reset();
    if (act.kind == correct_fact) {
        trace.pages.clear();
        trace.valid_until.reset();
    }
    record.acts.push_back(std::move(trace));
    record.version = std::max(record.version, act.seq);
}

}  // namespace yc::domain
