#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/domain/dossier.h"
#include "core/domain/dossier_act.h"

namespace yc::domain {

enum class StatementOrigin { counter, registry, correction };
constexpr auto names_of(StatementOrigin) {
    using enum StatementOrigin;
    return std::to_array<base::EnumName<StatementOrigin>>(
        {{counter, "counter"}, {registry, "registry"}, {correction, "correction"}});
}

/// A value of a field as it was once stated: by whom, when, in which case, and what of the dossier they had
/// before them. A statement is never changed and never leaves the history; only its content is deleted on the
/// person's request (`erased`). Which papers lay on the counter then: papers_behind().
struct FactStatement {
    std::string id;  ///< the same wherever it is settled; of a correction the id of its act
    std::string field;
    std::string value;
    StatementOrigin origin = StatementOrigin::counter;
    std::string source_case;  ///< case number; "registry"; empty for a correction
    std::string case_id;
    std::string said_by;  ///< user id of who verified it; empty = stated only
    std::string said_by_name;
    base::Instant at{};
    std::optional<base::Date> valid_until;
    std::vector<std::string> pages;  ///< SHA-256: the paper that shows it, where known
    std::string device;
    int64_t device_seq = 0;
    /// Version of the dossier that the form was filled from. Nothing = the dossier was not seen.
    std::optional<int64_t> base;
    int64_t seq = 0;  ///< version of the dossier with which it came in
    int part = 0;     ///< of a merged dossier: index into DossierFile::parts; not stored
    bool erased = false;
    friend bool operator==(const FactStatement&, const FactStatement&) = default;
};

/// When each part of a merged dossier was joined: what was said before, on either side, was said without
/// knowledge of the other. By part number; empty when nothing is merged.
using JoinedAt = std::vector<int64_t>;

/// Whether whoever made the statement `later` had `earlier` before them: it had come in before the version
/// their form was filled from (`base`), or it is an earlier one of the same computer or of the same case.
[[nodiscard]] bool knew_of(const FactStatement& later, const FactStatement& earlier,
                           const JoinedAt& joined = {});

/// How a field stands.
struct FactStanding {
    std::string field;
    /// The newest statement of each value that stands, the newest first. One value: it holds. Several and not
    /// `open`: all were kept by choice.
    std::vector<FactStatement> values;
    bool open = false;
    friend bool operator==(const FactStanding&, const FactStanding&) = default;
};

/// How every field stands, by field. Pure, and the same in whatever order the statements and acts are given.
///
/// A statement holds until somebody who knew of it stated the field again: the new one holds then, the old
/// one is history. Statements whose makers did not know of each other stand beside each other; when they say
/// different things the field is open. A choice settles those it was made among, as long as all of them are
/// there; a statement that comes later from somebody who knew neither opens the field again. When several
/// values were kept, stating one of them again leaves the others. Undone acts have no effect.
[[nodiscard]] std::vector<FactStanding> standings_of(std::span<const FactStatement> statements,
                                                     std::span<const DossierAct> acts,
                                                     const JoinedAt& joined = {});

/// The acts that have not been undone, in the order in which they were done.
[[nodiscard]] std::vector<DossierAct> effective_acts(std::span<const DossierAct> acts);

/// The statement as the dossier tells it.
[[nodiscard]] Fact fact_of(const FactStatement& statement);

/// The documents that came into the dossier with the same case as the statement: what the clerk had on the
/// counter. Empty for registry facts and where the case left no papers.
[[nodiscard]] std::vector<DossierDocument> papers_behind(const FactStatement& statement,
                                                         const std::vector<DossierDocument>& documents);

}  // namespace yc::domain
