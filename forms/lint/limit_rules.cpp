#include <algorithm>

#include "forms/lint/item_rules.h"

namespace yc::forms::lint {

using domain::CaseKind;
using domain::Limit;
using domain::LimitUnit;
using domain::ServiceItem;

namespace {

/// Working days that a limit surely spans at least and at most: 7 calendar days hold 5 working days, fewer
/// when holidays fall in.
int working_days_at_most(const Limit& limit) {
    return limit.unit == LimitUnit::working_day ? limit.amount : limit.amount - limit.amount / 7 * 2;
}

/// Whether a is longer than b, as far as the units can be compared.
bool longer(const Limit& a, const Limit& b) {
    return a.unit == b.unit ? a.amount > b.amount : working_days_at_most(a) > working_days_at_most(b);
}

void promise_beyond_statutory(const ServiceItem& item, const Report& report) {
    const auto& definition = item.definition();
    if (definition.statutory.amount > 0 && longer(definition.promised, definition.statutory))
        report("promised", {{"promised", std::to_string(definition.promised.amount)},
                            {"statutory", std::to_string(definition.statutory.amount)}});
    for (size_t i = 0; i < definition.adjustments.size(); ++i) {
        const auto& one = definition.adjustments[i];
        const auto& statutory = one.statutory.value_or(definition.statutory);
        const auto& promised = one.promised.value_or(definition.promised);
        if ((one.statutory || one.promised) && statutory.amount > 0 && longer(promised, statutory))
            report("adjustments." + std::to_string(i), {{"promised", std::to_string(promised.amount)},
                                                        {"statutory", std::to_string(statutory.amount)}});
    }
}

void kind_and_promise(const ServiceItem& item, const Report& report) {
    const bool immediate = item.case_kind == CaseKind::immediate;
    if (immediate != (item.definition().promised.amount == 0))
        report("case_kind", {{"promised", std::to_string(item.definition().promised.amount)}});
}

void on_the_spot(const ServiceItem& item, const Report& report) {
    if (item.case_kind != CaseKind::immediate || !item.fully_defined) return;
    if (!item.definition().counter_decides) report("counter_decides", {});
    if (item.definition().site_check) report("site_check", {});
}

void joint_departments(const ServiceItem& item, const Report& report) {
    if (item.case_kind == CaseKind::joint && item.fully_defined &&
        item.definition().assisting_departments.empty())
        report("assisting_departments", {});
}

void steps_beyond_promise(const ServiceItem& item, const Report& report) {
    const auto& definition = item.definition();
    int sum = 0;
    for (const auto& step : definition.flow) sum += step.limit_days;
    if (sum > 0 && longer({sum, LimitUnit::working_day}, definition.promised))
        report("flow",
               {{"sum", std::to_string(sum)}, {"promised", std::to_string(definition.promised.amount)}});
}

void no_statutory_limit(const ServiceItem& item, const Report& report) {
    if (item.type == domain::ItemType::licence && item.case_kind != CaseKind::immediate &&
        item.definition().statutory.amount == 0)
        report("statutory", {});
}

void special_without_basis(const ServiceItem& item, const Report& report) {
    const auto& procedures = item.definition().guide.special_procedures;
    for (size_t i = 0; i < procedures.size(); ++i)
        if (procedures[i].description.empty())
            report("guide.special_procedures." + std::to_string(i), {{"kind", procedures[i].kind}});
}

}  // namespace

std::vector<ItemRule> limit_rules() {
    using enum Severity;
    return {
        {{"promise_beyond_statutory", error, "行政许可法 §42"}, promise_beyond_statutory},
        {{"kind_and_promise", error, "温州事项质检：即办 ⇔ 即办件"}, kind_and_promise},
        {{"on_the_spot", error, "行政许可法 §34"}, on_the_spot},
        {{"joint_departments", warning, "行政许可法 §26"}, joint_departments},
        {{"steps_beyond_promise", error, "温州事项质检：环节时限之和不超过承诺时限"}, steps_beyond_promise},
        {{"no_statutory_limit", warning, "行政许可法 §42"}, no_statutory_limit},
        {{"special_without_basis", warning, "行政许可法 §45"}, special_without_basis},
    };
}

}  // namespace yc::forms::lint
