#include "reports/line_breaker.h"

#include <algorithm>

namespace yc::reports {

namespace {

constexpr std::u32string_view never_first =
    U"，。、；：？！）】》〉」』〕〗”’…—～·々％‰℃°,.;:?!)]}%ーぁぃぅぇぉっゃゅょァィゥェォッャュョ〞﹞";
constexpr std::u32string_view never_last = U"（【《〈「『〔〖“‘￥＄￡([{$#№〝﹝";

constexpr char32_t no_break_space = U'\u00A0';

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == no_break_space || c == U'\u3000';
}

/// Letters and figures that stand in words: ASCII, Latin with accents, Greek, Cyrillic, and what joins them.
bool in_word(char32_t c) {
    if (c < 0x80) return c > 0x20 && std::u32string_view(U",;:?!()[]{}").find(c) == std::u32string_view::npos;
    return (c >= 0xC0 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
}

/// Within a time or an amount: 12:00, 1,234.
bool in_figure(char32_t before, char32_t after) {
    return (before == U':' || before == U',') && after >= U'0' && after <= U'9';
}

bool has(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

/// One paragraph: takes characters until the width is used up, then goes back to the last allowed break.
class Paragraph {
  public:
    Paragraph(std::u32string_view text, double width, const CharWidth& measure)
        : text_(text), width_(width), measure_(measure) {}

    void into(std::vector<BrokenLine>& lines, double indent) {
        size_t start = 0;
        double room = width_ - indent;
        do {
            const size_t end = end_of_line(start, room);
            size_t visible = end;
            while (visible > start && is_space(text_[visible - 1])) --visible;
            lines.push_back(
                {std::u32string(text_.substr(start, visible - start)), width_of(start, visible), false});
            start = end;
            while (start < text_.size() && text_[start] == U' ') ++start;
            room = width_;
        } while (start < text_.size());
        lines.back().last = true;
    }

  private:
    [[nodiscard]] double width_of(size_t from, size_t to) const {
        double sum = 0;
        for (size_t i = from; i < to; ++i) sum += measure_(text_[i]);
        return sum;
    }

    [[nodiscard]] size_t end_of_line(size_t start, double room) const {
        double used = 0;
        size_t end = start;
        while (end < text_.size()) {
            used += measure_(text_[end]);
            if (used > room + 1e-9 && !is_space(text_[end])) break;
            ++end;
        }
        if (end == text_.size()) return end;
        end = std::max(end, start + 1);
        for (size_t cut = end; cut > start; --cut)
            if (may_break_between(text_[cut - 1], text_[cut])) return cut;
        return end;
    }

    std::u32string_view text_;
    double width_;
    const CharWidth& measure_;
};

}  // namespace

bool may_break_between(char32_t before, char32_t after) {
    if (before == no_break_space || after == no_break_space) return false;
    if (is_space(after)) return false;
    if (has(never_first, after) || has(never_last, before)) return false;
    if (is_space(before)) return true;
    if (in_figure(before, after)) return false;
    return !(in_word(before) && in_word(after));
}

std::vector<BrokenLine> break_lines(std::u32string_view text, double width, double indent,
                                    const CharWidth& char_width) {
    std::vector<BrokenLine> lines;
    size_t start = 0;
    while (true) {
        const size_t end = std::min(text.find(U'\n', start), text.size());
        Paragraph(text.substr(start, end - start), width, char_width).into(lines, indent);
        if (end == text.size()) return lines;
        start = end + 1;
    }
}

}  // namespace yc::reports
