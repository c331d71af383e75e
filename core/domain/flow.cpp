#include "core/domain/flow.h"

#include <algorithm>

namespace yc::domain {
namespace {

constexpr Role department_roles[] = {Role::handler, Role::reviewer, Role::approver, Role::head_of_organ,
                                     Role::chief_representative};

bool is_department_role(Role role) {
    return std::find(std::begin(department_roles), std::end(department_roles), role) !=
           std::end(department_roles);
}

bool is_missing(const SubmittedMaterial& material, bool with_deferrable) {
    if (material.state != MaterialState::missing && material.state != MaterialState::deferred) return false;
    return material.necessity == Necessity::required ||
           (with_deferrable && material.necessity == Necessity::deferrable);
}

}  // namespace

std::vector<FlowStep> flow_of(const ItemTerms& item, const std::string& department) {
    std::vector<FlowStep> flow;
    for (FlowStep step : item.flow) {
        if (!is_department_role(step.role)) continue;
        if (step.department.empty()) step.department = department;
        flow.push_back(std::move(step));
    }
    if (!flow.empty()) return flow;
    return {{"handle", "承办", department, Role::handler},
            {"review", "审核", department, Role::reviewer},
            {"approve", "批准", department, Role::approver}};
}

FlowPlace flow_place(const CaseState& state) {
    FlowPlace place{flow_of(state.registration.item, state.registration.department)};
    const auto found = std::find_if(place.flow.begin(), place.flow.end(),
                                    [&](const FlowStep& step) { return step.id == state.step; });
    if (found != place.flow.end()) place.index = static_cast<size_t>(found - place.flow.begin());
    return place;
}

std::vector<std::string> departments_of(const CaseState& state) {
    std::vector<std::string> out{state.registration.department};
    for (const FlowStep& step : flow_of(state.registration.item, state.registration.department))
        if (std::find(out.begin(), out.end(), step.department) == out.end()) out.push_back(step.department);
    return out;
}

bool may_act_at(const FlowStep& step, const Actor& actor) {
    if (actor.department != step.department) return false;
    if (actor.has(step.role)) return true;
    return step.role != Role::handler && actor.has(Role::chief_representative);
}

bool acts_for_department(const CaseState& state, const Actor& actor) {
    const auto departments = departments_of(state);
    return std::any_of(actor.roles.begin(), actor.roles.end(), is_department_role) &&
           std::find(departments.begin(), departments.end(), actor.department) != departments.end();
}

bool may_accept(const CaseState& state, const Actor& actor) {
    if (acts_for_department(state, actor)) return true;
    return actor.has(Role::clerk) && actor.hall == state.registration.hall &&
           state.registration.item.counter_accepts;
}

std::vector<std::string> missing_codes(const std::vector<SubmittedMaterial>& materials,
                                       bool with_deferrable) {
    std::vector<std::string> out;
    for (const SubmittedMaterial& material : materials)
        if (is_missing(material, with_deferrable)) out.push_back(material.code);
    return out;
}

std::string names_of_codes(const std::vector<SubmittedMaterial>& materials,
                           const std::vector<std::string>& codes) {
    std::string out;
    for (const SubmittedMaterial& material : materials) {
        if (std::find(codes.begin(), codes.end(), material.code) == codes.end()) continue;
        if (!out.empty()) out += "、";
        out += "《" + material.name + "》";
    }
    return out;
}

}  // namespace yc::domain
