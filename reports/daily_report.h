#pragma once
#include <map>
#include <string>

#include "localization/localization.h"
#include "reports/daily_figures.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

/// What the paper says beside the figures.
struct DailyReportContext {
    std::string hall_name;
    std::map<std::string, std::string> counter_names;  ///< counter id → name; others print their id
    std::string made_by;
    base::Instant made_at{};
    localization::Language language = localization::Language::zh_CN;
    bool sample = false;
};

/// The daily report (日报), landscape A4: balance line, rates with formulas, tables by department, counter
/// and item, bar charts, the register of the day's cases, signature block and digest.
[[nodiscard]] Document make_daily_report(const DailyFigures& figures, const DailyReportContext& context,
                                         const FontBook& fonts);

}  // namespace yc::reports
