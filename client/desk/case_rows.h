#pragma once
#include <optional>
#include <vector>

#include "client/desk/case_list.h"
#include "client/desk/case_view.h"
#include "client/store/records.h"
#include "core/domain/apply.h"
#include "core/domain/case_state.h"
#include "core/domain/work_calendar.h"

namespace yc::client::desk {

/// Pure: the word and tone of a state (已收件, 待补正, 审查中, 已办结：准予…).
[[nodiscard]] Text state_words(domain::LifeCycle life, std::optional<domain::CaseResult> result);
[[nodiscard]] Tone state_tone(domain::LifeCycle life, std::optional<domain::CaseResult> result);

/// Pure: a line of a list as of `now`.
[[nodiscard]] CaseRow row_of(const store::CaseRow& kept, base::Instant now,
                             const domain::WorkCalendar& calendar);

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

}  // namespace yc::client::desk
