#pragma once
#include <string_view>
#include <vector>

namespace yc::forms {

/// A data file of forms/ as it was built in; `name` is its path below forms/, e.g.
/// "items/food_business.json".
struct EmbeddedFile {
    std::string_view name;
    std::string_view content;
};

/// Every data file, by name; defined by the source that embed_data.cmake writes.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_files();

}  // namespace yc::forms
