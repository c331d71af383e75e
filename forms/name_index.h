#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "forms/name_matcher.h"
#include "forms/search_query.h"

namespace yc::forms {

/// The index behind NameMatcher. Texts are ranked by length; the characters at one position of all texts
/// stand side by side, so that a search goes through positions in the order of results, 64 texts at a step,
/// and stops as soon as it has enough. Beside each position lies, for every letter, one bit a text: whether
/// its character there can be read beginning with that letter. About five bytes a character.
struct NameMatcher::Index {
    static constexpr uint32_t block_size = 64;
    using Bits = uint64_t;  ///< one a text of a block

    /// The characters at one position of all texts long enough.
    struct Column {
        uint32_t first = 0;        ///< rank of the shortest such text; every longer one has a higher rank
        uint32_t first_block = 0;  ///< the block it is in; what stands here begins with that block
        std::vector<uint16_t> numbers;                  ///< of characters; 0 = the text is shorter
        std::array<std::vector<Bits>, 26> beginning{};  ///< by letter; empty when no text has it here
        std::vector<bool> present;                      ///< by number: whether a text has it here
    };

    explicit Index(std::span<const std::string_view> names);

    [[nodiscard]] uint32_t length(uint32_t rank) const;
    [[nodiscard]] uint16_t number_at(uint32_t rank, size_t position) const {
        const auto& column = columns[position];
        return column.numbers[rank - column.first_block * block_size];
    }
    /// Number of a character of the query; 0 when no text holds it.
    [[nodiscard]] uint16_t number_of(char32_t point) const;
    /// Whether a character fits a step of a query.
    [[nodiscard]] bool fits(uint16_t number, const QueryStep& step) const;
    /// The fewest characters of a text from `position` that read as the whole query; 0 if none do.
    [[nodiscard]] uint32_t fewest(const SearchQuery& query, uint32_t rank, uint32_t position) const;
    /// Whether any text could begin to read as the query at a position.
    [[nodiscard]] bool may_begin(const SearchQuery& query, const Column& column) const;
    [[nodiscard]] uint32_t blocks() const {
        return (static_cast<uint32_t>(entries.size()) + block_size - 1) / block_size;
    }
    /// Bytes of the big arrays.
    [[nodiscard]] size_t memory() const;

    std::vector<uint32_t> entries;  ///< rank → entry
    std::vector<Column> columns;    ///< by position
    std::unordered_map<char32_t, uint16_t> numbers;
    std::vector<char32_t> points{0};                  ///< number → character
    std::vector<std::vector<uint16_t>> readings{{}};  ///< number → syllables
    std::vector<uint32_t> letters{0};  ///< number → letters its readings begin with, one bit each

  private:
    void make_columns(std::span<const uint32_t> lengths);
    void put(uint32_t rank, std::u32string_view text);
    uint16_t add_character(char32_t point);
};

}  // namespace yc::forms
