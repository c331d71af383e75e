#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace yc::forms::exchange {

/// Several rows in one cell: a line each, parts between vertical bars: "《行政许可法》||第十六条|". A bar, a
/// line end or a backslash that belongs to the text is written \| \n \\. Parts left out at the end are
/// empty.
using CellRow = std::vector<std::string>;

[[nodiscard]] std::vector<CellRow> rows_of_cell(std::string_view cell);
[[nodiscard]] std::string cell_of_rows(const std::vector<CellRow>& rows);

/// Several words in one cell, between 、 (or commas, semicolons, bars; Chinese or not); 无
/// and the like are none.
[[nodiscard]] std::vector<std::string> words_of_cell(std::string_view cell);
[[nodiscard]] std::string cell_of_words(const std::vector<std::string>& words);

}  // namespace yc::forms::exchange
