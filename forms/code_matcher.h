#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/name_matcher.h"

namespace yc::forms {

/// Finds codes (item codes, case numbers) by any part of them, without regard to case, full width and spaces.
/// One byte a character. Immutable after construction; safe from any thread.
class CodeMatcher {
  public:
    explicit CodeMatcher(std::span<const std::string_view> codes);

    /// The best `limit` by (position, length, entry), places in characters; what is not plain ASCII finds
    /// nothing.
    [[nodiscard]] std::vector<NameMatch> search(std::string_view query, size_t limit = 20,
                                                const EntryFilter& filter = {}) const;
    /// Bytes the index occupies.
    [[nodiscard]] size_t memory() const;

  private:
    /// The characters at one position of all codes long enough, by rank; ranks go by length, so these are
    /// the last ranks. How often each character stands here tells where to look first, or not at all.
    struct Column {
        std::string characters;
        std::array<uint32_t, 128> counts{};
    };
    struct Part;
    [[nodiscard]] uint32_t first_rank(size_t position) const {
        return static_cast<uint32_t>(entries_.size() - columns_[position].characters.size());
    }
    [[nodiscard]] Part rarest(std::string_view wanted, size_t position, size_t besides) const;
    [[nodiscard]] bool stands(std::string_view wanted, size_t position, uint32_t rank) const;
    [[nodiscard]] uint32_t length(uint32_t rank) const;
    template <class Visit>
    bool visit(std::string_view wanted, size_t position, Visit visit) const;

    std::vector<uint32_t> entries_;  ///< rank → entry
    std::vector<Column> columns_;    ///< by position
};

}  // namespace yc::forms
