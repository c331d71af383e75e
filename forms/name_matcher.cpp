#include "forms/name_matcher.h"

#include <algorithm>
#include <queue>
#include <set>

#include "forms/name_index.h"

namespace yc::forms {

namespace {

using Index = NameMatcher::Index;
using List = std::span<const Index::Posting>;

/// Postings among which all matches of some readings of the query are: a place in a text at `offset`
/// characters after the beginning of the match.
struct Source {
    std::vector<List> lists;
    uint32_t offset = 0;
    [[nodiscard]] size_t size() const {
        size_t sum = 0;
        for (const auto& list : lists) sum += list.size();
        return sum;
    }
};

/// Chooses, for every way the query may begin, the shortest lists that hold all its matches.
class Planner {
  public:
    Planner(const Index& index, const SearchQuery& query) : index_(index), query_(query) {}

    [[nodiscard]] std::vector<Source> plan() {
        extend(0, 0, nullptr, {}, false);
        return std::move(sources_);
    }

  private:
    /// A path branches freely for two characters; beyond, it goes on while there is only one way.
    static constexpr uint32_t free_steps = 2;
    static constexpr uint32_t most_steps = 12;

    void extend(uint16_t place, uint32_t depth, const QueryStep* before, const Source& best, bool have) {
        const bool ended = place == query_.length;
        const auto [begin, end] = ended ? std::pair<uint16_t, uint16_t>{} : query_.at[place];
        if (ended || depth >= most_steps || (depth >= free_steps && end - begin != 1)) {
            keep(best);
            return;
        }
        for (auto i = begin; i < end; ++i) {
            const auto& step = query_.steps[i];
            Source shortest = shorter(have ? &best : nullptr, source_of(step, depth));
            if (before && before->letter && step.letter)
                shortest = shorter(&shortest, pair_of(*before, step, depth - 1));
            if (shortest.size() > 0) extend(step.to, depth + 1, &step, shortest, true);
        }
    }

    static Source shorter(const Source* a, Source b) {
        return a && a->size() <= b.size() ? *a : std::move(b);
    }

    [[nodiscard]] Source source_of(const QueryStep& step, uint32_t offset) const {
        Source source{{}, offset};
        if (const auto number = index_.letter_number(step.literal); step.literal && number >= 0)
            source.lists.push_back(index_.by_character[static_cast<size_t>(number)]);
        for (auto syllable = step.first_syllable; syllable < step.last_syllable; ++syllable)
            if (const auto list = index_.by_syllable[syllable]; !list.empty()) source.lists.push_back(list);
        return source;
    }

    [[nodiscard]] Source pair_of(const QueryStep& first, const QueryStep& second, uint32_t offset) const {
        return {{index_.by_initials[static_cast<size_t>((first.letter - 'a') * 26 + (second.letter - 'a'))]},
                offset};
    }

    void keep(const Source& source) {
        for (const auto& list : source.lists)
            if (!list.empty() && seen_.emplace(list.data(), source.offset).second)
                sources_.push_back({{list}, source.offset});
    }

    const Index& index_;
    const SearchQuery& query_;
    std::vector<Source> sources_;
    std::set<std::pair<const Index::Posting*, uint32_t>> seen_;
};

/// A list on its way through the merge, shifted so that postings tell where a match would begin.
struct Cursor {
    List rest;
    uint32_t shift;
    [[nodiscard]] Index::Posting front() const { return rest.front() - shift; }
    bool operator<(const Cursor& other) const { return front() > other.front(); }  // smallest on top
};

std::priority_queue<Cursor> cursors_of(const std::vector<Source>& sources) {
    std::priority_queue<Cursor> cursors;
    for (const auto& source : sources) {
        const auto shift = source.offset << Index::rank_bits;
        const auto list = source.lists.front();
        const auto first = std::lower_bound(list.begin(), list.end(), shift);
        if (first != list.end()) cursors.push({{first, list.end()}, shift});
    }
    return cursors;
}

/// The smallest posting of all lists, taken out.
Index::Posting take(std::priority_queue<Cursor>& cursors) {
    auto cursor = cursors.top();
    cursors.pop();
    const auto posting = cursor.front();
    cursor.rest = cursor.rest.subspan(1);
    if (!cursor.rest.empty()) cursors.push(cursor);
    return posting;
}

}  // namespace

NameMatcher::NameMatcher(const std::vector<std::string>& names) : index_(std::make_unique<Index>(names)) {}
NameMatcher::~NameMatcher() = default;
NameMatcher::NameMatcher(NameMatcher&&) noexcept = default;
NameMatcher& NameMatcher::operator=(NameMatcher&&) noexcept = default;

std::vector<NameMatch> NameMatcher::search(std::string_view text, size_t limit) const {
    std::vector<NameMatch> found;
    const auto query = read_query(text);
    if (query.length == 0) return found;
    auto cursors = cursors_of(Planner(*index_, query).plan());
    std::set<uint32_t> entries;
    int64_t last = -1;
    while (!cursors.empty() && found.size() < limit) {
        const auto posting = take(cursors);
        if (posting == last) continue;
        last = posting;
        const auto rank = posting & (Index::most_ranks - 1);
        const auto position = posting >> Index::rank_bits;
        if (entries.contains(index_->entries[rank]) || !index_->reads(query, rank, position, 0)) continue;
        entries.insert(index_->entries[rank]);
        found.push_back({index_->entries[rank], position, index_->length(rank)});
    }
    return found;
}

size_t NameMatcher::memory() const {
    return index_->memory();
}

}  // namespace yc::forms
