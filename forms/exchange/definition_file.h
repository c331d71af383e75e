#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "forms/catalogue_import.h"

namespace yc::forms::exchange {

/// Whether a JSON text holds items in the program's own shape.
[[nodiscard]] bool looks_defined(std::string_view text);

/// Reads whole items, materials, questions, flow and all, in the program's own shape: a JSON array of items
/// as in core/wire/item_json.h. What an entry does not say is as in a new item; the versions of item and form
/// are given on merging. Errors: those of read_published_list; of an entry catalogue.entry_definition
/// {field}, catalogue.entry_unknown_member {field}.
[[nodiscard]] base::Result<ImportReport> read_definitions(std::string_view text);

/// Items that way; reading it again gives the same items.
[[nodiscard]] std::string write_definitions(const std::vector<const domain::ServiceItem*>& items);

}  // namespace yc::forms::exchange
