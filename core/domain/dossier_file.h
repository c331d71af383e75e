#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/domain/case_state.h"
#include "core/domain/dossier_record.h"

namespace yc::domain {

/// One number's share of a dossier. Parts stay apart for ever: merging only reads them together.
struct DossierPart {
    PartyKey key;
    int case_count = 0;
    int64_t version = 0;
    std::optional<base::Instant> merged_at;  ///< nothing for the principal part, whose number leads
    int64_t joined = 0;                      ///< version of the merging; 0 for the principal part
    friend bool operator==(const DossierPart&, const DossierPart&) = default;
};

/// A case of the party, as a reference: the case itself opens only for those in whose scope it is.
struct CaseReference {
    std::string case_id;
    std::string case_no;
    std::string item_code;
    std::string item_name;
    std::string department_name;
    LifeCycle life = LifeCycle::none;
    std::optional<CaseResult> result;
    std::optional<base::Instant> registered_at;
    int part = 0;  ///< index into DossierFile::parts
    friend bool operator==(const CaseReference&, const CaseReference&) = default;
};

/// How another party stands to this one; seen from this dossier.
enum class Relation {
    agent,                 ///< acted for this party (代办人)
    principal,             ///< this party acted for them
    legal_representative,  ///< is (or was) named as this organisation's legal representative
};
constexpr auto names_of(Relation) {
    using enum Relation;
    return std::to_array<base::EnumName<Relation>>(
        {{agent, "agent"}, {principal, "principal"}, {legal_representative, "legal_representative"}});
}

/// A reference to another party, derived from cases. Their dossier opens by a look of its own.
struct RelatedParty {
    Relation relation = Relation::agent;
    std::string name;
    std::optional<PartyKey> key;     ///< nothing where only the name is known
    std::vector<std::string> cases;  ///< case numbers, the newest last
    friend bool operator==(const RelatedParty&, const RelatedParty&) = default;
};

/// A dossier with all that stands behind it: what the dossier page shows and what the person gets as a copy
/// (PIPL §45). The counter does not need it: for filling in a form the Dossier is enough (§6).
struct DossierFile {
    Dossier dossier;                        ///< what stands now, of all parts
    std::vector<FactStatement> statements;  ///< by field and time; see standings_of
    std::vector<DossierAct> acts;           ///< in their order; an undone one stays
    std::vector<DossierPart> parts;         ///< the principal one first; one = nothing is merged
    std::vector<CaseReference> cases;       ///< the newest first
    std::vector<RelatedParty> related;
    friend bool operator==(const DossierFile&, const DossierFile&) = default;
};

/// Puts records of one party together; cases and related parties are the store's to add.
[[nodiscard]] DossierFile file_of(std::span<const DossierRecord> parts, const JoinedAt& joined, size_t asked);

/// How each field of the file stands, by field.
[[nodiscard]] std::vector<FactStanding> standings_of(const DossierFile& file);

/// A line of the timeline: exactly one of the references points into the file (index), the others are -1.
struct TimelineEntry {
    base::Instant at{};
    int statement = -1;
    int document = -1;  ///< into dossier.documents
    int act = -1;
    int opened_case = -1;
    bool superseded = false;  ///< a statement that no longer stands
    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

/// All that happened to the dossier, the newest first.
[[nodiscard]] std::vector<TimelineEntry> timeline_of(const DossierFile& file);

/// The act that took this one back; null while it has effect.
[[nodiscard]] const DossierAct* undone_by(const DossierFile& file, const DossierAct& act);

}  // namespace yc::domain
