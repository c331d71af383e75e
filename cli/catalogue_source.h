#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/date.h"
#include "core/base/result.h"
#include "forms/catalogue.h"
#include "hub/store/hub_store.h"

namespace yc::cli {

/// The hub's data directory: `given`, else $YICHUANG_HUB_DATA, else yichuang/hub below the user's data
/// directory.
[[nodiscard]] std::filesystem::path hub_data_dir(const std::string& given);

/// The catalogue to search: that of the hub in the directory, or the built-in sample when there is no hub.
[[nodiscard]] base::Result<std::shared_ptr<const forms::Catalogue>> catalogue_of(
    const std::filesystem::path& dir);

/// The bundle to read or change: that of the hub in the directory, the built-in sample when there is no hub.
/// A hub that has published nothing yet begins with the built-in forms, at version 0.
[[nodiscard]] base::Result<forms::CatalogueBundle> bundle_of(const std::filesystem::path& dir);

/// The hub's store for changing its catalogue; where there is none the sample district is set up first.
struct AdministeredStore {
    std::unique_ptr<hub::store::HubStore> store;
    bool seeded = false;
};
[[nodiscard]] base::Result<AdministeredStore> open_for_change(const std::filesystem::path& dir,
                                                              base::Instant now);

/// Whether the bundle could be published there: what fits together and with the directory of the hub (of the
/// sample district where there is no hub). Errors: the first of forms::check_bundle.
[[nodiscard]] base::Result<void> check_change(const std::filesystem::path& dir,
                                              const forms::CatalogueBundle& bundle, base::Instant now);

/// Whether a hub keeps its data there.
[[nodiscard]] bool has_hub(const std::filesystem::path& dir);

}  // namespace yc::cli
