#pragma once
#include <string_view>
#include <vector>

#include "client/desk/intake_views.h"
#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/item_facets.h"

namespace yc::client::desk {

struct Desk;

/// Whom an item must be for; `unknown` while there is no number.
enum class PartyKind { unknown, person, organisation };

/// Pure but for what the desk knows: may this counter take the item for this party today? Errors:
/// intake.unknown_item (null), intake.item_not_in_use, intake.item_not_here, intake.item_not_defined,
/// intake.item_not_for_party.
[[nodiscard]] base::Result<void> check_item(const Desk& desk, const domain::ServiceItem* item,
                                            PartyKind party);

/// What is looked for at the counter.
struct ItemQuery {
    std::string_view text;
    forms::ItemFacets facets;
    size_t limit = 30;
};

/// The best items and packages for what was typed, those that may be taken here first. An empty text gives
/// only those that may be taken: favourites, then what this counter takes most, then the rest by name.
[[nodiscard]] std::vector<ItemRow> find_items(const Desk& desk, const ItemQuery& query, PartyKind party);

}  // namespace yc::client::desk
