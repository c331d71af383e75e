#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "forms/name_matcher.h"
#include "forms/search_query.h"

namespace yc::forms {

/// The index behind NameMatcher. Texts are ranked by length; a posting is position << 22 | rank, so every
/// list of postings is already in the order of results, and a search stops as soon as it has enough.
struct NameMatcher::Index {
    using Posting = uint32_t;
    static constexpr uint32_t rank_bits = 22;
    static constexpr uint32_t most_ranks = 1u << rank_bits;
    static constexpr uint32_t most_positions = 1u << (32 - rank_bits);

    /// Lists of postings, one behind the other.
    struct Lists {
        std::vector<uint32_t> starts;  ///< one more than there are lists
        std::vector<Posting> postings;
        [[nodiscard]] std::span<const Posting> operator[](size_t list) const {
            return {postings.data() + starts[list], postings.data() + starts[list + 1]};
        }
    };

    explicit Index(const std::vector<std::string>& names);

    [[nodiscard]] uint32_t length(uint32_t rank) const { return text_starts[rank + 1] - text_starts[rank]; }
    /// Number of a character of the query, or -1 when no name holds it.
    [[nodiscard]] int64_t letter_number(char32_t point) const;
    /// Whether the text of `rank` from `position` reads as the query from `place`.
    [[nodiscard]] bool reads(const SearchQuery& query, uint32_t rank, uint32_t position,
                             uint16_t place) const;

    /// Bytes of the big arrays.
    [[nodiscard]] size_t memory() const;

    std::vector<uint32_t> entries;      ///< rank → entry
    std::vector<uint32_t> text_starts;  ///< rank → begin in text
    std::vector<uint32_t> text;         ///< numbers of characters
    std::unordered_map<char32_t, uint32_t> numbers;
    std::vector<char32_t> points;                 ///< number → character
    std::vector<std::vector<uint16_t>> readings;  ///< number → syllables
    std::vector<std::vector<uint8_t>> initials;   ///< number → letters 0…25 its readings begin with
    Lists by_character;                           ///< by number
    Lists by_syllable;
    Lists by_initials;  ///< letter * 26 + letter of the next character

  private:
    void add_texts(const std::vector<std::string>& names);
    uint32_t number_of(char32_t point);
    template <class Visit>
    void visit_in_order(Visit visit) const;
    template <class Keys>
    Lists make_lists(size_t count, Keys keys) const;
};

}  // namespace yc::forms
