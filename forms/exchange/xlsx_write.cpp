#include <xlsxwriter.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "forms/exchange/sheet.h"

namespace yc::forms::exchange {

namespace {

/// What one cell of an .xlsx file takes, in characters.
constexpr size_t most_characters = 32'767;
constexpr double usual_width = 18;

}  // namespace

base::Result<void> write_xlsx(const Sheet& sheet, const std::string& file) {
    for (const auto& row : sheet)
        for (const auto& cell : row.cells)
            if (cell.size() > most_characters && base::length_utf8(cell) > most_characters)
                return base::fail("catalogue.cell_too_long", {}, {{"row", std::to_string(row.number)}});
    lxw_workbook_options options{.constant_memory = LXW_TRUE};
    auto* book = workbook_new_opt(file.c_str(), &options);
    if (!book) return base::fail("catalogue.unwritable", {}, {{"file", file}});
    auto* page = workbook_add_worksheet(book, nullptr);
    auto* bold = workbook_add_format(book);
    format_set_bold(bold);
    size_t columns = 0;
    for (const auto& row : sheet) columns = std::max(columns, row.cells.size());
    if (columns > 0) worksheet_set_column(page, 0, static_cast<lxw_col_t>(columns - 1), usual_width, nullptr);
    worksheet_freeze_panes(page, 1, 0);
    for (size_t i = 0; i < sheet.size(); ++i)
        for (size_t j = 0; j < sheet[i].cells.size(); ++j)
            worksheet_write_string(page, static_cast<lxw_row_t>(i), static_cast<lxw_col_t>(j),
                                   sheet[i].cells[j].c_str(), i == 0 ? bold : nullptr);
    if (workbook_close(book) != LXW_NO_ERROR) return base::fail("catalogue.unwritable", {}, {{"file", file}});
    return {};
}

}  // namespace yc::forms::exchange
