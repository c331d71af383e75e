#pragma once
#include "core/domain/transition_table.h"

namespace yc::domain {

/// Does to the case what the row says; the event has been judged. Internal to core/domain.
void take_effect(CaseState& state, const CaseEvent& event, const TransitionRow& row);

/// The effect of an act that came late and moves nothing by itself (LateEffect replace and record).
void take_late_effect(CaseState& state, const CaseEvent& event, LateEffect effect);

/// Where a case stood at a legal time.
[[nodiscard]] LifeCycle life_at(const CaseState& state, base::Instant at);

}  // namespace yc::domain
