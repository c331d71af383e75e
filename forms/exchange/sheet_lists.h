#pragma once
#include "forms/exchange/sheet_columns.h"

namespace yc::forms::exchange {

/// The columns whose cells hold several rows: 设定依据, 申请材料, 办理窗口, 常见问题, 特别程序.
[[nodiscard]] std::vector<SheetColumn> list_columns();

/// A value by the words of a table, else by the profile's codes.
template <class E>
[[nodiscard]] std::optional<E> value_of(const std::string& word, std::string_view table,
                                        const CodeProfile& profile) {
    if (const auto value = word_profile().read<E>(table, word)) return value;
    return profile.read<E>(table, word);
}

/// "20个工作日", "30自然日", "即办" both ways; nothing when it is no limit.
[[nodiscard]] std::optional<domain::Limit> limit_of(std::string_view text, const CodeProfile& profile);
[[nodiscard]] std::string limit_words(const domain::Limit& limit);

/// A whole number from 0 to 1000.
[[nodiscard]] std::optional<int> count_of(std::string_view text);

}  // namespace yc::forms::exchange
