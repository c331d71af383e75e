#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yc::forms {

/// The syllables of pinyin without tones (ü is v) and every character's readings; from data/pinyin.txt and
/// data/pinyin_additions.txt, read once.
class PinyinTable {
  public:
    static const PinyinTable& instance();

    /// Numbers of the syllables a character can be read as; empty for what is not a known hanzi.
    [[nodiscard]] const std::vector<uint16_t>& readings(char32_t character) const;
    /// All syllables, sorted.
    [[nodiscard]] const std::vector<std::string>& syllables() const { return syllables_; }
    /// Numbers of the syllables that begin with `prefix`, as a half-open range of syllables().
    [[nodiscard]] std::pair<uint16_t, uint16_t> beginning_with(std::string_view prefix) const;
    /// Number of exactly this syllable, or -1.
    [[nodiscard]] int find(std::string_view syllable) const;

  private:
    PinyinTable();
    void read_table(std::string_view text);
    void read_additions(std::string_view text);
    std::vector<std::string> syllables_;
    std::unordered_map<char32_t, std::vector<uint16_t>> readings_;
};

}  // namespace yc::forms
