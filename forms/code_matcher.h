#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forms/name_matcher.h"

namespace yc::forms {

/// Finds codes (item codes, case numbers) by any part of them, without regard to case, full width and spaces.
/// Immutable after construction; safe from any thread.
class CodeMatcher {
  public:
    explicit CodeMatcher(std::vector<std::string> codes);

    /// The best `limit` by (position, length, entry); what is not plain ASCII finds nothing.
    [[nodiscard]] std::vector<NameMatch> search(std::string_view query, size_t limit = 20) const;

  private:
    /// Three characters in a row are hashed into this many lists. A posting is position << 22 | rank, ranks
    /// go by length: the lists are in the order of results.
    static constexpr uint32_t buckets = 1u << 16;
    static constexpr uint32_t rank_bits = 22;
    [[nodiscard]] static uint32_t bucket_of(const char* three);
    void build_columns();
    void build_lists();
    template <class Consider>
    void visit_short(const std::string& wanted, Consider consider) const;

    std::vector<std::string> codes_;    ///< folded, by rank
    std::vector<uint32_t> entries_;     ///< rank → entry
    std::vector<std::string> columns_;  ///< position → the characters there of all codes long enough, by rank
    std::vector<uint32_t> starts_;
    std::vector<uint32_t> postings_;
};

}  // namespace yc::forms
