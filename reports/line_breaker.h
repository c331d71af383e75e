#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace yc::reports {

/// A line of a broken paragraph.
struct BrokenLine {
    std::u32string text;  ///< without the spaces that stood at its end
    double width = 0;     ///< same unit as the measure
    bool last = false;    ///< last of its paragraph: not to be justified
};

/// Width of one character.
using CharWidth = std::function<double(char32_t)>;

/// Breaks text into lines of at most `width`, the first shorter by `indent`; '\n' ends a paragraph (later
/// ones are indented alike). Rules of Chinese typesetting (GB/T 15834, 避头尾): no closing punctuation at a
/// line's start, no opening one at its end, —— and …… stay whole, as do Latin words and numbers. Where no
/// rule can be kept (a word longer than a line) the line is cut anyway: a line is never wider than `width`
/// unless one character is.
[[nodiscard]] std::vector<BrokenLine> break_lines(std::u32string_view text, double width, double indent,
                                                  const CharWidth& char_width);

/// Whether a line may end between these two characters.
[[nodiscard]] bool may_break_between(char32_t before, char32_t after);

}  // namespace yc::reports
