#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/base/utf8.h"
#include "forms/exchange/sheet.h"

namespace yc::forms::exchange {

using base::fail;
using base::Result;

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// A converter of the C library, closed with its holder.
class Converter {
  public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (usable()) iconv_close(handle_);
    }
    [[nodiscard]] bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// False when the bytes are no text in this encoding.
    bool convert(std::string_view bytes, std::string& out) {
        std::array<char, 8192> buffer{};
        auto* in = const_cast<char*>(bytes.data());  // iconv does not write there
        size_t left = bytes.size();
        while (left > 0) {
            char* to = buffer.data();
            size_t room = buffer.size();
            const auto done = iconv(handle_, &in, &left, &to, &room);
            out.append(buffer.data(), buffer.size() - room);
            if (done == static_cast<size_t>(-1) && errno != E2BIG) return false;
        }
        return true;
    }

  private:
    iconv_t handle_;
};

Result<std::string> converted(std::string_view bytes, const char* from) {
    Converter converter(from);
    std::string out;
    if (!converter.usable() || !converter.convert(bytes, out)) return fail("catalogue.encoding", from);
    return out;
}

bool begins_formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

/// Reads the cells of one text, row by row.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    Result<Sheet> read() {
        Sheet sheet;
        while (at_ < text_.size()) {
            SheetRow row{line_, {}};
            YC_CHECK(read_row(row));
            const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const std::string& cell) { return cell.empty(); });
            if (!empty) sheet.push_back(std::move(row));
            if (sheet.size() > most_rows || cells_ > most_cells)
                return fail("catalogue.sheet_too_big", "rows");
        }
        return sheet;
    }

  private:
    static char separator_of(std::string_view text) {
        const auto first = text.substr(0, text.find('\n'));
        const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
        if (count('\t') > count(',')) return '\t';
        return count(';') > count(',') ? ';' : ',';
    }

    Result<void> read_row(SheetRow& row) {
        for (;;) {
            std::string cell;
            YC_CHECK(read_cell(cell));
            if (row.cells.size() >= most_columns) return fail("catalogue.sheet_too_big", "columns");
            row.cells.push_back(std::move(cell));
            ++cells_;
            if (at_ < text_.size() && text_[at_] == separator_) {
                ++at_;
                continue;
            }
            end_line();
            return {};
        }
    }

    void end_line() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    Result<void> read_cell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"') {
            YC_CHECK(read_quoted(cell));
        }
        const auto end =
            std::min(text_.find_first_of(std::string{separator_, '\r', '\n'}, at_), text_.size());
        cell.append(text_.substr(at_, end - at_));
        at_ = end;
        if (cell.size() > longest_cell) return fail("catalogue.sheet_too_big", "cell");
        const bool guarded =
            cell.size() > 1 && cell[0] == '\'' && (begins_formula(cell[1]) || cell[1] == '\'');
        if (guarded) cell.erase(0, 1);
        return {};
    }

    Result<void> read_quoted(std::string& cell) {
        const auto begun = line_;
        ++at_;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                    ++at_;
                    return {};
                }
                ++at_;
            }
            line_ += text_[at_] == '\n';
            cell += text_[at_];
        }
        return fail("catalogue.sheet_quote", {}, {{"line", std::to_string(begun)}});
    }

    std::string_view text_;
    char separator_;
    size_t at_ = 0;
    size_t line_ = 1;
    size_t cells_ = 0;
};

std::string csv_cell(const std::string& text) {
    const bool guard = !text.empty() && (begins_formula(text[0]) || text[0] == '\'');
    const auto cell = guard ? "'" + text : text;
    if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

Result<std::string> to_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "UTF-16LE");
    if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "UTF-16BE");
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (base::is_valid_utf8(bytes)) return std::string(bytes);
    return converted(bytes, "GB18030");
}

Result<Sheet> read_csv(std::string_view text) {
    return CsvReader(text).read();
}

std::string write_csv(const Sheet& sheet) {
    std::string text(utf8_mark);
    for (const auto& row : sheet) {
        for (size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0) text += ',';
            text += csv_cell(row.cells[i]);
        }
        text += "\r\n";
    }
    return text;
}

}  // namespace yc::forms::exchange
