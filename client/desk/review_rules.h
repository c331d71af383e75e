#pragma once
#include <vector>

#include "client/desk/case_list.h"
#include "client/desk/review.h"
#include "client/store/records.h"
#include "core/domain/apply.h"

namespace yc::client::desk {

/// Pure: the back office's actions for a case: those the table allows this actor, then those of the usual
/// handling that it does not allow, with the reason. Exactly one of the allowed ones is primary.
[[nodiscard]] std::vector<ReviewActionView> review_actions(const domain::CaseState& state,
                                                           const domain::Actor& actor, bool offline,
                                                           base::Instant now, const domain::Rules& rules);

/// Pure: canned opinions of an action.
[[nodiscard]] std::vector<Text> canned_opinions(domain::EventKind kind);

/// Pure: whether a case of the department stands in a filter; `row` is its line.
[[nodiscard]] bool in_filter(const store::CaseRow& kept, const CaseRow& row, ReviewFilter filter,
                             const std::string& user, base::Date today);

/// The states in which a case waits for the department.
[[nodiscard]] const std::vector<domain::LifeCycle>& back_office_states();

}  // namespace yc::client::desk
