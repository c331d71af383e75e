#pragma once
#include <vector>

#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "core/domain/apply.h"
#include "core/domain/case_state.h"

namespace yc::client::desk {

/// Pure: the word and tone of a state (已收件, 待补正, 审查中, 已办结：准予…).
[[nodiscard]] Text state_words(const domain::CaseState& state);
[[nodiscard]] Tone state_tone(const domain::CaseState& state);

/// Pure: a line of a list as of `now`.
[[nodiscard]] CaseRow row_of(const domain::CaseState& state, base::Instant now, const domain::Rules& rules);

/// Pure: the clocks of a case with their explanation.
[[nodiscard]] std::vector<ClockView> clock_views(const domain::CaseState& state, base::Instant now,
                                                 const domain::Rules& rules);

/// Pure: "剩 3 个工作日", "超期 1 个工作日", "今日到期".
[[nodiscard]] Text days_words(int working_days_left, bool paused);
[[nodiscard]] Tone days_tone(int working_days_left, bool paused);

/// Pure: what happened, in words, in the order of the events. An event the hub has not numbered is 已存本机.
[[nodiscard]] std::vector<TimelineEntry> timeline_of(const std::vector<domain::CaseEvent>& events);

/// Pure: an event's word: 收件, 受理, 审核通过 …
[[nodiscard]] Text event_words(domain::EventKind kind);

/// Deadline first; those without one last, oldest receipt first.
[[nodiscard]] bool presses_more(const CaseRow& a, const CaseRow& b);

}  // namespace yc::client::desk
