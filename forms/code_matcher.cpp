#include "forms/code_matcher.h"

#include <algorithm>
#include <numeric>
#include <optional>

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

bool better(const NameMatch& a, const NameMatch& b) {
    return std::tie(a.position, a.length, a.entry) < std::tie(b.position, b.length, b.entry);
}

/// Keeps the best `limit` matches.
void keep_best(std::vector<NameMatch>& best, const NameMatch& match, size_t limit) {
    if (best.size() == limit && !better(match, best.back())) return;
    best.insert(std::upper_bound(best.begin(), best.end(), match, better), match);
    if (best.size() > limit) best.pop_back();
}

}  // namespace

CodeMatcher::CodeMatcher(std::vector<std::string> codes) : codes_(std::move(codes)) {
    for (auto& code : codes_) code = fold_code(code);
    build_lists();
}

uint32_t CodeMatcher::bucket_of(const char* three) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i < 3; ++i) hash = (hash ^ static_cast<unsigned char>(three[i])) * 16777619u;
    return (hash >> 8) % buckets;
}

void CodeMatcher::build_lists() {
    const auto visit = [this](auto&& each) {
        std::vector<uint32_t> of_code;
        for (uint32_t entry = 0; entry < codes_.size(); ++entry) {
            of_code.clear();
            for (size_t i = 0; i + 3 <= codes_[entry].size(); ++i)
                of_code.push_back(bucket_of(codes_[entry].data() + i));
            std::sort(of_code.begin(), of_code.end());
            of_code.erase(std::unique(of_code.begin(), of_code.end()), of_code.end());
            for (const auto bucket : of_code) each(bucket, entry);
        }
    };
    starts_.assign(buckets + 1, 0);
    visit([this](uint32_t bucket, uint32_t) { ++starts_[bucket + 1]; });
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    entries_.resize(starts_.back());
    auto ends = starts_;
    visit([&](uint32_t bucket, uint32_t entry) { entries_[ends[bucket]++] = entry; });
}

std::vector<NameMatch> CodeMatcher::search(std::string_view query, size_t limit) const {
    std::vector<NameMatch> best;
    const auto wanted = fold_code(query);
    if (wanted.empty() || limit == 0 || !is_ascii(wanted)) return best;
    const auto consider = [&](uint32_t entry) {
        const auto position = codes_[entry].find(wanted);
        if (position != std::string::npos)
            keep_best(best,
                      {entry, static_cast<uint32_t>(position), static_cast<uint32_t>(codes_[entry].size())},
                      limit);
    };
    if (wanted.size() < 3) {
        for (uint32_t entry = 0; entry < codes_.size(); ++entry) consider(entry);
        return best;
    }
    std::optional<uint32_t> rarest;
    for (size_t i = 0; i + 3 <= wanted.size(); ++i) {
        const auto bucket = bucket_of(wanted.data() + i);
        if (!rarest || starts_[bucket + 1] - starts_[bucket] < starts_[*rarest + 1] - starts_[*rarest])
            rarest = bucket;
    }
    std::for_each(entries_.begin() + starts_[*rarest], entries_.begin() + starts_[*rarest + 1], consider);
    return best;
}

}  // namespace yc::forms
