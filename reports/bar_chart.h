#pragma once
#include <string>
#include <vector>

#include "reports/sheet.h"

namespace yc::reports {

/// A place on the page, in mm.
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
};

/// Two series side by side, one pair of bars for each label.
struct ChartData {
    std::string title;
    std::string first_series, second_series;
    std::vector<std::string> labels;
    std::vector<int64_t> first, second;  ///< as many as labels, none negative
};

/// Upright bars with values above them and labels under them.
void draw_columns(Sheet& sheet, const Area& area, const ChartData& data);

/// Height that draw_bars wants for so many pairs of bars, with its title, in mm.
[[nodiscard]] double bars_height(size_t pairs);

/// Names without the place that all begin with (南宁市青秀区民政局 → 民政局), so that they differ at once.
/// Cut only behind a word for a place or a space, and never so that a name has nothing left.
[[nodiscard]] std::vector<std::string> without_common_place(std::vector<std::string> names);

/// Lying bars with labels on the left, for names, on two lines where one does not hold them.
void draw_bars(Sheet& sheet, const Area& area, const ChartData& data);

}  // namespace yc::reports
