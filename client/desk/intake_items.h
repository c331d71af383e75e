#pragma once
#include <string_view>
#include <vector>

#include "client/desk/intake_views.h"
#include "core/base/result.h"
#include "core/domain/item.h"

namespace yc::client::desk {

struct Desk;

/// Whom an item must be for; `unknown` while there is no number.
enum class PartyKind { unknown, person, organisation };

/// Pure but for what the desk knows: may this counter take the item for this party today? Errors:
/// intake.unknown_item (null), intake.item_not_in_use, intake.item_not_here, intake.item_not_defined,
/// intake.item_not_for_party.
[[nodiscard]] base::Result<void> check_item(const Desk& desk, const domain::ServiceItem* item,
                                            PartyKind party);

/// The best items for what was typed, those that may be taken here first; an empty query gives the counter's
/// own.
[[nodiscard]] std::vector<ItemRow> find_items(const Desk& desk, std::string_view query, size_t limit,
                                              PartyKind party);

}  // namespace yc::client::desk
