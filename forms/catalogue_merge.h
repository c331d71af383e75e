#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"
#include "forms/catalogue_bundle.h"
#include "forms/catalogue_import.h"

namespace yc::forms {

/// When and why the catalogue changes, for its history.
struct ChangeNote {
    base::Date on{};
    std::string note;
};

/// What merging does with one of the items brought.
struct MergeLine {
    enum class Fate { added, changed, unchanged, kept_defined, kept_cancelled };
    Fate fate = Fate::added;
    int version = 1;                  ///< in the bundle afterwards
    std::vector<std::string> fields;  ///< changed: names of the members, as in the item's JSON
};
constexpr auto names_of(MergeLine::Fate) {
    using enum MergeLine::Fate;
    return std::to_array<base::EnumName<MergeLine::Fate>>({{added, "added"},
                                                           {changed, "changed"},
                                                           {unchanged, "unchanged"},
                                                           {kept_defined, "kept_defined"},
                                                           {kept_cancelled, "kept_cancelled"}});
}

/// What merging changed.
struct MergeCounts {
    size_t added = 0;
    size_t changed = 0;  ///< a new version was made
    size_t unchanged = 0;
    size_t kept_defined = 0;       ///< fully defined here: a list entry of the same code does not replace it
    size_t kept_cancelled = 0;     ///< cancelled here: it does not come back under its code
    std::vector<MergeLine> lines;  ///< one for each item brought
};

/// The bundle with the items beside its own, as the next version of the bundle (the same version if nothing
/// changed). A changed item becomes a new version of itself, the publisher's if that is higher; old versions
/// stay for the cases pinned to them; a cancelled item stays as it is. A fully defined item takes the newest
/// version of its form. Each change is a line of the history.
[[nodiscard]] CatalogueBundle merge_items(CatalogueBundle bundle,
                                          const std::vector<domain::ServiceItem>& items,
                                          const ChangeNote& note, MergeCounts* counts = nullptr);

/// The bundle with the item in another state, as a new version of it with a line of history (suspended,
/// resumed, cancelled). Errors: catalogue.no_such_item {item_code}, catalogue.state_already {item, state},
/// catalogue.state_final {item}: a cancelled item does not come back under its code.
[[nodiscard]] base::Result<CatalogueBundle> with_state(CatalogueBundle bundle, const std::string& code,
                                                       domain::ItemState state, const ChangeNote& note);

/// An item split into others, or several merged into one: those it came out of are cancelled, the new ones,
/// in the bundle already, get a line of history that names them. Errors: catalogue.no_such_item,
/// catalogue.own_successor {item_code}: in both lists, catalogue.successor_not_in_use {item, item_code},
/// catalogue.state_already, catalogue.state_final.
[[nodiscard]] base::Result<CatalogueBundle> with_succession(CatalogueBundle bundle,
                                                            const std::vector<std::string>& from,
                                                            const std::vector<std::string>& into,
                                                            const ChangeNote& note);

/// Looks the newest items of a bundle up by code, for the readers of files. The bundle must outlive it.
[[nodiscard]] PresentItem present_in(const CatalogueBundle& bundle);

/// The newest version of each code, whatever its state, in the bundle's order. Pointers into the bundle.
[[nodiscard]] std::vector<const domain::ServiceItem*> newest_items(const CatalogueBundle& bundle);

}  // namespace yc::forms
