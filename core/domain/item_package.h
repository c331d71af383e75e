#pragma once
#include <functional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/domain/circumstances.h"
#include "core/domain/item_kinds.h"

namespace yc::domain {

/// 一件事: several items that one event in somebody's life asks for, taken in together: one guide, one form,
/// one pile of materials, one receipt; each member becomes a case of its own.
struct ItemPackage {
    struct Member {
        std::string item;        ///< ServiceItem::code, or the code of another package
        std::string department;  ///< for reading only; the item's own department handles it
        Condition when;          ///< a member only for these answers to the package's questions
        Circumstances answers;   ///< answers to the item's own questions that the package settles
        friend bool operator==(const Member&, const Member&) = default;
    };
    std::string code;
    int version = 1;
    std::string name;
    ItemState state = ItemState::in_use;
    std::string lead_department;     ///< Department::id
    std::string guide;               ///< what people should know, one paragraph
    std::vector<std::string> words;  ///< everyday words people use for it
    std::vector<Question> questions;
    std::vector<Member> members;  ///< in the order of handling
    friend bool operator==(const ItemPackage&, const ItemPackage&) = default;
};

/// The members that these answers to the package's questions ask for, in order: packages among them are taken
/// apart (their own usual answers hold), each item stands once. Pure.
/// `find_package` gives the package of a code, nullptr if there is none; `is_item` whether a code is an item
/// that can be taken in. Errors: package.unknown_member {package, member} when a member is neither;
/// package.cycle {package} when a package contains itself.
[[nodiscard]] base::Result<std::vector<ItemPackage::Member>> members_for(
    const ItemPackage& package,
    const std::function<const ItemPackage*(const std::string& code)>& find_package,
    const std::function<bool(const std::string& code)>& is_item, const Circumstances& answers);

/// One thing that happened to an item or package in the catalogue (事项变更, 国办函〔2016〕108号: 新增 变更
/// 拆分 合并 暂停 取消).
struct ItemChange {
    enum class Kind { added, changed, split, merged, suspended, resumed, cancelled };
    Kind kind = Kind::added;
    std::string code;
    int version = 1;                ///< the version it led to
    std::vector<std::string> from;  ///< split, merged: codes it came out of
    base::Date on{};
    std::string note;  ///< why, in the words of who did it
    friend bool operator==(const ItemChange&, const ItemChange&) = default;
};
constexpr auto names_of(ItemChange::Kind) {
    using enum ItemChange::Kind;
    return std::to_array<base::EnumName<ItemChange::Kind>>({{added, "added"},
                                                            {changed, "changed"},
                                                            {split, "split"},
                                                            {merged, "merged"},
                                                            {suspended, "suspended"},
                                                            {resumed, "resumed"},
                                                            {cancelled, "cancelled"}});
}

}  // namespace yc::domain
