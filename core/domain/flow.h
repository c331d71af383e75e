#pragma once
#include <vector>

#include "core/domain/case_state.h"

namespace yc::domain {

/// The department's steps of a case: those of the pinned item; handle, review, approve where it names none.
[[nodiscard]] std::vector<FlowStep> flow_of(const ItemTerms& item, const std::string& department);

/// A flow and the step in it at which a case waits. The flow is never empty.
struct FlowPlace {
    std::vector<FlowStep> flow;
    size_t index = 0;
    [[nodiscard]] const FlowStep& current() const { return flow[index]; }
    [[nodiscard]] bool is_last() const { return index + 1 == flow.size(); }
};
/// Where the case stands in its flow; the first step before review has begun.
[[nodiscard]] FlowPlace flow_place(const CaseState& state);

/// Departments that take part in a case: the one it belongs to, then those of its flow.
[[nodiscard]] std::vector<std::string> departments_of(const CaseState& state);

/// Whether somebody's roles and department let them act at a step. A chief representative stands for the
/// reviewer and the approver of their department.
[[nodiscard]] bool may_act_at(const FlowStep& step, const Actor& actor);

/// Acts for a department of the case: holds a role there.
[[nodiscard]] bool acts_for_department(const CaseState& state, const Actor& actor);

/// May accept, ask for supplements and decline: a department of the case, or its hall's clerk by delegation
/// (委托受理).
[[nodiscard]] bool may_accept(const CaseState& state, const Actor& actor);

/// Materials that are asked for and not there; `with_deferrable` counts those that may follow later.
[[nodiscard]] std::vector<std::string> missing_codes(const std::vector<SubmittedMaterial>& materials,
                                                     bool with_deferrable = true);
/// Their names, joined for a sentence.
[[nodiscard]] std::string names_of_codes(const std::vector<SubmittedMaterial>& materials,
                                         const std::vector<std::string>& codes);

}  // namespace yc::domain
