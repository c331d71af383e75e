#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "forms/exchange/xlsx_archive.h"

namespace yc::forms::exchange {

/// What a workbook says about its sheets: where the first lies, which cell styles show dates, from when days
/// are counted.
struct Workbook {
    std::string sheet_part;         ///< e.g. xl/worksheets/sheet1.xml
    std::vector<bool> date_styles;  ///< by the number of the cell's style
    bool from_1904 = false;         ///< days count from 1904-01-01 instead of 1899-12-30

    /// The date, or date and time, of a day number in ISO form; nothing for numbers out of range.
    [[nodiscard]] std::optional<std::string> date_text(double days) const;
};

/// Errors: catalogue.xlsx_broken, catalogue.sheet_too_big.
[[nodiscard]] base::Result<Workbook> read_workbook(XlsxArchive& archive);

}  // namespace yc::forms::exchange
