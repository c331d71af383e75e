#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/domain/case_event.h"
#include "core/domain/clock_kind.h"

namespace yc::domain {

/// 办件状态 (life cycle). `none` stands before `register`.
enum class LifeCycle {
    none,
    draft,
    pre_review,
    received,
    supplement,
    accepted,
    in_review,
    special,
    ext_pending,
    supplement_in_review,
    decided,
    ready,
    closed,
    archived,
};
constexpr auto names_of(LifeCycle) {
    using enum LifeCycle;
    return std::to_array<base::EnumName<LifeCycle>>({{none, "NONE"},
                                                     {draft, "DRAFT"},
                                                     {pre_review, "PRE_REVIEW"},
                                                     {received, "RECEIVED"},
                                                     {supplement, "SUPPLEMENT"},
                                                     {accepted, "ACCEPTED"},
                                                     {in_review, "IN_REVIEW"},
                                                     {special, "SPECIAL"},
                                                     {ext_pending, "EXT_PENDING"},
                                                     {supplement_in_review, "SUPPLEMENT_IN_REVIEW"},
                                                     {decided, "DECIDED"},
                                                     {ready, "READY"},
                                                     {closed, "CLOSED"},
                                                     {archived, "ARCHIVED"}});
}

enum class CaseResult {
    granted,
    refused,
    declined,
    not_required,
    withdrawn,
    lapsed,
    acceptance_revoked,
    escalated,
    voided,
    aborted,
};
constexpr auto names_of(CaseResult) {
    using enum CaseResult;
    return std::to_array<base::EnumName<CaseResult>>({{granted, "granted"},
                                                      {refused, "refused"},
                                                      {declined, "declined"},
                                                      {not_required, "not_required"},
                                                      {withdrawn, "withdrawn"},
                                                      {lapsed, "lapsed"},
                                                      {acceptance_revoked, "acceptance_revoked"},
                                                      {escalated, "escalated"},
                                                      {voided, "voided"},
                                                      {aborted, "aborted"}});
}

enum class ClockState { idle, running, paused, stopped };
constexpr auto names_of(ClockState) {
    using enum ClockState;
    return std::to_array<base::EnumName<ClockState>>(
        {{idle, "idle"}, {running, "running"}, {paused, "paused"}, {stopped, "stopped"}});
}

enum class Custody { counter, in_transit, department, returned, archived };
constexpr auto names_of(Custody) {
    using enum Custody;
    return std::to_array<base::EnumName<Custody>>({{counter, "counter"},
                                                   {in_transit, "in_transit"},
                                                   {department, "department"},
                                                   {returned, "returned"},
                                                   {archived, "archived"}});
}

enum class Delivery { none, awaiting_pickup, posted, served, failed };
constexpr auto names_of(Delivery) {
    using enum Delivery;
    return std::to_array<base::EnumName<Delivery>>({{none, "none"},
                                                    {awaiting_pickup, "awaiting_pickup"},
                                                    {posted, "posted"},
                                                    {served, "served"},
                                                    {failed, "failed"}});
}

/// A stretch of time that does not count (special procedure with a legal basis, §45). Open while `to` is
/// empty.
struct Pause {
    base::Instant from{};
    std::optional<base::Instant> to;
    friend bool operator==(const Pause&, const Pause&) = default;
};

/// A supervision card (预警, 黄牌, 红牌): a record with issue and revocation, never a colour computed on the
/// fly.
struct Card {
    std::string event;  ///< id of the event that issued it
    EventKind kind = EventKind::prewarn;
    ClockKind clock = ClockKind::promise;
    std::optional<base::Date> due;  ///< the end of the limit it warns of, as it was then
    base::Instant issued_at{};
    std::optional<base::Instant> revoked_at;
    friend bool operator==(const Card&, const Card&) = default;
};

/// One opinion of the handling, as it stands in the record.
struct Opinion {
    EventKind kind = EventKind::start_review;
    Actor actor;
    base::Instant at{};
    std::string text;
    friend bool operator==(const Opinion&, const Opinion&) = default;
};

/// What the hub concluded from silence (deemed acceptance, a lapse), kept so that an act done in time at a
/// counter and arriving late can be given its right: a `compensate` event takes the conclusion back.
struct Conclusion {
    std::string event;
    EventKind kind = EventKind::deem_accepted;
    base::Instant at{};
    LifeCycle life_before = LifeCycle::none;
    ClockState clock_before = ClockState::idle;
    bool compensated = false;
    friend bool operator==(const Conclusion&, const Conclusion&) = default;
};

/// A move of the life cycle, kept so that it can be told where a case stood at an earlier legal time.
struct LifeStep {
    std::string event;
    EventKind kind = EventKind::register_case;
    base::Instant at{};
    LifeCycle from = LifeCycle::none;
    LifeCycle to = LifeCycle::none;
    friend bool operator==(const LifeStep&, const LifeStep&) = default;
};

/// How an act that arrives late enters the record.
enum class LateEffect {
    undo,     ///< the hub's conclusion is taken back, then the act has its ordinary effect
    replace,  ///< the acceptance done in time takes the place of the deemed one; the work since then stands
    record,   ///< others have moved the case on: the act stands in the record and moves nothing
};
constexpr auto names_of(LateEffect) {
    using enum LateEffect;
    return std::to_array<base::EnumName<LateEffect>>(
        {{undo, "undo"}, {replace, "replace"}, {record, "record"}});
}

/// What a `compensate` event has ordained for an act that follows it.
struct LateAct {
    std::string event;  ///< id of the late act
    LateEffect effect = LateEffect::undo;
    friend bool operator==(const LateAct&, const LateAct&) = default;
};

/// What the events of a case add up to. Only apply() makes one.
struct CaseState {
    std::string id;
    LifeCycle life = LifeCycle::none;
    std::optional<CaseResult> result;
    ClockState clock = ClockState::idle;
    Custody custody = Custody::counter;
    Delivery delivery = Delivery::none;

    Registration registration;
    std::string query_code;
    std::map<std::string, std::string> form;
    std::vector<SubmittedMaterial> materials;

    std::optional<base::Instant> registered_at;
    std::optional<base::Instant> received_at;  ///< start of R5; after a supplement, the day it was complete
    std::optional<base::Instant> first_received_at;
    std::optional<base::Instant> accepted_at;  ///< start of the promise and the statutory limit
    std::optional<base::Instant> decided_at;   ///< 办结 time
    std::optional<base::Instant> closed_at;
    bool deemed_accepted = false;
    bool decided_on_spot = false;

    std::vector<std::string> supplement_codes;  ///< what the one-time notice asked for
    std::optional<base::Instant> notified_at;
    std::optional<base::Date> supplement_deadline;
    bool notified_since_receipt = false;      ///< once per receipt (§32(4))
    std::vector<std::string> deferred_codes;  ///< tolerant acceptance: still owed
    std::optional<base::Date> tolerant_deadline;
    std::optional<base::Instant> owed_filled_at;  ///< when nothing was owed any more
    std::optional<base::Instant> supplied_at;     ///< when papers asked for or owed came in last

    std::vector<Pause> pauses;
    std::string special_kind;
    int special_days = 0;
    std::optional<base::Instant> special_since;
    int extension_days = 0;
    bool extension_asked = false;
    int extension_wanted = 0;  ///< working days asked for

    std::string handler;  ///< user ids
    std::string reviewer;
    std::string approver;
    std::string step;  ///< the step it waits at: "handle", "review", "approve", or FlowStep::id
    std::vector<std::string> officers;
    std::vector<Opinion> opinions;

    std::string reason;
    std::string legal_basis;
    std::string right_organ;
    std::string notice_no;
    std::string licence_no;
    std::optional<base::Date> valid_until;
    std::vector<std::string> result_pages;
    std::optional<ProofOfService> proof;
    std::vector<Card> cards;
    std::vector<Conclusion> conclusions;
    std::vector<LateAct> late_acts;
    std::vector<LifeStep> steps;
    bool sent_back = false;  ///< the papers came back: wrong department
    int rating = 0;
    bool skewed = false;  ///< a claimed time was far from its arrival

    int64_t last_seq = 0;
    int event_count = 0;

    friend bool operator==(const CaseState&, const CaseState&) = default;
};

}  // namespace yc::domain
