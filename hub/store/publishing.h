#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"
#include "forms/catalogue.h"
#include "hub/store/dossier_settling.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// Publishes the bundle whole, as the successor of the newest one (version 1 in a store that has none): it
/// must have been made out of that one. Nothing is written unless all of it fits together and with the
/// store's directory. A hub running on the same data directory serves it at once. Errors:
/// catalogue.version_taken {version} when another bundle was published meanwhile, the first of
/// forms::check_bundle, those of the store.
base::Result<void> publish(HubStore& store, const forms::CatalogueBundle& bundle, base::Instant now);

/// The newest bundle; nothing while none is published. Errors: those of parse_bundle.
base::Result<std::optional<forms::CatalogueBundle>> published_bundle(HubStore& store);

/// The newest bundle, ready to be asked; null while none is published. Errors: those of parse_bundle.
base::Result<std::shared_ptr<const forms::Catalogue>> published_catalogue(HubStore& store);

/// Which fields of the item's form settle as which facts; empty for an item that is not in the catalogue.
[[nodiscard]] SettlingFields settling_fields(const forms::Catalogue* catalogue, const std::string& code,
                                             int version);

}  // namespace yc::hub::store
