#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/enum_names.h"
#include "core/domain/page_turns.h"
#include "core/domain/party.h"

namespace yc::domain {

/// What people do to a dossier by hand. Everything else settles by itself from cases.
enum class DossierActKind {
    choose,              ///< of an open fact: one of the values, or several (both are kept)
    undo,                ///< takes back an earlier act: a choice, or a correction
    correct_fact,        ///< says what a fact should be, on the person's request (PIPL §46)
    erase_fact,          ///< deletes all that was said of a field, on the person's request (PIPL §47)
    supersede_document,  ///< a document no longer holds, though no newer one has come
    reinstate_document,  ///< a document was taken for superseded by mistake
    replace_pages,       ///< the page images of a document were the wrong ones
    erase_document,      ///< deletes the content of a document (PIPL §47)
    merge,               ///< another number is the same party's
    unmerge,             ///< it is not
};
constexpr auto names_of(DossierActKind) {
    using enum DossierActKind;
    return std::to_array<base::EnumName<DossierActKind>>({{choose, "choose"},
                                                          {undo, "undo"},
                                                          {correct_fact, "correct_fact"},
                                                          {erase_fact, "erase_fact"},
                                                          {supersede_document, "supersede_document"},
                                                          {reinstate_document, "reinstate_document"},
                                                          {replace_pages, "replace_pages"},
                                                          {erase_document, "erase_document"},
                                                          {merge, "merge"},
                                                          {unmerge, "unmerge"}});
}

/// One act upon a dossier, as it is asked for and as it stays in the trace. An act is never taken out of the
/// trace; an undone one stays there beside the act that undid it.
///
/// Asked for: `id` (UUIDv7, made by who asks), `kind`, `ground`, `reason` and what the kind needs:
/// choose `field`, `among`, `keep`; undo `concerns`; correct_fact `field`, `value`, may have `valid_until`
/// and `pages`; erase_fact `field`; the acts on documents `document`, replace_pages also `pages`; merge and
/// unmerge `other`. The hub sets `by`, `by_name`, `at` and `seq`.
///
/// In the trace: an act keeps no content that it brought or deleted. The value of a correction stands in its
/// statement (FactStatement::id is the act's id), the number of a merged party in DossierFile::parts.
struct DossierAct {
    std::string id;
    DossierActKind kind = DossierActKind::choose;
    std::string field;
    std::string document;            ///< DossierDocument::id
    std::vector<std::string> among;  ///< ids of all statements that stood open when choosing
    std::vector<std::string> keep;   ///< those chosen, of `among`
    std::string value;
    std::optional<base::Date> valid_until;
    std::vector<std::string> pages;  ///< SHA-256: of the document, or of the paper that proves a correction
    PageTurns turned;                ///< of `pages`
    std::string concerns;            ///< id of the act taken back
    std::optional<PartyKey> other;
    std::string ground;  ///< one of grounds_for(kind)
    std::string reason;  ///< in words; needed by all acts but a choice and its undoing
    std::string by;      ///< user id
    std::string by_name;
    base::Instant at{};
    int64_t seq = 0;  ///< the version of the dossier that it made
    int part = 0;     ///< of a merged dossier: index into DossierFile::parts
    friend bool operator==(const DossierAct&, const DossierAct&) = default;
};

/// The grounds an act may be done on; the first is the usual one. Sentences: `dossier.ground.<name>`.
/// Correction PIPL §46; deletion §47: purpose_over, retention_over, consent_withdrawn, unlawful, by_law;
/// merging: old_number (15 digits made 18), number_changed, permit_to_id (residence permit, then identity
/// card), entered_wrongly. Empty for choose and undo: they need none.
[[nodiscard]] const std::vector<std::string_view>& grounds_for(DossierActKind kind);

/// Whether the act answers a request of the person or changes whose dossier this is, so that a supervisor
/// does it, with a reason in words; the others (choose and undo of a choice) are for everyone who may read
/// it.
[[nodiscard]] bool needs_supervisor(DossierActKind kind);

}  // namespace yc::domain
