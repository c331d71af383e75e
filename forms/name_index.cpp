#include "forms/name_index.h"

#include <algorithm>
#include <limits>

#include "core/base/utf8.h"
#include "forms/pinyin.h"

namespace yc::forms {

namespace {

constexpr char32_t point_in_names = 0xB7;

bool is_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

/// A text to be indexed: a name, or the name without the points in it.
struct Source {
    uint32_t entry;
    uint32_t length;
    bool without_points;
};

std::vector<Source> sources_of(std::span<const std::string_view> names) {
    std::vector<Source> sources;
    sources.reserve(names.size());
    for (uint32_t entry = 0; entry < names.size(); ++entry) {
        const auto text = fold_for_search(names[entry]);
        const auto length = static_cast<uint32_t>(text.size());
        const auto points = static_cast<uint32_t>(std::count(text.begin(), text.end(), point_in_names));
        if (points > 0) sources.push_back({entry, length - points, true});
        sources.push_back({entry, length, false});
    }
    std::stable_sort(sources.begin(), sources.end(),
                     [](const Source& a, const Source& b) { return a.length < b.length; });
    return sources;
}

}  // namespace

NameMatcher::Index::Index(std::span<const std::string_view> names) {
    const auto sources = sources_of(names);
    std::vector<uint32_t> lengths;
    lengths.reserve(sources.size());
    entries.reserve(sources.size());
    for (const auto& source : sources) {
        lengths.push_back(source.length);
        entries.push_back(source.entry);
    }
    make_columns(lengths);
    for (uint32_t rank = 0; rank < sources.size(); ++rank) {
        auto text = fold_for_search(names[sources[rank].entry]);
        if (sources[rank].without_points) std::erase(text, point_in_names);
        put(rank, text);
    }
}

void NameMatcher::Index::make_columns(std::span<const uint32_t> lengths) {
    columns.resize(lengths.empty() ? 0 : lengths.back());
    uint32_t first = 0;
    for (size_t position = 0; position < columns.size(); ++position) {
        while (lengths[first] <= position) ++first;
        auto& column = columns[position];
        column.first = first;
        column.first_block = first / block_size;
        column.numbers.resize(static_cast<size_t>(blocks() - column.first_block) * block_size);
    }
}

void NameMatcher::Index::put(uint32_t rank, std::u32string_view text) {
    for (size_t position = 0; position < text.size(); ++position) {
        auto& column = columns[position];
        const auto number = add_character(text[position]);
        const auto place = rank - column.first_block * block_size;
        column.numbers[place] = number;
        if (column.present.size() <= number) column.present.resize(number + 1u);
        column.present[number] = true;
        for (size_t letter = 0; letter < column.beginning.size(); ++letter) {
            if ((letters[number] >> letter & 1u) == 0) continue;
            auto& bits = column.beginning[letter];
            if (bits.empty()) bits.resize(column.numbers.size() / block_size);
            bits[place / block_size] |= Bits{1} << place % block_size;
        }
    }
}

/// Characters beyond the 65,535th different one, which no catalogue has, are not found.
uint16_t NameMatcher::Index::add_character(char32_t point) {
    const auto known = numbers.find(point);
    if (known != numbers.end()) return known->second;
    if (points.size() > std::numeric_limits<uint16_t>::max()) return 0;
    const auto number = static_cast<uint16_t>(points.size());
    numbers.emplace(point, number);
    const auto& pinyin = PinyinTable::instance();
    points.push_back(point);
    readings.push_back(pinyin.readings(point));
    uint32_t begins = is_letter(point) ? 1u << (point - U'a') : 0;
    for (const auto syllable : readings.back()) begins |= 1u << (pinyin.syllables()[syllable][0] - 'a');
    letters.push_back(begins);
    return number;
}

uint32_t NameMatcher::Index::length(uint32_t rank) const {
    const auto longer = std::upper_bound(columns.begin(), columns.end(), rank,
                                         [](uint32_t r, const Column& column) { return r < column.first; });
    return static_cast<uint32_t>(longer - columns.begin());
}

uint16_t NameMatcher::Index::number_of(char32_t point) const {
    const auto found = numbers.find(point);
    return found == numbers.end() ? uint16_t{0} : found->second;
}

bool NameMatcher::Index::fits(uint16_t number, const QueryStep& step) const {
    if (number == 0) return false;
    const auto& syllables = readings[number];
    return points[number] == step.literal ||
           std::any_of(syllables.begin(), syllables.end(), [&](uint16_t syllable) {
               return syllable >= step.first_syllable && syllable < step.last_syllable;
           });
}

bool NameMatcher::Index::may_begin(const SearchQuery& query, const Column& column) const {
    const auto [begin, end] = query.at[0];
    return std::any_of(query.steps.begin() + begin, query.steps.begin() + end, [&](const QueryStep& step) {
        if (step.letter != 0) return !column.beginning[static_cast<size_t>(step.letter - 'a')].empty();
        const auto number = number_of(step.literal);
        return number != 0 && number < column.present.size() && column.present[number];
    });
}

uint32_t NameMatcher::Index::fewest(const SearchQuery& query, uint32_t rank, uint32_t position) const {
    const auto end = length(rank);
    std::vector<bool> reached(query.length + 1u);  // places of the query that `count` characters can lead to
    reached[0] = true;
    for (uint32_t count = 1; position + count <= end; ++count) {
        std::vector<bool> next(reached.size());
        const auto number = number_at(rank, position + count - 1);
        for (const auto& step : query.steps)
            if (reached[step.from] && fits(number, step)) next[step.to] = true;
        if (next.back()) return count;
        reached = std::move(next);
    }
    return 0;
}

size_t NameMatcher::Index::memory() const {
    size_t bytes = entries.capacity() * sizeof(uint32_t);
    for (const auto& column : columns) {
        bytes += sizeof column + column.numbers.capacity() * sizeof(uint16_t);
        for (const auto& bits : column.beginning) bytes += bits.capacity() * sizeof(Bits);
    }
    return bytes;
}

}  // namespace yc::forms
