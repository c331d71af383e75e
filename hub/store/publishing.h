#pragma once
#include <memory>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"
#include "forms/catalogue.h"
#include "hub/store/dossier_settling.h"
#include "hub/store/hub_store.h"

namespace yc::hub::store {

/// What became of a bundle that an administrator brought.
struct Published {
    int64_t version = 0;
    size_t items = 0;  ///< in the bundle as published
};

/// Publishes items, packages, forms and history: those of `bundle` are added to the newest bundle of the
/// store, an item or package of the same code and version or a form of the same id is left as it was
/// published, and the whole becomes the next version. A hub running on the same data directory serves it at
/// once. Errors: those of forms::Catalogue::open and of the store.
base::Result<Published> publish(HubStore& store, const forms::CatalogueBundle& bundle, base::Instant now);

/// The newest bundle, ready to be asked; null while none is published. Errors: those of parse_bundle.
base::Result<std::shared_ptr<const forms::Catalogue>> published_catalogue(HubStore& store);

/// Which fields of the item's form settle as which facts; empty for an item that is not in the catalogue.
[[nodiscard]] SettlingFields settling_fields(const forms::Catalogue* catalogue, const std::string& code,
                                             int version);

}  // namespace yc::hub::store
