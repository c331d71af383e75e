#pragma once
#include <string_view>
#include <vector>

#include "localization/localization.h"

namespace yc::localization {

/// One catalogue file as it was built in.
struct CatalogueFile {
    Language language;
    std::string_view name;  ///< e.g. "errors-base.json"
    std::string_view json;
};

/// Every catalogue file; defined by the source that embed_catalogues.cmake writes.
[[nodiscard]] const std::vector<CatalogueFile>& catalogue_files();

}  // namespace yc::localization
