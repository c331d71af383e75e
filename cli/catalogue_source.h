#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/directory.h"
#include "forms/catalogue.h"

namespace yc::cli {

/// The hub's data directory: `given`, else $YICHUANG_HUB_DATA, else yichuang/hub below the user's data
/// directory.
[[nodiscard]] std::filesystem::path hub_data_dir(const std::string& given);

/// Whether a hub keeps its data there.
[[nodiscard]] bool has_hub(const std::filesystem::path& dir);

/// The catalogue to search: that of the hub in the directory, or the built-in sample when there is no hub.
[[nodiscard]] base::Result<std::shared_ptr<const forms::Catalogue>> catalogue_of(
    const std::filesystem::path& dir);

/// The bundle to read or change: that of the hub in the directory, the built-in sample when there is no hub.
/// A hub that has published nothing yet begins with the built-in forms, at version 0.
[[nodiscard]] base::Result<forms::CatalogueBundle> bundle_of(const std::filesystem::path& dir);

/// Who serves the public there: the hub's directory, that of the built-in sample when there is no hub.
struct District {
    domain::Directory directory;
    bool sample = true;  ///< invented: what is printed says so
};
[[nodiscard]] base::Result<District> district_of(const std::filesystem::path& dir);

/// Publishes the bundle at the hub in the directory; where there is none the sample district is set up first,
/// and true is returned. A bundle that is refused leaves nothing behind, and neither does a `dry_run`, which
/// only checks. Errors: those of hub::store::publish and hub::store::seed_sample.
[[nodiscard]] base::Result<bool> publish_change(const std::filesystem::path& dir,
                                                const forms::CatalogueBundle& bundle, base::Instant now,
                                                bool dry_run = false);

}  // namespace yc::cli
