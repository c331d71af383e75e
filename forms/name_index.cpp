#include "forms/name_index.h"

#include <algorithm>
#include <numeric>

#include "forms/pinyin.h"

namespace yc::forms {

namespace {

constexpr char32_t point_in_names = 0xB7;

bool is_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

/// A name as it is indexed, and which entry it stands for.
struct IndexedText {
    std::u32string text;
    uint32_t entry;
};

std::vector<IndexedText> texts_of(const std::vector<std::string>& names) {
    std::vector<IndexedText> texts;
    texts.reserve(names.size());
    for (uint32_t entry = 0; entry < names.size(); ++entry) {
        auto text = fold_for_search(names[entry]);
        if (text.find(point_in_names) != std::u32string::npos) {
            auto without = text;
            std::erase(without, point_in_names);
            texts.push_back({std::move(without), entry});
        }
        texts.push_back({std::move(text), entry});
    }
    std::stable_sort(texts.begin(), texts.end(),
                     [](const auto& a, const auto& b) { return a.text.size() < b.text.size(); });
    return texts;
}

}  // namespace

NameMatcher::Index::Index(const std::vector<std::string>& names) {
    add_texts(names);
    by_character = make_lists(points.size(), [](uint32_t number, int64_t, auto&& add) { add(number); });
    by_syllable =
        make_lists(PinyinTable::instance().syllables().size(), [this](uint32_t number, int64_t, auto&& add) {
            for (const auto syllable : readings[number]) add(syllable);
        });
    by_initials = make_lists(26 * 26, [this](uint32_t number, int64_t next, auto&& add) {
        if (next < 0) return;
        for (const auto first : initials[number])
            for (const auto second : initials[static_cast<size_t>(next)]) add(first * 26u + second);
    });
}

void NameMatcher::Index::add_texts(const std::vector<std::string>& names) {
    auto texts = texts_of(names);
    if (texts.size() > most_ranks) texts.resize(most_ranks);
    text_starts.push_back(0);
    for (const auto& indexed : texts) {
        entries.push_back(indexed.entry);
        for (const char32_t point : indexed.text) text.push_back(number_of(point));
        text_starts.push_back(static_cast<uint32_t>(text.size()));
    }
    text.shrink_to_fit();
}

uint32_t NameMatcher::Index::number_of(char32_t point) {
    const auto [found, is_new] = numbers.try_emplace(point, static_cast<uint32_t>(points.size()));
    if (!is_new) return found->second;
    const auto& pinyin = PinyinTable::instance();
    points.push_back(point);
    readings.push_back(pinyin.readings(point));
    std::vector<uint8_t> letters;
    for (const auto syllable : readings.back())
        letters.push_back(static_cast<uint8_t>(pinyin.syllables()[syllable][0] - 'a'));
    if (is_letter(point)) letters.push_back(static_cast<uint8_t>(point - U'a'));
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    initials.push_back(std::move(letters));
    return found->second;
}

/// Calls visit(posting, number, number of the next character or -1) by position, then rank.
template <class Visit>
void NameMatcher::Index::visit_in_order(Visit visit) const {
    uint32_t first = 0;
    for (uint32_t position = 0; position < most_positions; ++position) {
        while (first < entries.size() && length(first) <= position) ++first;
        if (first == entries.size()) return;
        for (uint32_t rank = first; rank < entries.size(); ++rank) {
            const uint32_t place = text_starts[rank] + position;
            const bool last = place + 1 == text_starts[rank + 1];
            visit(position << rank_bits | rank, text[place],
                  last ? -1 : static_cast<int64_t>(text[place + 1]));
        }
    }
}

/// `keys(number, next, add)` calls add(list) for every list a character belongs to.
template <class Keys>
NameMatcher::Index::Lists NameMatcher::Index::make_lists(size_t count, Keys keys) const {
    Lists lists;
    lists.starts.assign(count + 1, 0);
    visit_in_order([&](Posting, uint32_t number, int64_t next) {
        keys(number, next, [&](uint32_t list) { ++lists.starts[list + 1]; });
    });
    std::partial_sum(lists.starts.begin(), lists.starts.end(), lists.starts.begin());
    lists.postings.resize(lists.starts.back());
    auto ends = lists.starts;
    visit_in_order([&](Posting posting, uint32_t number, int64_t next) {
        keys(number, next, [&](uint32_t list) { lists.postings[ends[list]++] = posting; });
    });
    return lists;
}

int64_t NameMatcher::Index::letter_number(char32_t point) const {
    const auto found = numbers.find(point);
    return found == numbers.end() ? -1 : static_cast<int64_t>(found->second);
}

size_t NameMatcher::Index::memory() const {
    const auto words = entries.capacity() + text_starts.capacity() + text.capacity() +
                       by_character.postings.capacity() + by_syllable.postings.capacity() +
                       by_initials.postings.capacity();
    return words * sizeof(uint32_t);
}

bool NameMatcher::Index::reads(const SearchQuery& query, uint32_t rank, uint32_t position,
                               uint16_t place) const {
    if (place == query.length) return true;
    if (position >= length(rank)) return false;
    const uint32_t number = text[text_starts[rank] + position];
    const auto& syllables = readings[number];
    for (auto i = query.at[place].first; i < query.at[place].second; ++i) {
        const auto& step = query.steps[i];
        const bool fits = points[number] == step.literal ||
                          std::any_of(syllables.begin(), syllables.end(), [&](uint16_t syllable) {
                              return syllable >= step.first_syllable && syllable < step.last_syllable;
                          });
        if (fits && reads(query, rank, position + 1, step.to)) return true;
    }
    return false;
}

}  // namespace yc::forms
