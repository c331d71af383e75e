#pragma once
#include <map>
#include <string>

#include "core/domain/case_state.h"
#include "core/domain/dossier_record.h"

namespace yc::hub::store {

/// Form field id → dossier fact it settles under.
using SettlingFields = std::map<std::string, std::string>;

/// Whether this kind of event leaves something in the applicant's dossier.
[[nodiscard]] bool settles(domain::EventKind kind);

/// The record after `event` brought the case to `state`: the applicant's particulars and the form's values as
/// statements of the clerk, with the version of the dossier the form was filled from; provided materials that
/// have a document type as documents of grade B; the issued result as one of grade A. Nothing is replaced or
/// deleted: what holds is derived (domain::dossier_of). Settling the same event again changes nothing.
/// `event` carries its seq, which becomes the version.
[[nodiscard]] domain::DossierRecord settle(domain::DossierRecord record, const domain::CaseState& state,
                                           const domain::CaseEvent& event, const SettlingFields& fields);

}  // namespace yc::hub::store
