#pragma once
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace yc::forms {

/// One element of a JSON array, as text, and the line of the file it begins in (from 1).
struct ListEntry {
    std::string_view text;
    size_t line = 0;
};

/// Whether an element that was left open ends where a later line begins a new object at its margin. Not for
/// elements that hold lists of objects of their own.
enum class OpenElement { ends_at_next_object, runs_on };

/// Cuts the text of a JSON array into its elements without understanding them, so that a broken one costs
/// only itself. A byte order mark is passed over. Errors: catalogue.not_json, catalogue.not_a_list.
[[nodiscard]] base::Result<std::vector<ListEntry>> scan_list(
    std::string_view text, OpenElement open = OpenElement::ends_at_next_object);

}  // namespace yc::forms
