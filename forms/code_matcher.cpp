#include "forms/code_matcher.h"

#include <algorithm>
#include <numeric>

#include "forms/search_query.h"

namespace yc::forms {

namespace {

constexpr char no_ascii = '\x7f';  // stands for every character that no query can hold

/// One byte a character.
std::string fold_code(std::string_view code) {
    std::string folded;
    for (const char32_t point : fold_for_search(code))
        if (point != U' ' && point != U'\t')
            folded.push_back(point < no_ascii ? static_cast<char>(point) : no_ascii);
    return folded;
}

}  // namespace

/// A character of what is wanted, and where the codes would have it.
struct CodeMatcher::Part {
    size_t offset = 0;
    uint32_t count = 0;  ///< codes with that character there
};

CodeMatcher::CodeMatcher(std::span<const std::string_view> codes) : entries_(codes.size()) {
    std::vector<uint32_t> lengths;
    lengths.reserve(codes.size());
    for (const auto code : codes) lengths.push_back(static_cast<uint32_t>(fold_code(code).size()));
    std::iota(entries_.begin(), entries_.end(), 0u);
    std::stable_sort(entries_.begin(), entries_.end(),
                     [&](uint32_t a, uint32_t b) { return lengths[a] < lengths[b]; });
    std::sort(lengths.begin(), lengths.end());
    columns_.resize(lengths.empty() ? 0 : lengths.back());
    for (size_t position = 0; position < columns_.size(); ++position) {
        const auto longer = lengths.end() - std::upper_bound(lengths.begin(), lengths.end(), position);
        columns_[position].characters.reserve(static_cast<size_t>(longer));
    }
    for (const auto entry : entries_) {
        const auto code = fold_code(codes[entry]);
        for (size_t position = 0; position < code.size(); ++position) {
            columns_[position].characters.push_back(code[position]);
            ++columns_[position].counts[static_cast<unsigned char>(code[position])];
        }
    }
}

/// The character of `wanted` that the fewest codes have where a match at `position` needs it.
CodeMatcher::Part CodeMatcher::rarest(std::string_view wanted, size_t position, size_t besides) const {
    Part best{.offset = besides, .count = UINT32_MAX};
    for (size_t offset = 0; offset < wanted.size(); ++offset) {
        const auto count = columns_[position + offset].counts[static_cast<unsigned char>(wanted[offset])];
        if (offset != besides && count < best.count) best = {offset, count};
    }
    return best;
}

bool CodeMatcher::stands(std::string_view wanted, size_t position, uint32_t rank) const {
    for (size_t offset = 0; offset < wanted.size(); ++offset) {
        const auto at = position + offset;
        if (columns_[at].characters[rank - first_rank(at)] != wanted[offset]) return false;
    }
    return true;
}

uint32_t CodeMatcher::length(uint32_t rank) const {
    const auto shorter = std::partition_point(columns_.begin(), columns_.end(), [&](const Column& column) {
        return entries_.size() - column.characters.size() <= rank;
    });
    return static_cast<uint32_t>(shorter - columns_.begin());
}

/// Calls visit(rank) for the codes that hold `wanted` at `position`, until it returns false; that it then
/// returns too. The two rarest characters are compared first, a block at a time and without a branch.
template <class Visit>
bool CodeMatcher::visit(std::string_view wanted, size_t position, Visit visit) const {
    constexpr uint32_t block = 64;
    const auto one = rarest(wanted, position, wanted.size());
    const auto two = wanted.size() > 1 ? rarest(wanted, position, one.offset) : one;
    if (one.count == 0 || two.count == 0) return true;
    const auto start = first_rank(position + wanted.size() - 1);
    const auto column = [&](const Part& part) {
        const auto at = position + part.offset;
        return columns_[at].characters.data() + (start - first_rank(at));
    };
    const char *first = column(one), *second = column(two);
    const char a = wanted[one.offset], b = wanted[two.offset];
    const auto count = static_cast<uint32_t>(entries_.size()) - start;
    for (uint32_t begin = 0; begin < count; begin += block) {
        const auto end = std::min(count, begin + block);
        unsigned char any = 0;
        for (auto i = begin; i < end; ++i)
            any |= static_cast<unsigned char>((first[i] == a) & (second[i] == b));
        if (any == 0) continue;
        for (auto i = begin; i < end; ++i)
            if (first[i] == a && second[i] == b && stands(wanted, position, start + i) && !visit(start + i))
                return false;
    }
    return true;
}

std::vector<NameMatch> CodeMatcher::search(std::string_view query, size_t limit,
                                           const EntryFilter& filter) const {
    std::vector<NameMatch> found;
    const auto wanted = fold_code(query);
    if (wanted.empty() || limit == 0 || wanted.find(no_ascii) != std::string::npos) return found;
    std::vector<bool> seen(entries_.size());
    for (size_t position = 0; position + wanted.size() <= columns_.size(); ++position) {
        const auto take = [&](uint32_t rank) {
            const auto entry = entries_[rank];
            if (seen[entry]) return true;
            seen[entry] = true;
            if (!filter || filter(entry))
                found.push_back({entry, static_cast<uint32_t>(position), length(rank),
                                 static_cast<uint32_t>(wanted.size())});
            return found.size() < limit;
        };
        if (!visit(wanted, position, take)) break;
    }
    return found;
}

size_t CodeMatcher::memory() const {
    size_t bytes = entries_.capacity() * sizeof(uint32_t);
    for (const auto& column : columns_) bytes += sizeof column + column.characters.capacity();
    return bytes;
}

}  // namespace yc::forms
