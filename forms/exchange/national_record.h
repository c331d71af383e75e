#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "forms/catalogue_import.h"

namespace yc::forms::exchange {

/// One implementation item (实施清单) in the shape of the national exchange: an object of tables AUDIT_ITEM,
/// AUDIT_ITEM_EXTEND, _BYLAW, _WINDOW, _CONDITION, _SPECIAL, AUDIT_MATERIAL, AUDIT_MATERIAL_CONDITION,
/// AUDIT_QA. Every column either becomes a member of the item or stays in `published`.

/// The item a record tells of. What the record does not say stays as it is in the present item of its
/// code; materials keep what only we know of them. Doubtful codes go to the collector.
/// Errors: catalogue.entry_broken, entry_no_name, entry_no_code, entry_too_long.
[[nodiscard]] base::Result<domain::ServiceItem> item_of_record(const nlohmann::json& record,
                                                               const CodeProfile& profile,
                                                               const PresentItem& present,
                                                               ImportCollector& doubts);

/// The record of an item: as it was published, with what changed since written over. An item made here gets
/// a record of its own.
[[nodiscard]] nlohmann::json record_of_item(const domain::ServiceItem& item, const CodeProfile& profile);

}  // namespace yc::forms::exchange
