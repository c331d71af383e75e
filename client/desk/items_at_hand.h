#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "forms/items_in_use.h"

namespace yc::forms {
class Catalogue;
}

namespace yc::client::desk {

struct Desk;

/// What the item search puts first: the clerk's favourites, and what this counter took in the last 90 days.
/// Counted once and again after each intake here, never while somebody types. UI thread.
class ItemsAtHand {
  public:
    static constexpr int counted_days = 90;

    explicit ItemsAtHand(const Desk& desk) : desk_(desk) {}
    ItemsAtHand(const ItemsAtHand&) = delete;
    ItemsAtHand& operator=(const ItemsAtHand&) = delete;

    /// Of whoever is signed in at the counter, in the catalogue in force; until the next call. Without counts
    /// when the store could not be read, until the next intake here.
    [[nodiscard]] const forms::ItemsInUse& in_use() const;
    /// Durable. Errors: the store's.
    base::Result<void> set_favourite(const std::string& code, bool favourite);
    /// An intake was completed: of a package, unless that is empty.
    void taken(const std::string& package);

  private:
    [[nodiscard]] base::Instant counted_from() const;
    [[nodiscard]] base::Result<forms::UseCounts> count() const;

    const Desk& desk_;
    mutable std::optional<forms::UseCounts> use_;  ///< nothing = to be counted
    mutable std::shared_ptr<const forms::Catalogue> catalogue_;
    mutable std::unique_ptr<const forms::ItemsInUse>
        in_use_;  ///< of `use_` in `catalogue_`; null = to be made
};

}  // namespace yc::client::desk
