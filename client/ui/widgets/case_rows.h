#pragma once
#include <string>
#include <vector>

#include "client/desk/case_list.h"
#include "client/ui/widgets/table.h"

namespace yc::client::ui {

/// Lists of cases look the same on every page: who, what, number, state, remaining working days.
[[nodiscard]] std::vector<TableColumn> case_columns();
[[nodiscard]] TableRow case_row(const desk::CaseRow& row);

/// The narrow form beside documents: who and what, remaining working days.
[[nodiscard]] std::vector<TableColumn> narrow_case_columns();
[[nodiscard]] TableRow narrow_case_row(const desk::CaseRow& row);

}  // namespace yc::client::ui
