#pragma once
#include <string>
#include <vector>

#include "core/domain/item.h"

namespace yc::bench {

/// 100,000 items that look real: names of a published list (or of the built-in sample) taken apart and put
/// together again, their departments and main items, codes of the same shape. The same every time.
[[nodiscard]] std::vector<domain::ServiceItem> make_items(size_t count);

/// One key more of somebody's typing.
struct Keystroke {
    std::string kind;  ///< "initials", "han2", "han4", "code", "pinyin", "mixed"
    std::string text;
};
/// What clerks type for names and codes among the items, key by key.
[[nodiscard]] std::vector<Keystroke> make_keystrokes(const std::vector<domain::ServiceItem>& items);

/// One letter for each character of a name, by its first reading; what is no hanzi stays.
[[nodiscard]] std::string initials_of(const std::string& name);

}  // namespace yc::bench
