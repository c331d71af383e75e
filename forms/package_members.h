#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item_package.h"
#include "forms/catalogue.h"

namespace yc::forms {

/// The package of that code in use; nullptr if there is none.
[[nodiscard]] const domain::ItemPackage* find_package(const Catalogue& catalogue, const std::string& code);

/// The members that may be taken today under these answers to the package's questions: every member must be
/// in use and fully defined. Errors: package.cycle, package.unknown_member.
[[nodiscard]] base::Result<std::vector<domain::ItemPackage::Member>> members_to_take(
    const domain::ItemPackage& package, const Catalogue& catalogue, const domain::Circumstances& answers);

}  // namespace yc::forms
