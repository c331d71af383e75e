#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/domain/dossier_file.h"
#include "hub/store/hub_store.h"

namespace yc::cli {

/// Everything held about one person, as a copy for them (PIPL §45): the dossier with all that stands behind
/// it, the events of their cases, and the page images of both in Base64 under their SHA-256. Pages that have
/// not arrived at the hub are named in `pages_awaited`. Errors: those of the store.
base::Result<nlohmann::json> copy_for_person(hub::store::HubStore& store, const domain::DossierFile& file);

}  // namespace yc::cli
