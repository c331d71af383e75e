#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace yc::forms::exchange {

/// A table as spreadsheets hold it: rows of cells of text.
struct SheetRow {
    size_t number = 0;  ///< line of the file, or row of the sheet, from 1
    std::vector<std::string> cells;
    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};
using Sheet = std::vector<SheetRow>;

/// What is taken at most, so that no file costs more memory than this.
inline constexpr size_t most_rows = 300'000;
inline constexpr size_t most_columns = 200;
inline constexpr size_t most_cells = 8'000'000;
inline constexpr size_t longest_cell = 256 * 1024;  ///< bytes

/// Text in UTF-8, whatever it came in: a byte order mark is dropped, UTF-16 with its mark and GB18030 (any
/// text that is not UTF-8) are converted. Errors: catalogue.encoding when it is neither.
[[nodiscard]] base::Result<std::string> to_utf8(std::string_view bytes);

/// Reads comma separated values (RFC 4180; tabs or semicolons where the first line has more of them): quoted
/// cells with line ends and doubled quotes, LF or CR LF, empty lines passed over. An apostrophe that protects
/// a formula is taken away. Errors: catalogue.sheet_quote {line}: a quote is not closed;
/// catalogue.sheet_too_big.
[[nodiscard]] base::Result<Sheet> read_csv(std::string_view text);

/// Writes UTF-8 with a byte order mark and CR LF, as Excel opens it. A cell that a spreadsheet would take for
/// a formula (= + - @, tab) gets an apostrophe before it (OWASP, CSV injection).
[[nodiscard]] std::string write_csv(const Sheet& sheet);

/// Reads the first worksheet of an .xlsx file: shared and inline strings, numbers as they are shown plainly,
/// truth values, dates in ISO form. Errors: catalogue.xlsx_broken, catalogue.sheet_too_big.
[[nodiscard]] base::Result<Sheet> read_xlsx(std::string_view bytes);

/// Writes an .xlsx file of one worksheet; every cell is text, the first row is bold and stays in view.
/// Errors: catalogue.unwritable {file}.
[[nodiscard]] base::Result<void> write_xlsx(const Sheet& sheet, const std::string& file);

}  // namespace yc::forms::exchange
