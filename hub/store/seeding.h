#pragma once
#include "core/base/date.h"
#include "core/base/result.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// Fills an empty store with the sample district (forms/sample_district.h): directory, users, catalogue,
/// dossiers. Does nothing when the store has a sample already. Errors: hub.not_empty when there is something
/// else in it.
base::Result<void> seed_sample(HubStore& store, base::Instant now);

/// Whether the store holds the sample district: shown on every screen.
base::Result<bool> is_sample(HubStore& store);

}  // namespace yc::hub::store
