#pragma once
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "client/desk/intake_views.h"
#include "core/domain/dossier.h"
#include "core/domain/item.h"

namespace yc::client::desk {

/// Pure: how a required paper stands in a draft. An optional paper that nobody brought is not needed.
[[nodiscard]] domain::MaterialState state_of(const domain::Material& material, const DraftMaterial& draft);

/// Pure: the words of a necessity, of a state with its pages, of what the dossier offers.
[[nodiscard]] Text words_of(domain::Necessity necessity);
[[nodiscard]] Text state_words(domain::Necessity necessity, domain::MaterialState state, size_t pages,
                               bool paper_only);
[[nodiscard]] Text offer_words(const domain::Offer& offer);

/// Pure: the row of one paper. `offer` as offers_for() made it.
[[nodiscard]] MaterialRow material_row(const domain::Material& material, const DraftMaterial& draft,
                                       const domain::Offer& offer);

/// Pure: the rows of all papers that the errand's answers ask for.
[[nodiscard]] std::vector<MaterialRow> material_rows(const domain::ServiceItem& item, const Errand& errand,
                                                     const domain::Dossier& dossier, base::Date today);

/// Pure: the list of papers as the case's events carry it.
[[nodiscard]] std::vector<domain::SubmittedMaterial> submitted_materials(const domain::ServiceItem& item,
                                                                         const Errand& errand);

/// Pure: the rows of a case that exists.
[[nodiscard]] std::vector<MaterialRow> material_rows(const std::vector<domain::SubmittedMaterial>& materials);

/// A required paper that is neither there nor deferred; a deferrable one that is neither there nor deferred.
[[nodiscard]] bool is_missing(const MaterialRow& row);

}  // namespace yc::client::desk
