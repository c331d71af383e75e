#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "reports/notices.h"
#include "reports/sheet.h"

namespace yc::reports {

/// Head of a table: the words of report.column.KEY for each key.
[[nodiscard]] std::vector<Cell> head_row(std::initializer_list<const char*> keys);

/// Labels and values in a frame, two pairs a line where both are short.
void put_fields(Sheet& sheet, const std::vector<FormRow>& rows);

/// A filled form: fields under their section titles, tables as tables, places to sign as lines.
void put_form(Sheet& sheet, const std::vector<FormRow>& rows);

/// A list of materials (see listed_materials), with columns that fit its purpose; `serves` as in NoticeFacts.
void put_materials(Sheet& sheet, const std::string& list, const domain::CaseState& state,
                   const std::vector<domain::Material>& item_materials,
                   const std::map<std::string, std::string>& serves);

}  // namespace yc::reports
