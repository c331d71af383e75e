#include "forms/package_members.h"

#include <algorithm>

namespace yc::forms {

const domain::ItemPackage* find_package(const Catalogue& catalogue, const std::string& code) {
    const auto& packages = catalogue.packages();
    const auto found = std::find_if(packages.begin(), packages.end(),
                                    [&](const auto* package) { return package->code == code; });
    return found == packages.end() ? nullptr : *found;
}

base::Result<std::vector<domain::ItemPackage::Member>> members_to_take(const domain::ItemPackage& package,
                                                                       const Catalogue& catalogue,
                                                                       const domain::Circumstances& answers) {
    return domain::members_for(
        package, [&](const std::string& code) { return find_package(catalogue, code); },
        [&](const std::string& code) {
            const auto* item = catalogue.newest(code);
            return item != nullptr && item->state == domain::ItemState::in_use && item->fully_defined;
        },
        answers);
}

}  // namespace yc::forms
