#pragma once
#include <string>
#include <vector>

#include "core/domain/directory.h"
#include "core/domain/item.h"
#include "core/domain/item_package.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

/// One item of a guide as these answers make it.
struct GuideItem {
    domain::ServiceItem item;             ///< of domain::item_for
    std::vector<domain::Reason> answers;  ///< the item's questions with the answers given
    std::string department_name;
};

/// 办事指南: what somebody should know before they apply for an item, or for a package of items, in their own
/// circumstances.
struct Guide {
    std::string name;             ///< of the item or the package
    std::string code;             ///< empty for several items that are no package
    std::string about;            ///< what the package says of itself
    std::string lead_department;  ///< 牵头部门, Department::id; empty = none leads
    std::string lead_department_name;
    std::vector<domain::Reason> answers;  ///< to the package's questions
    std::vector<GuideItem> items;         ///< in the order of handling
};

/// A material that the items ask for, each document once.
struct GuideMaterial {
    domain::Material material;  ///< as much and as necessary as the item that asks for most
    std::vector<size_t> items;  ///< places in Guide::items
};

/// Pure: an item under these answers; those not given are the usual ones.
[[nodiscard]] GuideItem guide_item(const domain::ServiceItem& item, const domain::Circumstances& answers,
                                   const domain::Directory& directory);
/// Pure: the guide of items chosen one by one, under the names of all.
[[nodiscard]] Guide guide_of(std::vector<GuideItem> items);
/// Pure: the guide of a package under these answers to its questions.
[[nodiscard]] Guide guide_of(const domain::ItemPackage& package, const domain::Circumstances& answers,
                             std::vector<GuideItem> items, const domain::Directory& directory);
/// Pure: what to bring. One document type is one document, whoever asks for it.
[[nodiscard]] std::vector<GuideMaterial> guide_materials(const Guide& guide);
/// Pure: all questions with their answers, those of several items once.
[[nodiscard]] std::vector<domain::Reason> guide_answers(const Guide& guide);

/// 办事指南, the paper's name.
[[nodiscard]] std::string guide_title();

/// What a guide says beside its items.
struct GuideContext {
    domain::Hall hall;            ///< may be empty
    domain::Directory directory;  ///< for the names and telephones of departments
    std::string clerk_name;       ///< who prints it; may be empty
    base::Instant printed_at{};
    bool sample = false;  ///< marks every page 样例
};

/// Lays the guide out. It is an information sheet and says so: without a number, no notice of law.
[[nodiscard]] base::Result<Document> make_guide(const Guide& guide, const GuideContext& context,
                                                const FontBook& fonts);

}  // namespace yc::reports
