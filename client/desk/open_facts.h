#pragma once
#include <functional>
#include <string>
#include <vector>

#include "client/desk/intake_draft.h"
#include "client/desk/intake_views.h"
#include "core/domain/dossier.h"
#include "forms/form_definition.h"

namespace yc::client::desk {

/// A value as people read it; nothing = as it is.
using Words = std::function<std::string(const std::string&)>;

/// What the dossier says of a field, as it is filled in.
[[nodiscard]] Prefill prefill_of(const domain::Fact& fact);
/// Of a fact that stands open: no value, and all that are said.
[[nodiscard]] Prefill prefill_of(const domain::OpenFact& open);

/// Pure: where a prefilled value came from; of an open fact that it stands open, with the values.
[[nodiscard]] Provenance provenance_of(const Prefill& prefill, const Words& words = {});
/// Pure: the values of an open fact with the provenance of each, the newest first; else none.
[[nodiscard]] std::vector<OpenValue> open_values(const Prefill& prefill, const Words& words = {});

/// Pure: fields whose fact stands open in the dossier are left to the clerk, with the values said; one that
/// was filled in before and not touched is emptied. What the clerk typed stays.
void leave_open_fields(Errand& errand, const forms::Form& form, const domain::Dossier& dossier);

}  // namespace yc::client::desk
