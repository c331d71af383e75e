#include <algorithm>

#include "core/domain/clocks.h"
#include "core/domain/guards.h"

namespace yc::domain::guards {
namespace {

using base::fail;
using Verdict = base::Result<void>;
constexpr auto content = Guard::About::content;

Verdict not_expired(ClockKind kind) {
    return fail("case.guard.not_due_yet", "the limit has not ended: " + std::string(base::to_name(kind)));
}

Verdict check_expired(const CaseState& state, const CaseEvent& event, const Rules& rules, ClockKind kind) {
    const auto clock = clock_of(state, kind, event.at, rules);
    return clock && event.at > clock->due ? Verdict{} : not_expired(kind);
}

Verdict outcome_not_as_policy(CaseResult wanted) {
    return fail("case.guard.outcome_not_as_policy", "policy says " + std::string(base::to_name(wanted)));
}

Verdict check_deadline_ahead(const CaseState&, const CaseEvent& event, const Rules&) {
    if (event.body.deadline && *event.body.deadline >= base::date_of(event.at)) return {};
    return fail("case.guard.deadline_missing", "no deadline, or one in the past");
}

Verdict check_deadline_within_promise(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    YC_CHECK(check_deadline_ahead(state, event, rules));
    CaseState accepted = state;
    accepted.life = LifeCycle::accepted;
    accepted.accepted_at = event.at;
    const auto promise = clock_of(accepted, ClockKind::promise, event.at, rules);
    if (!promise || *event.body.deadline <= base::date_of(promise->due)) return {};
    return fail("case.guard.deadline_beyond_promise", "deferred materials are due before the promise ends",
                {{"date", base::to_string(base::date_of(promise->due))}});
}

Verdict check_extension_days_allowed(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    const bool joint = state.registration.item.case_kind == CaseKind::joint;
    int most = joint ? rules.policy.joint_extension_days : rules.policy.extension_days;
    if (event.kind == EventKind::grant_extension) most = std::min(most, state.extension_wanted);
    if (event.body.days >= 1 && event.body.days <= most) return {};
    return fail("case.guard.extension_days", "more days than allowed or asked for",
                {{"days", std::to_string(most)}});
}

Verdict check_reply_expired(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    return check_expired(state, event, rules, ClockKind::reply);
}

Verdict check_supplement_expired(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    YC_CHECK(check_expired(state, event, rules, ClockKind::supplement));
    const CaseResult wanted = rules.policy.supplement_overdue_outcome;
    return event.body.reason_code == base::to_name(wanted) ? Verdict{} : outcome_not_as_policy(wanted);
}

Verdict check_tolerant_expired(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    YC_CHECK(check_expired(state, event, rules, ClockKind::tolerant));
    const CaseResult wanted = rules.policy.tolerant_overdue_outcome;
    return event.body.reason_code == base::to_name(wanted) ? Verdict{} : outcome_not_as_policy(wanted);
}

}  // namespace

const Guard deadline_ahead{"deadline_ahead", content, check_deadline_ahead};
const Guard deadline_within_promise{"deadline_within_promise", content, check_deadline_within_promise};
const Guard extension_days_allowed{"extension_days_allowed", content, check_extension_days_allowed};
const Guard reply_expired{"reply_expired", content, check_reply_expired};
const Guard supplement_expired{"supplement_expired", content, check_supplement_expired};
const Guard tolerant_expired{"tolerant_expired", content, check_tolerant_expired};

}  // namespace yc::domain::guards
