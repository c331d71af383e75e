#include "core/domain/item_package.h"

#include <set>

namespace yc::domain {

using base::Result;
using Members = std::vector<ItemPackage::Member>;
using FindPackage = std::function<const ItemPackage*(const std::string& code)>;
using IsItem = std::function<bool(const std::string& code)>;

namespace {

/// Takes a package apart; `path` holds the packages it is in.
class Unpacking {
  public:
    Unpacking(const FindPackage& find_package, const IsItem& is_item)
        : find_package_(find_package), is_item_(is_item) {}

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
        if (is_item_(member.item)) {
            if (seen_.insert(member.item).second) members_.push_back(member);
            return {};
        }
        const ItemPackage* inner = find_package_(member.item);
        if (inner == nullptr)
            return base::fail("package.unknown_member", member.item,
                              {{"package", package.name}, {"member", member.item}});
        return add(*inner, member.answers);
    }

    const FindPackage& find_package_;
    const IsItem& is_item_;
    std::set<std::string> path_;
    std::set<std::string> seen_;
    Members members_;
};

}  // namespace

Result<Members> members_for(const ItemPackage& package, const FindPackage& find_package,
                            const IsItem& is_item, const Circumstances& answers) {
    Unpacking unpacking(find_package, is_item);
    YC_CHECK(unpacking.add(package, answers));
    return unpacking.take();
}

}  // namespace yc::domain
