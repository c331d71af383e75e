#pragma once
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dossier.h"
#include "core/domain/dossier_act.h"
#include "core/domain/fact_history.h"

namespace yc::domain {

/// All that was ever said, shown and done under one number. What the dossier says now is derived from it; a
/// record only grows, and only the deletion of a fact or document takes content out of it.
struct DossierRecord {
    PartyKey key;
    std::vector<FactStatement> statements;
    std::vector<DossierDocument>
        documents;  ///< as they came in; `superseded` only where the registry said so
    std::vector<DossierAct> acts;
    int case_count = 0;
    int64_t version = 0;  ///< the hub's sequence of its last change
    friend bool operator==(const DossierRecord&, const DossierRecord&) = default;
};

/// The record of a dossier that was kept without one: its facts and particulars as statements of the registry
/// or of their cases.
[[nodiscard]] DossierRecord record_of(const Dossier& dossier);

/// Adds a statement, once: one that is there, or that says what the same case said of the field last, changes
/// nothing. Of a value that people who knew of it state again and again, the first and the last statement stay.
/// An empty value is not a statement. One made before its field was deleted comes in erased.
void add_statement(DossierRecord& record, FactStatement statement);

/// Adds a document, or the newer state of one that is there. One from before its deletion stays out.
void add_document(DossierRecord& record, DossierDocument document);

/// What stands now, by the numbers of all parts. `parts` are the records of one party, the principal one
/// first; one record is the usual case. `joined` says when each was merged (empty for one record). The
/// party's key is that of `parts[asked]`, the others are its other_keys. Pure, and the same in whatever order
/// each record was filled.
[[nodiscard]] Dossier dossier_of(std::span<const DossierRecord> parts, const JoinedAt& joined = {},
                                 size_t asked = 0);

/// The statements and acts of all parts, each with its part's number; statements by field and time, acts in
/// their order.
[[nodiscard]] std::vector<FactStatement> statements_of(std::span<const DossierRecord> parts);
[[nodiscard]] std::vector<DossierAct> acts_of(std::span<const DossierRecord> parts);

/// Whether the act can be done on the dossier as it stands. Merging is not judged here: whether the other
/// number is known, only a store can say. Errors: dossier.act_incomplete {field}, dossier.ground_unknown
/// {ground}, dossier.changed (what stands open is not what was chosen among), dossier.no_such_fact {field},
/// dossier.no_such_document, dossier.no_such_act, dossier.not_undoable, dossier.act_repeated.
[[nodiscard]] base::Result<void> check_act(std::span<const DossierRecord> parts, const DossierAct& act,
                                           const JoinedAt& joined = {});

/// Writes the act into one part: its trace, the statement of a correction, and the taking out of what is
/// deleted. A deletion must be given to every part. The act has its `by`, `at` and `seq`; seq becomes the
/// version.
void take_act(DossierRecord& record, const DossierAct& act);

}  // namespace yc::domain
