#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/apply.h"

namespace yc::domain {

/// Whether a step may be done at a counter that has no contact to the hub.
enum class OfflineRight {
    never,
    always,
    on_the_spot,  ///< only for a case decided on the spot, while the actor's authority lasts
    delegated,    ///< only by a clerk who holds a delegated authority that lasts; never for items limited in
                  ///< number
};
constexpr auto names_of(OfflineRight) {
    using enum OfflineRight;
    return std::to_array<base::EnumName<OfflineRight>>(
        {{never, "never"}, {always, "always"}, {on_the_spot, "on_the_spot"}, {delegated, "delegated"}});
}

/// What a step does to the limits of the case; clocks_of() derives the due instants.
enum class ClockEffect {
    none,
    start_reply,           ///< R5 starts
    reply_to_supplement,   ///< R5 stops, S starts
    restart_reply,         ///< S stops; R5 starts anew, or P and L when the counter accepts
    accept,                ///< R5 stops; P and L start
    accept_retroactively,  ///< R5 stops; P and L start from the receipt
    accept_tolerantly,     ///< R5 stops; P, L and T start
    stop_tolerant,         ///< T stops when nothing is owed any more
    pause,                 ///< P and L pause if there is a legal basis
    pause_by_policy,       ///< P and L pause if the policy says so
    resume,                ///< P and L run again
    extend,                ///< P and L end later
    decide,                ///< P and L stop; D10 starts
    on_the_spot,           ///< P and L start and stop at once; D10 starts
    stop_delivery,         ///< D10 stops
    stop,                  ///< all stop
    as_before,             ///< all as before the conclusion that is taken back
};
constexpr auto names_of(ClockEffect) {
    using enum ClockEffect;
    return std::to_array<base::EnumName<ClockEffect>>({{none, "none"},
                                                       {start_reply, "start_reply"},
                                                       {reply_to_supplement, "reply_to_supplement"},
                                                       {restart_reply, "restart_reply"},
                                                       {accept, "accept"},
                                                       {accept_retroactively, "accept_retroactively"},
                                                       {accept_tolerantly, "accept_tolerantly"},
                                                       {stop_tolerant, "stop_tolerant"},
                                                       {pause, "pause"},
                                                       {pause_by_policy, "pause_by_policy"},
                                                       {resume, "resume"},
                                                       {extend, "extend"},
                                                       {decide, "decide"},
                                                       {on_the_spot, "on_the_spot"},
                                                       {stop_delivery, "stop_delivery"},
                                                       {stop, "stop"},
                                                       {as_before, "as_before"}});
}

/// 文书 printed by a step.
enum class Notice {
    none,
    electronic_receipt,
    receipt_slip,
    supplement_notice,
    supplement_receipt,
    lapse_notice,
    acceptance_notice,
    tolerant_acceptance_notice,
    tolerant_overdue_notice,
    decline_notice,
    not_required_notice,
    handover_slip,
    special_procedure_notice,
    extension_notice,
    review_supplement_notice,
    grant_decision,
    refusal_decision,
    result_document,
    proof_of_service,
    mail_slip,
    withdrawal_slip,
    supervision_order,
    archive_list,
};
constexpr auto names_of(Notice) {
    using enum Notice;
    return std::to_array<base::EnumName<Notice>>({{none, "none"},
                                                  {electronic_receipt, "electronic_receipt"},
                                                  {receipt_slip, "receipt_slip"},
                                                  {supplement_notice, "supplement_notice"},
                                                  {supplement_receipt, "supplement_receipt"},
                                                  {lapse_notice, "lapse_notice"},
                                                  {acceptance_notice, "acceptance_notice"},
                                                  {tolerant_acceptance_notice, "tolerant_acceptance_notice"},
                                                  {tolerant_overdue_notice, "tolerant_overdue_notice"},
                                                  {decline_notice, "decline_notice"},
                                                  {not_required_notice, "not_required_notice"},
                                                  {handover_slip, "handover_slip"},
                                                  {special_procedure_notice, "special_procedure_notice"},
                                                  {extension_notice, "extension_notice"},
                                                  {review_supplement_notice, "review_supplement_notice"},
                                                  {grant_decision, "grant_decision"},
                                                  {refusal_decision, "refusal_decision"},
                                                  {result_document, "result_document"},
                                                  {proof_of_service, "proof_of_service"},
                                                  {mail_slip, "mail_slip"},
                                                  {withdrawal_slip, "withdrawal_slip"},
                                                  {supervision_order, "supervision_order"},
                                                  {archive_list, "archive_list"}});
}

/// A condition of a step. One of state and person can be judged before the event is written; one of content
/// judges it.
struct Guard {
    enum class About { state_and_person, content };
    std::string_view name;  ///< as in docs/case-table.md
    About about = About::content;
    base::Result<void> (*check)(const CaseState& state, const CaseEvent& event, const Rules& rules) = nullptr;
};

/// A row of the one table: the states from which an event may happen and what it does.
struct TransitionRow {
    EventKind event;
    std::vector<LifeCycle> from;
    std::vector<LifeCycle> to;        ///< empty = stays; several when the content or the actor decides
    std::vector<CaseResult> results;  ///< of the decision or the closing
    std::vector<Role> actors;
    std::vector<const Guard*> guards;
    ClockEffect clocks = ClockEffect::none;
    Notice notice = Notice::none;
    OfflineRight offline = OfflineRight::never;
    std::string_view article;  ///< law or rule it stands on
};

/// The one table. Each pair of state and event is in at most one row. Made once; safe from any thread.
[[nodiscard]] const std::vector<TransitionRow>& transition_table();

/// The row for an event in a state; null when the table forbids it.
[[nodiscard]] const TransitionRow* find_row(LifeCycle state, EventKind event);

}  // namespace yc::domain
