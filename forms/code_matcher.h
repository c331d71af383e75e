#pragma once
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
    /// Three characters anywhere in a code, hashed into `buckets` lists of codes that hold them.
    static constexpr uint32_t buckets = 1u << 16;
    [[nodiscard]] static uint32_t bucket_of(const char* three);
    void build_lists();

    std::vector<std::string> codes_;  ///< folded
    std::vector<uint32_t> starts_;
    std::vector<uint32_t> entries_;
};

}  // namespace yc::forms
