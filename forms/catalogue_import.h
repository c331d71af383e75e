#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/item.h"
#include "forms/code_profiles.h"
#include "forms/list_scanner.h"

namespace yc::forms {

/// An entry that was left out, or one whose value was doubtful and taken with a correction.
struct ImportProblem {
    size_t entry = 0;  ///< 1-based place in the list
    size_t line = 0;   ///< 1-based line of the file (row of the sheet) where the entry begins
    bool left_out = true;
    base::Error reason;  ///< codes catalogue.entry_*
};

/// What an import found. Every entry is either in `items` or in `problems` with left_out.
struct ImportReport {
    size_t entries = 0;
    std::vector<domain::ServiceItem> items;
    std::vector<size_t> lines;  ///< of each item
    std::vector<ImportProblem> problems;
};

/// The newest version of a code that is in the catalogue already: what a file does not say stays as it is
/// there. Null where there is none.
using PresentItem = std::function<const domain::ServiceItem*(const std::string& code)>;
[[nodiscard]] PresentItem nothing_present();

/// The longest names and codes taken, in characters and bytes (GB/T 39046-2020: an..200).
inline constexpr size_t longest_item_name = 200;
inline constexpr size_t longest_item_code = 200;

/// Collects what a reader finds: numbers entries, keeps the first item of a code, notes what is wrong.
class ImportCollector {
  public:
    /// An entry begins here.
    void begin(size_t line);
    /// What became of the entry.
    void add(base::Result<domain::ServiceItem> item);
    /// A doubtful value of this entry, taken with a correction.
    void doubt(base::Error reason);
    /// Errors: catalogue.nothing_usable {entries} when there is no item.
    [[nodiscard]] base::Result<ImportReport> take();

  private:
    ImportReport report_;
    size_t line_ = 0;
    std::map<std::string, size_t> lines_of_codes_;
};

/// Reads the entries of a list, each an object of JSON; one that is none is left out as
/// catalogue.entry_broken. Errors: those of ImportCollector::take.
[[nodiscard]] base::Result<ImportReport> read_entries(
    const std::vector<ListEntry>& entries,
    const std::function<base::Result<domain::ServiceItem>(const nlohmann::json& entry, ImportCollector&)>&
        read);

/// Whether name and code of an item read from outside can be taken. Errors: catalogue.entry_no_name,
/// entry_no_code {name}, entry_too_long {field}.
[[nodiscard]] base::Result<void> check_names(const domain::ServiceItem& item);

/// Reads a published list: a JSON array of {department, main_item, name, task_code, task_type, area_code,
/// dept_code}. Values are tidied (white space, full width, 无, 暂无); codes are opaque up to 200 characters.
/// Items come out "list only": fully_defined is false, without form and materials; an entry that differs
/// from what write_published_list() makes of it is kept in `published`. What a list does not
/// tell of an item (its state, kind, guide) stays as it is in the catalogue.
/// Errors: catalogue.not_json, catalogue.not_a_list, catalogue.nothing_usable when no list can be read at
/// all.
[[nodiscard]] base::Result<ImportReport> read_published_list(std::string_view text,
                                                             const CodeProfile& profile,
                                                             const PresentItem& present = nothing_present());

/// The items as a published list, one entry a line; reading it again gives the same list entries.
[[nodiscard]] std::string write_published_list(const std::vector<const domain::ServiceItem*>& items,
                                               const CodeProfile& profile);

}  // namespace yc::forms
