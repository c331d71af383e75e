#include "forms/code_matcher.h"

#include <algorithm>
#include <numeric>

#include "core/base/utf8.h"

namespace yc::forms {

namespace {

std::string fold_code(std::string_view code) {
    auto folded = base::to_lower_ascii(base::to_half_width(code));
    std::erase_if(folded, [](char c) { return c == ' ' || c == '\t'; });
    return folded;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Gathers matches that come best first, one for each code.
class BestMatches {
  public:
    explicit BestMatches(size_t limit) : limit_(limit) {}
    [[nodiscard]] bool full() const { return found_.size() >= limit_; }
    void add(const NameMatch& match) {
        const auto same = [&](const NameMatch& other) { return other.entry == match.entry; };
        if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back(match);
    }
    [[nodiscard]] std::vector<NameMatch> take() { return std::move(found_); }

  private:
    size_t limit_;
    std::vector<NameMatch> found_;
};

}  // namespace

CodeMatcher::CodeMatcher(std::vector<std::string> codes) : codes_(codes.size()), entries_(codes.size()) {
    for (auto& code : codes) code = fold_code(code);
    std::iota(entries_.begin(), entries_.end(), 0u);
    std::stable_sort(entries_.begin(), entries_.end(),
                     [&](uint32_t a, uint32_t b) { return codes[a].size() < codes[b].size(); });
    if (entries_.size() > 1u << rank_bits) entries_.resize(1u << rank_bits);
    codes_.resize(entries_.size());
    for (size_t rank = 0; rank < entries_.size(); ++rank) codes_[rank] = std::move(codes[entries_[rank]]);
    build_columns();
    build_lists();
}

uint32_t CodeMatcher::bucket_of(const char* three) {
    uint32_t packed = 0;
    for (int i = 0; i < 3; ++i) packed = packed << 8 | static_cast<unsigned char>(three[i]);
    return (packed * 2654435761u) >> 16;  // Fibonacci hashing: the high bits are well mixed
}

void CodeMatcher::build_columns() {
    constexpr size_t most_positions = 1u << (32 - rank_bits);
    const auto longest = codes_.empty() ? 0 : std::min(codes_.back().size(), most_positions);
    columns_.resize(longest);
    for (size_t position = 0; position < longest; ++position)
        for (const auto& code : codes_)
            if (code.size() > position) columns_[position].push_back(code[position]);
}

/// Calls consider(position, rank) for all places of one or two characters, until it returns false.
template <class Consider>
void CodeMatcher::visit_short(const std::string& wanted, Consider consider) const {
    for (uint32_t position = 0; position + wanted.size() <= columns_.size(); ++position) {
        // Longer codes have higher ranks, so a column holds the last ranks.
        const auto& column = columns_[position + wanted.size() - 1];
        const auto& begins = columns_[position];
        const auto shorter = begins.size() - column.size();
        for (auto at = column.find(wanted.back()); at != std::string::npos;
             at = column.find(wanted.back(), at + 1)) {
            const auto rank = static_cast<uint32_t>(codes_.size() - column.size() + at);
            if (begins[at + shorter] == wanted.front() && !consider(position, rank)) return;
        }
    }
}

void CodeMatcher::build_lists() {
    const auto each = [this](auto&& add) {
        for (uint32_t position = 0; position + 3 <= columns_.size(); ++position) {
            const auto first = static_cast<uint32_t>(codes_.size() - columns_[position + 2].size());
            for (auto rank = first; rank < codes_.size(); ++rank)
                add(bucket_of(codes_[rank].data() + position), position << rank_bits | rank);
        }
    };
    starts_.assign(buckets + 1, 0);
    each([this](uint32_t bucket, uint32_t) { ++starts_[bucket + 1]; });
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    postings_.resize(starts_.back());
    auto ends = starts_;
    each([&](uint32_t bucket, uint32_t posting) { postings_[ends[bucket]++] = posting; });
}

std::vector<NameMatch> CodeMatcher::search(std::string_view query, size_t limit) const {
    BestMatches best(limit);
    const auto wanted = fold_code(query);
    if (wanted.empty() || limit == 0 || !is_ascii(wanted)) return {};
    const auto consider = [&](uint32_t position, uint32_t rank) {
        const auto& code = codes_[rank];
        if (code.compare(position, wanted.size(), wanted) == 0)
            best.add({entries_[rank], position, static_cast<uint32_t>(code.size())});
        return !best.full();
    };
    if (wanted.size() < 3) {
        visit_short(wanted, consider);
        return best.take();
    }
    uint32_t offset = 0;
    const auto size_at = [&](uint32_t at) {
        const auto bucket = bucket_of(wanted.data() + at);
        return starts_[bucket + 1] - starts_[bucket];
    };
    for (uint32_t at = 1; at + 3 <= wanted.size(); ++at)
        if (size_at(at) < size_at(offset)) offset = at;
    const auto bucket = bucket_of(wanted.data() + offset);
    for (auto i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
        const auto position = postings_[i] >> rank_bits;
        const auto rank = postings_[i] & ((1u << rank_bits) - 1);
        if (position >= offset && !consider(position - offset, rank)) break;
    }
    return best.take();
}

}  // namespace yc::forms
