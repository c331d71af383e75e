#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/catalogue.h"

namespace yc::forms {

/// Meaning of the codes in somebody's published list: tables differ between jurisdictions and are never
/// assumed.
struct CodeProfile {
    std::string id;                                      ///< "gbt39046"
    std::string name;                                    ///< as shown
    std::map<std::string, domain::ItemType> item_types;  ///< codes without leading zeros
};

/// Profiles built in from forms/profiles; the first is the default (GB/T 39046-2020, annex A).
[[nodiscard]] const std::vector<CodeProfile>& code_profiles();
/// Errors: catalogue.unknown_profile.
[[nodiscard]] base::Result<CodeProfile> code_profile(const std::string& id);

/// An entry that was left out, or one whose value was doubtful and taken with a correction.
struct ImportProblem {
    size_t entry = 0;  ///< 1-based place in the list
    size_t line = 0;   ///< 1-based line of the file where the entry begins
    bool left_out = true;
    base::Error reason;  ///< codes catalogue.entry_*
};

/// What an import found. Every entry is either in `items` or in `problems` with left_out.
struct ImportReport {
    size_t entries = 0;
    std::vector<domain::ServiceItem> items;
    std::vector<ImportProblem> problems;
};

/// Reads a published list: a JSON array of {department, main_item, name, task_code, task_type, area_code,
/// dept_code}. Values are tidied (white space, full width, 无, 暂无); codes are opaque up to 200 characters.
/// Items come out "list only": fully_defined is false, without form and materials.
/// Errors: catalogue.not_json, catalogue.not_a_list, catalogue.nothing_usable when no list can be read at
/// all.
[[nodiscard]] base::Result<ImportReport> read_published_list(std::string_view text,
                                                             const CodeProfile& profile);

/// What merging changed.
struct MergeCounts {
    size_t added = 0;
    size_t changed = 0;  ///< a new version was made
    size_t unchanged = 0;
    size_t kept_defined = 0;  ///< fully defined here: a list entry of the same code does not replace it
};

/// The bundle with the items beside its own, as the next version of the bundle (the same version if nothing
/// changed). A changed item becomes a new version of itself; old versions stay for the cases pinned to them.
[[nodiscard]] CatalogueBundle merge_items(const CatalogueBundle& bundle,
                                          const std::vector<domain::ServiceItem>& items,
                                          MergeCounts* counts = nullptr);

}  // namespace yc::forms
