#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yc::forms {

/// Where a query was found: entry number as added, first matched character, number of characters of the text,
/// number of characters matched (the fewest that read as the query). A name with points (买买提·江) is found
/// across them too; places then are those of the name without its points.
struct NameMatch {
    uint32_t entry = 0;
    uint32_t position = 0;
    uint32_t length = 0;
    uint32_t span = 0;
    friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// Which entries may be found; empty = all.
using EntryFilter = std::function<bool(uint32_t entry)>;

/// Finds names (items, persons, organisations) by what a clerk types: hanzi, pinyin initials ("ylbx"), full
/// pinyin ("yiliao"), mixtures ("医疗baox"), digits and letters. A typed letter run is cut in every possible
/// way into initials (also zh, ch, sh), whole syllables, and at its end an unfinished syllable; any reading
/// of a character counts, so 多音字 are not missed. Spaces and apostrophes in a query are ignored, case and
/// full width do not matter. Immutable after construction; safe from any thread.
class NameMatcher {
  public:
    NameMatcher() : NameMatcher(std::span<const std::string_view>{}) {}  ///< of no names
    explicit NameMatcher(std::span<const std::string_view> names);
    explicit NameMatcher(const std::vector<std::string>& names);
    ~NameMatcher();
    NameMatcher(NameMatcher&&) noexcept;
    NameMatcher& operator=(NameMatcher&&) noexcept;

    /// The best `limit` matches by (position, length, entry); one for each entry.
    [[nodiscard]] std::vector<NameMatch> search(std::string_view query, size_t limit = 20,
                                                const EntryFilter& filter = {}) const;
    /// Bytes the index occupies.
    [[nodiscard]] size_t memory() const;

    struct Index;  ///< name_index.h

  private:
    std::unique_ptr<const Index> index_;
};

}  // namespace yc::forms
