#pragma once
#include <optional>

#include "client/desk/review.h"
#include "core/base/result.h"
#include "reports/notices.h"

namespace yc::client::desk {

/// Pure: what the back office must have entered for an action. Errors: review.reason_required,
/// review.materials_required, review.officers_required, review.right_organ_required.
[[nodiscard]] base::Result<void> check_review_input(const domain::CaseState& state, domain::EventKind kind,
                                                    const ReviewInput& input);

/// The event's content from what was entered, with the usual words, days, basis and numbers for what was not.
/// Takes numbers from the store. Errors: the store's.
[[nodiscard]] base::Result<domain::EventBody> review_body(Desk& desk, const domain::CaseState& state,
                                                          domain::EventKind kind, const ReviewInput& input);

/// Pure: the paper an action prints, if any.
[[nodiscard]] std::optional<reports::NoticeKind> paper_of(domain::EventKind kind);

}  // namespace yc::client::desk
