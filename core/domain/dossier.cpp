#include "core/domain/dossier.h"

#include <algorithm>

namespace yc::domain {
namespace {

OfferVerdict judge(const Material& material, const DossierDocument& document, base::Date today) {
    if (document.superseded) return OfferVerdict::superseded;
    if (document.valid_until && *document.valid_until < today) return OfferVerdict::expired;
    if (document.grade > material.least_grade) return OfferVerdict::grade_too_low;
    return OfferVerdict::good;
}

/// A good document beats any other; among equals the newest wins.
bool better(OfferVerdict verdict, const DossierDocument& document, const Offer& best) {
    if (!best.document) return true;
    if ((verdict == OfferVerdict::good) != (best.verdict == OfferVerdict::good))
        return verdict == OfferVerdict::good;
    return document.at > best.document->at;
}

Offer offer_for(const Material& material, const Dossier& dossier, base::Date today) {
    Offer best{.material_code = material.code};
    if (material.document_type.empty()) return best;
    for (const DossierDocument& document : dossier.documents) {
        if (document.type != material.document_type) continue;
        const OfferVerdict verdict = judge(material, document, today);
        if (better(verdict, document, best)) best = {material.code, verdict, document};
    }
    return best;
}

}  // namespace

const OpenFact* open_fact(const Dossier& dossier, std::string_view field) {
    const auto found = std::find_if(dossier.open.begin(), dossier.open.end(),
                                    [&](const OpenFact& open) { return open.field == field; });
    return found == dossier.open.end() ? nullptr : &*found;
}

std::vector<Offer> offers_for(const std::vector<Material>& materials, const Dossier& dossier,
                              base::Date today) {
    std::vector<Offer> offers;
    std::transform(materials.begin(), materials.end(), std::back_inserter(offers),
                   [&](const Material& material) { return offer_for(material, dossier, today); });
    return offers;
}

}  // namespace yc::domain
