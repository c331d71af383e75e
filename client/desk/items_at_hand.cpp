#include "client/desk/items_at_hand.h"

#include "client/desk/desk.h"
#include "client/store/local_store.h"
#include "core/base/log.h"

namespace yc::client::desk {

base::Instant ItemsAtHand::counted_from() const {
    return desk_.clock.now() - std::chrono::days(counted_days);
}

base::Result<forms::UseCounts> ItemsAtHand::count() const {
    forms::UseCounts use;
    if (desk_.who.counter) {
        YC_TRY(const auto taken, desk_.store.taken_at(desk_.who.counter->id, counted_from()));
        for (const auto& [code, times] : taken) use[code].taken = times;
    }
    YC_TRY(const auto favourites, desk_.store.favourites(desk_.who.user.id));
    for (const auto& code : favourites) use[code].favourite = true;
    return use;
}

const forms::ItemsInUse& ItemsAtHand::in_use() const {
    if (in_use_ && use_ && catalogue_ == desk_.catalogue) return *in_use_;
    if (!use_) {
        auto counted = count();
        if (!counted)
            base::log(base::LogLevel::warning, "items at hand not counted: " + counted.error().code);
        use_ = counted ? *std::move(counted) : forms::UseCounts{};
    }
    in_use_ = std::make_unique<forms::ItemsInUse>(*desk_.catalogue, *use_);
    catalogue_ = desk_.catalogue;
    return *in_use_;
}

base::Result<void> ItemsAtHand::set_favourite(const std::string& code, bool favourite) {
    YC_CHECK(desk_.store.set_favourite(desk_.who.user.id, code, favourite));
    if (use_) (*use_)[code].favourite = favourite;
    in_use_.reset();
    return {};
}

void ItemsAtHand::taken(const std::string& package) {
    use_.reset();
    if (package.empty() || !desk_.who.counter) return;
    // Only the order of a list depends on it: the intake stands whether or not it can be noted.
    if (auto noted = desk_.store.record_package(desk_.who.counter->id, package, counted_from()); !noted)
        base::log(base::LogLevel::warning, "package not counted: " + noted.error().code);
}

}  // namespace yc::client::desk
