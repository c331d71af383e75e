#include <algorithm>

#include "core/domain/clocks.h"
#include "core/domain/flow.h"
#include "core/domain/guards.h"

namespace yc::domain::guards {
namespace {

using base::fail;
using Verdict = base::Result<void>;
constexpr auto state_and_person = Guard::About::state_and_person;

bool is_of_hall(const CaseState& state, const Actor& actor) {
    return actor.hall == state.registration.hall;
}

Verdict other_hall() {
    return fail("case.guard.other_hall", "the actor's hall is not the case's");
}
Verdict other_department() {
    return fail("case.guard.other_department", "the actor's department has no part in the case");
}

Verdict not_your_step(const FlowPlace& place) {
    return fail("case.guard.not_your_step", "waits at step " + place.current().id,
                {{"step", place.current().name}});
}

Verdict check_own_hall(const CaseState& state, const CaseEvent& event, const Rules&) {
    return is_of_hall(state, event.actor) ? Verdict{} : other_hall();
}

Verdict check_own_department(const CaseState& state, const CaseEvent& event, const Rules&) {
    return acts_for_department(state, event.actor) ? Verdict{} : other_department();
}

Verdict check_own_place(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (event.actor.has(Role::hub) || acts_for_department(state, event.actor)) return {};
    if (event.actor.has(Role::applicant)) return {};
    return is_of_hall(state, event.actor) ? Verdict{} : other_hall();
}

Verdict check_acceptance_authority(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (may_accept(state, event.actor)) return {};
    if (event.actor.has(Role::clerk) && !is_of_hall(state, event.actor)) return other_hall();
    return fail("case.guard.no_acceptance_authority", "the item is not accepted at the counter",
                {{"department", state.registration.department_name}});
}

Verdict check_decision_authority(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (event.actor.has(Role::chief_representative) && acts_for_department(state, event.actor)) return {};
    if (!is_of_hall(state, event.actor)) return other_hall();
    if (state.registration.item.counter_decides) return {};
    return fail("case.guard.no_decision_authority", "the item is not decided at the counter",
                {{"department", state.registration.department_name}});
}

Verdict check_issue_authority(const CaseState& state, const CaseEvent& event, const Rules&) {
    if (acts_for_department(state, event.actor)) return {};
    if (!is_of_hall(state, event.actor)) return other_hall();
    if (state.decided_on_spot) return {};
    return fail("case.guard.no_issue_authority", "issued by the department",
                {{"department", state.registration.department_name}});
}

Verdict check_handling_step(const CaseState& state, const CaseEvent& event, const Rules&) {
    const FlowPlace place = flow_place(state);
    const bool here = place.current().role == Role::handler && !place.is_last();
    return here && may_act_at(place.current(), event.actor) ? Verdict{} : not_your_step(place);
}

Verdict check_reviewing_step(const CaseState& state, const CaseEvent& event, const Rules&) {
    const FlowPlace place = flow_place(state);
    const bool here = place.current().role != Role::handler && !place.is_last();
    return here && may_act_at(place.current(), event.actor) ? Verdict{} : not_your_step(place);
}

Verdict check_returning_step(const CaseState& state, const CaseEvent& event, const Rules&) {
    const FlowPlace place = flow_place(state);
    const bool here = place.index > 0 && place.current().role != Role::handler;
    return here && may_act_at(place.current(), event.actor) ? Verdict{} : not_your_step(place);
}

Verdict check_deciding_step(const CaseState& state, const CaseEvent& event, const Rules&) {
    const FlowPlace place = flow_place(state);
    return place.is_last() && event.actor.department == place.current().department ? Verdict{}
                                                                                   : not_your_step(place);
}

Verdict check_first_step(const CaseState& state, const CaseEvent& event, const Rules&) {
    const FlowPlace place{flow_of(state.registration.item, state.registration.department)};
    return event.actor.department == place.current().department ? Verdict{} : not_your_step(place);
}

Verdict check_other_person(const CaseState& state, const CaseEvent& event, const Rules&) {
    const bool took_part =
        std::any_of(state.opinions.begin(), state.opinions.end(), [&](const Opinion& opinion) {
            using enum EventKind;
            const bool handled = opinion.kind == start_review || opinion.kind == submit_to_review;
            return (handled || opinion.kind == approve_step) && opinion.actor.user == event.actor.user;
        });
    if (!took_part) return {};
    return fail("case.guard.same_person", "who handled or reviewed a case does not decide it");
}

Verdict check_first_notice(const CaseState& state, const CaseEvent&, const Rules&) {
    if (!state.notified_since_receipt) return {};
    return fail("case.guard.already_notified", "one notice per receipt, Licensing Law 32(4)");
}

Verdict check_reply_in_time(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    const auto reply = clock_of(state, ClockKind::reply, event.at, rules);
    if (!reply || event.at <= reply->due) return {};
    return fail("case.guard.reply_overdue", "R5 has expired",
                {{"date", base::to_string(base::date_of(reply->due))}});
}

Verdict check_not_immediate(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.registration.item.case_kind != CaseKind::immediate) return {};
    return fail("case.guard.immediate_case", "immediate cases are neither paused nor extended");
}

Verdict check_immediate_only(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.registration.item.case_kind == CaseKind::immediate) return {};
    return fail("case.guard.not_immediate", "only immediate cases are decided on the spot");
}

Verdict check_nothing_owed(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.deferred_codes.empty()) return {};
    return fail("case.guard.materials_owed", "deferred materials are outstanding",
                {{"materials", names_of_codes(state.materials, state.deferred_codes)}});
}

Verdict check_something_owed(const CaseState& state, const CaseEvent&, const Rules&) {
    if (!state.deferred_codes.empty()) return {};
    return fail("case.guard.nothing_owed", "no deferred material is outstanding");
}

Verdict check_extension_once(const CaseState& state, const CaseEvent&, const Rules&) {
    if (!state.extension_asked) return {};
    return fail("case.guard.extension_once", "an extension was asked for before");
}

Verdict check_before_due(const CaseState& state, const CaseEvent& event, const Rules& rules) {
    const auto limit = clock_of(state, ClockKind::statutory, event.at, rules);
    if (!limit) return {};
    const int ahead = rules.policy.extension_ask_days_before;
    if (event.at <= limit->due && limit->remaining_working_days >= ahead) return {};
    return fail("case.guard.extension_too_late", "the limit ends too soon or has ended",
                {{"days", std::to_string(ahead)}, {"date", base::to_string(base::date_of(limit->due))}});
}

Verdict check_review_supplement_on(const CaseState&, const CaseEvent&, const Rules& rules) {
    if (rules.policy.may_supplement_in_review) return {};
    return fail("case.guard.review_supplement_off", "policy: nothing more may be asked for during review");
}

Verdict check_custody(const CaseState& state, Custody wanted) {
    if (state.custody == wanted) return {};
    return fail("case.guard.papers_elsewhere", "papers are " + std::string(base::to_name(state.custody)),
                {{"custody", std::string(base::to_name(state.custody))}});
}

Verdict check_papers_at_counter(const CaseState& state, const CaseEvent&, const Rules&) {
    return check_custody(state, Custody::counter);
}

Verdict check_papers_in_transit(const CaseState& state, const CaseEvent&, const Rules&) {
    return check_custody(state, Custody::in_transit);
}

Verdict check_papers_with_department(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.custody == Custody::in_transit) return {};
    return check_custody(state, Custody::department);
}

Verdict check_escalated_item(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.registration.item.case_kind == CaseKind::escalated) return {};
    return fail("case.guard.not_escalated_item", "the item is decided here");
}

Verdict check_not_rated(const CaseState& state, const CaseEvent&, const Rules&) {
    if (state.rating == 0) return {};
    return fail("case.guard.rated_already", "one rating per handling");
}

Verdict check_archivable(const CaseState& state, const CaseEvent&, const Rules&) {
    const bool served = state.delivery == Delivery::none || state.delivery == Delivery::served;
    if (served && state.custody != Custody::in_transit) return {};
    return fail("case.guard.not_archivable", "papers in transit or the decision not served");
}

}  // namespace

const Guard own_hall{"own_hall", state_and_person, check_own_hall};
const Guard own_department{"own_department", state_and_person, check_own_department};
const Guard own_place{"own_place", state_and_person, check_own_place};
const Guard acceptance_authority{"acceptance_authority", state_and_person, check_acceptance_authority};
const Guard decision_authority{"decision_authority", state_and_person, check_decision_authority};
const Guard issue_authority{"issue_authority", state_and_person, check_issue_authority};
const Guard handling_step{"handling_step", state_and_person, check_handling_step};
const Guard reviewing_step{"reviewing_step", state_and_person, check_reviewing_step};
const Guard returning_step{"returning_step", state_and_person, check_returning_step};
const Guard deciding_step{"deciding_step", state_and_person, check_deciding_step};
const Guard first_step{"first_step", state_and_person, check_first_step};
const Guard other_person{"other_person", state_and_person, check_other_person};
const Guard first_notice{"first_notice", state_and_person, check_first_notice};
const Guard reply_in_time{"reply_in_time", state_and_person, check_reply_in_time};
const Guard not_immediate{"not_immediate", state_and_person, check_not_immediate};
const Guard immediate_only{"immediate_only", state_and_person, check_immediate_only};
const Guard nothing_owed{"nothing_owed", state_and_person, check_nothing_owed};
const Guard something_owed{"something_owed", state_and_person, check_something_owed};
const Guard extension_once{"extension_once", state_and_person, check_extension_once};
const Guard before_due{"before_due", state_and_person, check_before_due};
const Guard review_supplement_on{"review_supplement_on", state_and_person, check_review_supplement_on};
const Guard papers_at_counter{"papers_at_counter", state_and_person, check_papers_at_counter};
const Guard papers_in_transit{"papers_in_transit", state_and_person, check_papers_in_transit};
const Guard papers_with_department{"papers_with_department", state_and_person, check_papers_with_department};
const Guard escalated_item{"escalated_item", state_and_person, check_escalated_item};
const Guard not_rated{"not_rated", state_and_person, check_not_rated};
const Guard archivable{"archivable", state_and_person, check_archivable};

}  // namespace yc::domain::guards
