#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/domain/item.h"
#include "core/domain/page_turns.h"
#include "core/domain/party.h"

namespace yc::domain {

/// Something known about a party (资料库): a form field's value and where it came from.
struct Fact {
    std::string field;
    std::string value;
    std::string source_case;  ///< case number, or "registry" for what the district loaded
    std::string verified_by;  ///< user id; empty = stated only
    base::Instant at{};
    std::optional<base::Date> valid_until;
    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A field of which different values were stated by people who did not know of each other. It stands open
/// until somebody chooses (fact_history.h); until then no value of it may be taken silently.
struct OpenFact {
    std::string field;
    std::vector<Fact> values;  ///< two or more, the newest first
    friend bool operator==(const OpenFact&, const OpenFact&) = default;
};

/// A document that a party showed or was given, with its page images.
struct DossierDocument {
    std::string id;
    std::string type;  ///< matches Material::document_type
    std::string name;
    TrustGrade grade = TrustGrade::uploaded;
    std::string issuer;
    std::string number;
    std::optional<base::Date> valid_until;
    std::vector<std::string> pages;  ///< SHA-256; may be empty for a registry record without image
    std::string source_case;
    base::Instant at{};
    bool superseded = false;
    PageTurns turned;  ///< of `pages`: those that do not stand upright
    friend bool operator==(const DossierDocument&, const DossierDocument&) = default;
};

/// What is known about one party, keyed by document kind and number (一人一档, 一企一档): what stands now. It
/// is derived from the record (dossier_record.h), which holds all that was ever said and done.
struct Dossier {
    Party party;  ///< particulars that stand open are empty, but the name
    std::vector<Fact>
        facts;  ///< those that stand; of a field of which both values were kept, the newest first
    std::vector<OpenFact> open;
    std::vector<DossierDocument> documents;
    int case_count = 0;
    int64_t version = 0;               ///< the hub's sequence of its last change
    std::vector<PartyKey> other_keys;  ///< further numbers of the same party, whose dossiers are merged in
    friend bool operator==(const Dossier&, const Dossier&) = default;
};

/// The open fact of this field; null when the field is not open.
[[nodiscard]] const OpenFact* open_fact(const Dossier& dossier, std::string_view field);

/// Why a document may or may not be taken for a material.
enum class OfferVerdict { good, expired, superseded, grade_too_low, none_known };
constexpr auto names_of(OfferVerdict) {
    using enum OfferVerdict;
    return std::to_array<base::EnumName<OfferVerdict>>({{good, "good"},
                                                        {expired, "expired"},
                                                        {superseded, "superseded"},
                                                        {grade_too_low, "grade_too_low"},
                                                        {none_known, "none_known"}});
}

/// What the dossier has for a material of an item.
struct Offer {
    std::string material_code;
    OfferVerdict verdict = OfferVerdict::none_known;
    std::optional<DossierDocument> document;
};

/// For each material, the best document of the dossier or the reason why none may be taken on `today`.
[[nodiscard]] std::vector<Offer> offers_for(const std::vector<Material>& materials, const Dossier& dossier,
                                            base::Date today);

}  // namespace yc::domain
