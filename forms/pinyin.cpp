#include "forms/pinyin.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "forms/embedded.h"

namespace yc::forms {

const PinyinTable& PinyinTable::instance() {
    static const PinyinTable table;
    return table;
}

PinyinTable::PinyinTable() {
    for (const auto& file : embedded_files())
        if (file.name == "data/pinyin.txt") read_table(file.content);
    for (const auto& file : embedded_files())
        if (file.name == "data/pinyin_additions.txt") read_additions(file.content);
}

/// Lines "yi 一以已…", sorted.
void PinyinTable::read_table(std::string_view text) {
    for (const auto& line : base::split(text, '\n')) {
        const auto space = line.find(' ');
        if (space == std::string::npos) continue;
        const auto number = static_cast<uint16_t>(syllables_.size());
        syllables_.push_back(line.substr(0, space));
        for (const char32_t character : base::decode_utf8(std::string_view(line).substr(space + 1)))
            readings_[character].push_back(number);
    }
}

/// Lines "厦 xia sha"; # begins a comment.
void PinyinTable::read_additions(std::string_view text) {
    for (const auto& line : base::split(text, '\n')) {
        const auto words = base::split(line, ' ');
        if (words.size() < 2 || words[0] == "#" || base::length_utf8(words[0]) != 1) continue;
        auto& readings = readings_[base::decode_utf8(words[0])[0]];
        for (size_t i = 1; i < words.size(); ++i)
            if (const int number = find(words[i]);
                number >= 0 && std::find(readings.begin(), readings.end(), number) == readings.end())
                readings.push_back(static_cast<uint16_t>(number));
    }
}

const std::vector<uint16_t>& PinyinTable::readings(char32_t character) const {
    static const std::vector<uint16_t> none;
    const auto found = readings_.find(character);
    return found == readings_.end() ? none : found->second;
}

std::pair<uint16_t, uint16_t> PinyinTable::beginning_with(std::string_view prefix) const {
    const auto first = std::lower_bound(syllables_.begin(), syllables_.end(), prefix);
    const auto last = std::find_if(first, syllables_.end(), [&](const std::string& syllable) {
        return syllable.compare(0, prefix.size(), prefix) != 0;
    });
    return {static_cast<uint16_t>(first - syllables_.begin()),
            static_cast<uint16_t>(last - syllables_.begin())};
}

int PinyinTable::find(std::string_view syllable) const {
    const auto found = std::lower_bound(syllables_.begin(), syllables_.end(), syllable);
    return found != syllables_.end() && *found == syllable ? static_cast<int>(found - syllables_.begin())
                                                           : -1;
}

}  // namespace yc::forms
