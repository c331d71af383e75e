#pragma once
#include <functional>
#include <string>
#include <vector>

namespace yc::client::ui {

/// Breaks a paragraph into lines no wider than `width`: between words in Latin text, between any two
/// characters in Chinese, but never before closing punctuation nor after opening punctuation. A word wider
/// than a line is cut. `measure` gives the width of a text. Pure.
[[nodiscard]] std::vector<std::wstring> break_lines(const std::wstring& paragraph, int width,
                                                    const std::function<int(const std::wstring&)>& measure);

}  // namespace yc::client::ui
