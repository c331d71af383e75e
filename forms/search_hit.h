#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/base/enum_names.h"
#include "core/domain/item.h"
#include "core/domain/item_package.h"
#include "forms/item_facets.h"

namespace yc::forms {

/// What of an item a query was found in, best first.
enum class MatchedIn { name, word, code, place };
constexpr auto names_of(MatchedIn) {
    using enum MatchedIn;
    return std::to_array<base::EnumName<MatchedIn>>(
        {{name, "name"}, {word, "word"}, {code, "code"}, {place, "place"}});
}

/// What a counter does with an item or package.
struct ItemUse {
    int taken = 0;  ///< how often it was taken here lately
    bool favourite = false;
    friend bool operator==(const ItemUse&, const ItemUse&) = default;
};
using UseCounts = std::map<std::string, ItemUse>;  ///< by code

/// A found item or package, and why it was found: `text` is its name, an everyday word, its code or a place
/// (department, main item), of which `length` characters from `position` are what was asked for.
struct SearchHit {
    const domain::ServiceItem* item = nullptr;     ///< null for a package
    const domain::ItemPackage* package = nullptr;  ///< null for an item
    MatchedIn matched = MatchedIn::name;
    std::string text;
    std::string
        meaning;  ///< for an everyday word: what of the name it stands for; empty = the item's own word
    int position = 0;
    int length = 0;
    int text_length = 0;
    ItemUse use;

    [[nodiscard]] const std::string& code() const { return item ? item->code : package->code; }
    [[nodiscard]] const std::string& name() const { return item ? item->name : package->name; }
};

/// The characters of `text` that were asked for.
[[nodiscard]] std::string marked_text(const SearchHit& hit);

class ItemsInUse;

/// What is looked for.
struct SearchRequest {
    std::string query;
    size_t limit = 20;
    ItemFacets facets;                ///< a package fits when one of its items does
    bool packages = false;            ///< whether packages are wanted beside items
    const ItemsInUse* use = nullptr;  ///< of this counter; null = not known
};

/// Puts hits in the order a clerk wants them: names before words, codes and places; the whole text before its
/// beginning before its inside; then favourites, what is taken most here, the earlier place, the shorter
/// text. Stable, pure.
void rank_hits(std::vector<SearchHit>& hits);

}  // namespace yc::forms
