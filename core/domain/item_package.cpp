#include "core/domain/item_package.h"

#include <algorithm>

namespace yc::domain {

using base::Result;
using Members = std::vector<ItemPackage::Member>;

namespace {

/// Takes a package apart; `path` holds the packages it is in.
class Unpacking {
  public:
    Unpacking(const std::vector<ItemPackage>& packages, const std::set<std::string>& items)
        : packages_(packages), items_(items) {}

    Result<void> add(const ItemPackage& package, const Circumstances& answers) {
        if (!path_.insert(package.code).second)
            return base::fail("package.cycle", package.code, {{"package", package.name}});
        const auto settled = settled_answers(package.questions, answers);
        for (const auto& member : package.members)
            if (member.when.holds(settled)) YC_CHECK(add_member(package, member));
        path_.erase(package.code);
        return {};
    }
    [[nodiscard]] Members take() { return std::move(members_); }

  private:
    Result<void> add_member(const ItemPackage& package, const ItemPackage::Member& member) {
        if (items_.contains(member.item)) {
            if (seen_.insert(member.item).second) members_.push_back(member);
            return {};
        }
        const auto inner = std::find_if(packages_.begin(), packages_.end(),
                                        [&](const auto& other) { return other.code == member.item; });
        if (inner == packages_.end())
            return base::fail("package.unknown_member", member.item,
                              {{"package", package.name}, {"member", member.item}});
        return add(*inner, member.answers);
    }

    const std::vector<ItemPackage>& packages_;
    const std::set<std::string>& items_;
    std::set<std::string> path_;
    std::set<std::string> seen_;
    Members members_;
};

}  // namespace

Result<Members> members_for(const ItemPackage& package, const std::vector<ItemPackage>& packages,
                            const std::set<std::string>& items, const Circumstances& answers) {
    Unpacking unpacking(packages, items);
    YC_CHECK(unpacking.add(package, answers));
    return unpacking.take();
}

}  // namespace yc::domain
