#include "client/ui/widgets/line_breaker.h"

#include <cwctype>

namespace yc::client::ui {
namespace {

bool never_starts(wchar_t c) {
    return std::wstring_view(L"，。、；：？！）】》”’」』·…—％%,.;:?!)]}").find(c) != std::wstring_view::npos;
}
bool never_ends(wchar_t c) {
    return std::wstring_view(L"（【《“‘「『([{").find(c) != std::wstring_view::npos;
}
bool is_ideographic(wchar_t c) {
    return c >= 0x2E80;
}

/// May a line end between these two characters?
bool may_break(wchar_t before, wchar_t after) {
    if (never_starts(after) || never_ends(before)) return false;
    if (before == L' ') return true;
    return is_ideographic(before) || is_ideographic(after);
}

std::wstring trimmed_end(std::wstring text) {
    while (!text.empty() && text.back() == L' ') text.pop_back();
    return text;
}

}  // namespace

std::vector<std::wstring> break_lines(const std::wstring& paragraph, int width,
                                      const std::function<int(const std::wstring&)>& measure) {
    std::vector<std::wstring> lines;
    size_t start = 0;
    while (start < paragraph.size()) {
        // The longest prefix that fits, found by halving: text width grows with its length.
        size_t least = 1, most = paragraph.size() - start;
        while (least < most) {
            const size_t middle = (least + most + 1) / 2;
            if (measure(trimmed_end(paragraph.substr(start, middle))) <= width)
                least = middle;
            else
                most = middle - 1;
        }
        size_t end = start + least;
        if (end < paragraph.size()) {
            size_t cut = end;
            while (cut > start + 1 && !may_break(paragraph[cut - 1], paragraph[cut])) --cut;
            if (cut > start + 1 || may_break(paragraph[start], paragraph[start + 1])) end = cut;
        }
        lines.push_back(trimmed_end(paragraph.substr(start, end - start)));
        start = end;
        while (start < paragraph.size() && paragraph[start] == L' ') ++start;
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

}  // namespace yc::client::ui
