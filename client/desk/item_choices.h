#pragma once
#include <string>
#include <utility>
#include <vector>

#include "core/domain/item.h"

namespace yc::client::desk {

struct Desk;

/// What the item search of a counter may be narrowed by; only what one of its items has, the most common
/// first.
struct ItemChoices {
    std::vector<std::pair<std::string, std::string>> departments;  ///< Department::id → name
    std::vector<std::string> subjects;
    std::vector<std::string> life_events;
    std::vector<domain::HandleScope> scopes;  ///< wider than here, from near to far
};

/// Of the items that this counter may take, for whomever. Reads the catalogue once through.
[[nodiscard]] ItemChoices choices_of(const Desk& desk);

}  // namespace yc::client::desk
