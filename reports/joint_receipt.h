#pragma once
#include <map>
#include <string>
#include <vector>

#include "reports/notices.h"
#include "reports/sheet.h"

namespace yc::reports {

/// The papers of several cases in one pile, as they are handed in together.
struct Pile {
    std::vector<domain::SubmittedMaterial> materials;  ///< codes are places in the pile
    std::vector<domain::Material> item_materials;      ///< what the items ask of them, under the same codes
    std::map<std::string, std::string> serves;         ///< code → numbers of the members it serves: "1、3"
};

/// Pure: how necessary a document is that two members ask for.
[[nodiscard]] domain::Necessity stricter(domain::Necessity one, domain::Necessity other);

/// Pure: each document once. A document of one type is the same for all members that have it in the same
/// state with the same pages; it counts as often as the member that asks for most, and is as necessary as
/// for the member that needs it most. What stands differently in two members stays apart.
[[nodiscard]] Pile pile_of(const std::vector<ReceiptMember>& members);

/// The members: number, item with its case number, department, limits, how many papers are missing.
void put_members(Sheet& sheet, const std::vector<ReceiptMember>& members);

}  // namespace yc::reports
