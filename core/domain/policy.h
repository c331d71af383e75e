#pragma once
#include <chrono>
#include <vector>

#include "core/domain/case_state.h"
#include "core/domain/deadline.h"

namespace yc::domain {

/// When a card is due: so many working days after the end of a limit; negative = before it, 0 = the first
/// instant past it.
struct CardRule {
    EventKind kind = EventKind::prewarn;
    ClockKind clock = ClockKind::promise;
    int working_days_past = 0;
    friend bool operator==(const CardRule&, const CardRule&) = default;
};

/// What places decide differently. The defaults hold where a jurisdiction has set nothing; no code names a
/// city.
struct Policy {
    /// Whether the day on which a limit begins counts, and the office hours at whose end limits end.
    CountingRules counting;

    /// Working days the department has to answer a receipt (Licensing Law §32(4)).
    int reply_days = 5;
    /// Working days to serve a decision (Licensing Law §44).
    int delivery_days = 10;
    /// Working days usually given to supplement materials; the notice may say otherwise.
    int supplement_days = 10;
    /// What becomes of a case not supplemented in time: lapsed (Zhejiang, Anyang) or declined.
    CaseResult supplement_overdue_outcome = CaseResult::lapsed;
    /// Working days usually given under tolerant acceptance; never beyond the promise.
    int tolerant_days = 5;
    /// What becomes of a case whose deferred materials never came: acceptance_revoked (Zhejiang), lapsed
    /// (Anyang) or refused (Binzhou).
    CaseResult tolerant_overdue_outcome = CaseResult::acceptance_revoked;

    /// Whether a department may ask for more materials during review at all.
    bool may_supplement_in_review = true;
    /// Whether that stops the promise and the statutory limit.
    bool in_review_supplement_pauses = false;

    /// Working days an extension may have (Licensing Law §42): by the head of the organ; for joint cases.
    int extension_days = 10;
    int joint_extension_days = 15;
    /// An extension must be asked for at least so many working days before the end; 0 = before the end.
    int extension_ask_days_before = 0;

    /// Cards of the supervision. Default profile: warn one working day before, yellow at the first instant
    /// past the promise, red more than three working days past it or past the statutory limit.
    std::vector<CardRule> card_rules{
        {EventKind::prewarn, ClockKind::reply, -1},    {EventKind::yellow_card, ClockKind::reply, 0},
        {EventKind::prewarn, ClockKind::promise, -1},  {EventKind::yellow_card, ClockKind::promise, 0},
        {EventKind::red_card, ClockKind::promise, 3},  {EventKind::red_card, ClockKind::statutory, 0},
        {EventKind::prewarn, ClockKind::delivery, -1}, {EventKind::yellow_card, ClockKind::delivery, 0}};

    /// A claimed time further than this from its arrival is flagged, never corrected. An event that waited in
    /// an outbox is not skewed: only a claimed time in the future is measured with it.
    std::chrono::minutes skew_tolerance{5};

    friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace yc::domain
