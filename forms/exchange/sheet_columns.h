#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/item.h"
#include "forms/code_profiles.h"

namespace yc::forms::exchange {

/// An item on its way in or out of a row: the definition is worked on apart from the item that shares it.
struct SheetItem {
    domain::ServiceItem item;
    domain::ItemDefinition definition;
};

/// A column of the sheet (docs/catalogue.md). Reading a cell gives false when the value means nothing here;
/// the member then stays as it is.
struct SheetColumn {
    const char* header;
    std::vector<const char*> also;  ///< other headers it goes by
    std::function<bool(const std::string& cell, const CodeProfile& profile, SheetItem& to)> read;
    std::function<std::string(const SheetItem& from)> write;
};

/// Every column, in the order they are written. Words of code tables are those of word_profile(); reading
/// takes codes of the profile as well.
[[nodiscard]] const std::vector<SheetColumn>& sheet_columns();

}  // namespace yc::forms::exchange
