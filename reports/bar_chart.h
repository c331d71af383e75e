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

/// Lying bars with labels on the left, for names.
void draw_bars(Sheet& sheet, const Area& area, const ChartData& data);

}  // namespace yc::reports
