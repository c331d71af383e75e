#pragma once
#include <optional>
#include <string>

#include "core/base/enum_names.h"
#include "core/domain/item.h"

namespace yc::forms {

/// 个人办事 or 法人办事, as halls sort their items; an item may be for both.
enum class Served { person, organisation };
constexpr auto names_of(Served) {
    using enum Served;
    return std::to_array<base::EnumName<Served>>({{person, "person"}, {organisation, "organisation"}});
}

/// What a list of items is narrowed by; a member without a value lets every item through.
struct ItemFacets {
    std::string department;  ///< Department::id or name
    std::string subject;     ///< 主题, in words
    std::string life_event;  ///< 生命周期, in words
    std::optional<domain::ExerciseLevel> level;
    std::optional<domain::ItemType> type;
    std::optional<domain::Target> target;
    std::optional<Served> served;                 ///< for persons, or for organisations of any kind
    std::optional<domain::PersonGroup> identity;  ///< items made for this group in particular
    std::optional<domain::HandleScope> scope;     ///< items that may be applied for from at least so far away
    bool on_the_spot = false;                     ///< 即办件 only
    bool defined = false;                         ///< only items that cases can be taken of
    friend bool operator==(const ItemFacets&, const ItemFacets&) = default;
};

/// Whether the item has all that is asked for. An entry of a published list without a definition tells only
/// its department, type and kind: it does not fit where more is asked. Pure.
[[nodiscard]] bool fits(const domain::ServiceItem& item, const ItemFacets& facets);

}  // namespace yc::forms
