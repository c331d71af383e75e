#pragma once
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

/// Pure: the figures as a window shows them; scope_name and not_sent are left to the caller.
[[nodiscard]] DailyFigures daily_view(const reports::DailyFigures& counted);

}  // namespace yc::client::desk
