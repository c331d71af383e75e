#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/catalogue_import.h"

namespace yc::forms::exchange {

/// Whether a JSON text holds records of the national shape rather than a published list.
[[nodiscard]] bool looks_national(std::string_view text);

/// Reads a file of implementation items: {"data": {"list": [record, …]}} as interfaces give it, a plain array
/// of records, or one record. A record that cannot be read costs only itself. Errors: catalogue.not_json,
/// catalogue.not_a_list, catalogue.nothing_usable.
[[nodiscard]] base::Result<ImportReport> read_national(std::string_view text, const CodeProfile& profile,
                                                       const PresentItem& present = nothing_present());

/// The items as such a file; an item imported and not changed comes out as it was.
[[nodiscard]] std::string write_national(const std::vector<const domain::ServiceItem*>& items,
                                         const CodeProfile& profile);

}  // namespace yc::forms::exchange
