#include "forms/name_matcher.h"

#include <bit>

#include "forms/name_index.h"

namespace yc::forms {

namespace {

using Index = NameMatcher::Index;
using Bits = Index::Bits;

/// Calls visit(place) for every bit that is set.
template <class Visit>
void each_bit(Bits bits, Visit visit) {
    for (; bits != 0; bits &= bits - 1) visit(static_cast<uint32_t>(std::countr_zero(bits)));
}

/// Reads a query off 64 texts at once.
class BlockReader {
  public:
    BlockReader(const Index& index, const SearchQuery& query) : index_(index), query_(query) {
        for (const auto& step : query.steps) literals_.push_back(index.number_of(step.literal));
    }

    /// Which texts of the block read as the query from `position`.
    [[nodiscard]] Bits read(uint32_t block, size_t position) {
        block_ = block;
        return reads(0, position, ~Bits{0});
    }

  private:
    /// A query of which so many steps were tried finds nothing more: only a query made for it gets here.
    static constexpr size_t most_steps = 20'000'000;

    /// Of the texts in `open`, those that read as the query does from `place` on.
    Bits reads(uint16_t place, size_t position, Bits open) {
        if (place == query_.length) return open;
        if (position >= index_.columns.size()) return 0;
        const auto& column = index_.columns[position];
        if (block_ < column.first_block || ++steps_ > most_steps) return 0;
        Bits found = 0;
        const auto [begin, end] = query_.at[place];
        for (auto i = begin; i < end && (open & ~found) != 0; ++i)
            found |= query_.steps[i].letter != 0 ? by_sound(column, position, i, open & ~found)
                                                 : by_character(column, position, i, open & ~found);
        return found;
    }

    /// The first letter alone rules out most texts: what follows is read before whole syllables are compared.
    Bits by_sound(const Index::Column& column, size_t position, uint16_t i, Bits open) {
        const auto& step = query_.steps[i];
        const auto& beginning = column.beginning[static_cast<size_t>(step.letter - 'a')];
        if (beginning.empty()) return 0;
        const Bits likely = open & beginning[block_ - column.first_block];
        if (likely == 0) return 0;
        const Bits found = reads(step.to, position + 1, likely);
        if (step.to == step.from + 1) return found;
        const auto* numbers = numbers_of(column);
        Bits exact = 0;
        each_bit(found, [&](uint32_t text) {
            if (index_.fits(numbers[text], step)) exact |= Bits{1} << text;
        });
        return exact;
    }

    Bits by_character(const Index::Column& column, size_t position, uint16_t i, Bits open) {
        const auto number = literals_[i];
        const auto* numbers = numbers_of(column);
        if (number == 0) return 0;
        if (std::popcount(open) > few && !holds(numbers, number)) return 0;
        Bits same = 0;
        each_bit(open, [&](uint32_t text) {
            if (numbers[text] == number) same |= Bits{1} << text;
        });
        return same == 0 ? 0 : reads(query_.steps[i].to, position + 1, same);
    }

    static constexpr int few = 6;  ///< so many texts are compared one by one

    /// Whether one of the block's characters is this; without a branch, so that it is done many at a time.
    static bool holds(const uint16_t* numbers, uint16_t number) {
        uint16_t any = 0;
        for (uint32_t i = 0; i < Index::block_size; ++i) any |= static_cast<uint16_t>(numbers[i] == number);
        return any != 0;
    }

    [[nodiscard]] const uint16_t* numbers_of(const Index::Column& column) const {
        return column.numbers.data() + static_cast<size_t>(block_ - column.first_block) * Index::block_size;
    }

    const Index& index_;
    const SearchQuery& query_;
    std::vector<uint16_t> literals_;  ///< by step
    uint32_t block_ = 0;
    size_t steps_ = 0;
};

}  // namespace

NameMatcher::NameMatcher(std::span<const std::string_view> names) : index_(std::make_unique<Index>(names)) {}
NameMatcher::NameMatcher(const std::vector<std::string>& names)
    : NameMatcher(std::vector<std::string_view>(names.begin(), names.end())) {}
NameMatcher::~NameMatcher() = default;
NameMatcher::NameMatcher(NameMatcher&&) noexcept = default;
NameMatcher& NameMatcher::operator=(NameMatcher&&) noexcept = default;

std::vector<NameMatch> NameMatcher::search(std::string_view text, size_t limit,
                                           const EntryFilter& filter) const {
    std::vector<NameMatch> found;
    const auto query = read_query(text);
    if (query.length == 0) return found;
    BlockReader reader(*index_, query);
    std::vector<bool> seen(index_->entries.size());  // entries are fewer than texts
    for (uint32_t position = 0; position < index_->columns.size() && found.size() < limit; ++position) {
        const auto& column = index_->columns[position];
        if (!index_->may_begin(query, column)) continue;
        for (auto block = column.first_block; block < index_->blocks() && found.size() < limit; ++block)
            each_bit(reader.read(block, position), [&](uint32_t place) {
                const auto rank = block * Index::block_size + place;
                const auto entry = index_->entries[rank];
                if (found.size() >= limit || seen[entry]) return;
                seen[entry] = true;
                if (filter && !filter(entry)) return;
                found.push_back(
                    {entry, position, index_->length(rank), index_->fewest(query, rank, position)});
            });
    }
    return found;
}

size_t NameMatcher::memory() const {
    return index_->memory();
}

}  // namespace yc::forms
