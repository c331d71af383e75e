#pragma once
#include <memory>
#include <string>
#include <vector>

#include "forms/search_hit.h"

namespace yc::forms {

class Catalogue;
class CatalogueSearch;

/// What a counter takes and its clerk keeps at hand, indexed by itself: these few are found by every
/// keystroke however many items stand before them by name. Immutable; the catalogue must outlive it.
class ItemsInUse {
  public:
    /// Codes that the catalogue does not have in use are left out.
    ItemsInUse(const Catalogue& catalogue, UseCounts use);
    ~ItemsInUse();
    ItemsInUse(const ItemsInUse&) = delete;
    ItemsInUse& operator=(const ItemsInUse&) = delete;

    [[nodiscard]] const UseCounts& counts() const { return use_; }
    /// All of them that the request finds, whatever its limit.
    [[nodiscard]] std::vector<SearchHit> search(const SearchRequest& request) const;

  private:
    UseCounts use_;
    std::vector<const domain::ServiceItem*> items_;
    std::vector<const domain::ItemPackage*> packages_;
    std::unique_ptr<const CatalogueSearch> search_;
};

}  // namespace yc::forms
