#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "client/desk/daily_report.h"
#include "client/desk/workplace.h"
#include "client/store/records.h"
#include "reports/daily_figures.h"

namespace yc::client::desk {

/// Pure: the reports somebody may see, the usual one first.
[[nodiscard]] std::vector<DailyScope> scopes_of(const Who& who);
[[nodiscard]] bool may_see(const Who& who, const DailyScope& scope);

/// Pure: the cases a scope is about.
[[nodiscard]] store::CaseQuery daily_query(const Who& who, const DailyScope& scope);

/// Pure: its name on screen and paper.
[[nodiscard]] std::string scope_name(const Who& who, const domain::Directory& directory,
                                     const DailyScope& scope);

/// How far a printed report of a day counted.
struct ReportMark {
    base::Date day{};
    int64_t seq = 0;
    std::string epoch;  ///< of the hub's sequence
    friend bool operator==(const ReportMark&, const ReportMark&) = default;
};

/// Pure: the setting that holds the marks of a scope's reports, and its text form: a line a mark, by day.
/// Lines that are none are left out.
[[nodiscard]] std::string mark_setting(const DailyScope& scope);
[[nodiscard]] std::vector<ReportMark> read_marks(std::string_view text);

/// Pure: the text with a mark added, in place of one of the same day; the latest 60 days are kept, and no
/// marks of another epoch, whose sequences say nothing any more.
[[nodiscard]] std::string with_mark(std::string_view text, const ReportMark& mark);

/// Pure: the last report of a day before, in this epoch: what arrived after it for such days is 补录.
[[nodiscard]] std::optional<ReportMark> mark_before(std::string_view text, base::Date day,
                                                    const std::string& epoch);

/// Pure: the figures as a window shows them; scope_name and not_sent are left to the caller.
[[nodiscard]] DailyFigures daily_view(const reports::DailyFigures& counted);

}  // namespace yc::client::desk
