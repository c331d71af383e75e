#pragma once
#include "forms/catalogue_import.h"
#include "forms/exchange/sheet.h"

namespace yc::forms::exchange {

/// Reads the items of a sheet whose header row names the columns (docs/catalogue.md); rows before the header,
/// such as a title, are passed over. Columns nobody knows are passed over too. An item that is in the
/// catalogue keeps what the sheet has no column for. Errors: catalogue.sheet_header when no row names code
/// and item, catalogue.nothing_usable.
[[nodiscard]] base::Result<ImportReport> items_of_sheet(const Sheet& sheet, const CodeProfile& profile,
                                                        const PresentItem& present = nothing_present());

/// The header and a row for each item, every column.
[[nodiscard]] Sheet sheet_of_items(const std::vector<const domain::ServiceItem*>& items);

}  // namespace yc::forms::exchange
