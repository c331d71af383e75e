#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yc::forms {

/// One way to read a stretch of a query as one character of a name.
struct QueryStep {
    uint16_t from = 0;  ///< characters of the query
    uint16_t to = 0;
    char32_t literal = 0;         ///< exactly this character, or 0
    uint16_t first_syllable = 0;  ///< a character read as a syllable of this half-open range (pinyin.h)
    uint16_t last_syllable = 0;
    char letter = 0;  ///< the letter its reading begins with; 0 for a character that is no letter
};

/// A query cut in every possible way: a graph whose paths from 0 to `length` are the readings of the query.
struct SearchQuery {
    uint16_t length = 0;
    std::vector<QueryStep> steps;                   ///< by `from`
    std::vector<std::pair<uint16_t, uint16_t>> at;  ///< the steps that begin at a place, as a half-open range
};

/// Longest query in characters; a longer one finds nothing.
inline constexpr size_t longest_query = 256;

/// Text as it is compared: ASCII in half width and lower case, look-alike points as U+00B7; character for
/// character, so that places in it are places in the original.
[[nodiscard]] std::u32string fold_for_search(std::string_view text);

/// Reads a query; empty when nothing is left of it after spaces and apostrophes are dropped.
[[nodiscard]] SearchQuery read_query(std::string_view text);

}  // namespace yc::forms
