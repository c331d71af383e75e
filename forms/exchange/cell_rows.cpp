#include "forms/exchange/cell_rows.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "forms/tidy_text.h"

namespace yc::forms::exchange {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out;
}

/// What a character behind a backslash stands for.
char meant_by(char c) {
    if (c == 'n') return '\n';
    return c == 'r' ? '\r' : c;
}

bool is_blank(const CellRow& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& part) { return part.empty(); });
}

}  // namespace

std::vector<CellRow> rows_of_cell(std::string_view cell) {
    std::vector<CellRow> rows;
    CellRow row(1);
    const auto end_row = [&] {
        for (auto& part : row) part = base::trim(part);
        if (!is_blank(row)) rows.push_back(row);
        row.assign(1, {});
    };
    for (size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c == '\\' && i + 1 < cell.size())
            row.back() += meant_by(cell[++i]);
        else if (c == '|')
            row.emplace_back();
        else if (c == '\n')
            end_row();
        else if (c != '\r')
            row.back() += c;
    }
    end_row();
    return rows;
}

std::string cell_of_rows(const std::vector<CellRow>& rows) {
    std::string cell;
    for (const auto& row : rows) {
        if (!cell.empty()) cell += '\n';
        for (size_t i = 0; i < row.size(); ++i) {
            if (i > 0) cell += '|';
            cell += escaped(row[i]);
        }
    }
    return cell;
}

std::vector<std::string> words_of_cell(std::string_view cell) {
    std::vector<std::string> words(1);
    for (const char32_t point : base::decode_utf8(cell)) {
        static constexpr std::u32string_view separators = U"、，,；;|\n\t";
        if (separators.find(point) != std::u32string_view::npos)
            words.emplace_back();
        else
            words.back() += base::encode_utf8(point);
    }
    for (auto& word : words) word = base::trim(word);
    std::erase_if(words, [](const std::string& word) { return word.empty() || means_nothing(word); });
    return words;
}

std::string cell_of_words(const std::vector<std::string>& words) {
    std::string cell;
    for (const auto& word : words) cell += (cell.empty() ? "" : "、") + word;
    return cell;
}

}  // namespace yc::forms::exchange
