#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/domain/item.h"
#include "core/domain/page_turns.h"
#include "core/domain/party.h"

namespace yc::domain {

/// Everything that can happen to a case. The one transition table says when, by whom and with what effect.
enum class EventKind {
    register_case, submit_online, pre_pass, pre_return, receive, correct_on_spot, reuse_document,
    notify_supplement, supplement_done, supplement_overdue, accept, deem_accepted, accept_tolerant,
    tolerant_filled, tolerant_overdue, decline, not_required, forward, sign_for, send_back,
    start_review, submit_to_review, approve_step, return_step, begin_special, end_special,
    ask_extension, grant_extension, deny_extension, notify_in_review, in_review_supplied,
    decide_grant, decide_refuse, decide_on_spot, issue_out, deliver, post, serve_failed,
    withdraw, escalate, void_case, abort_case, rate, prewarn, yellow_card, red_card, revoke_card,
    compensate, archive,
};
constexpr auto names_of(EventKind) {
    using enum EventKind;
    return std::to_array<base::EnumName<EventKind>>(
        {{register_case, "register"}, {submit_online, "submit_online"}, {pre_pass, "pre_pass"},
         {pre_return, "pre_return"}, {receive, "receive"}, {correct_on_spot, "correct_on_spot"},
         {reuse_document, "reuse_document"}, {notify_supplement, "notify_supplement"},
         {supplement_done, "supplement_done"}, {supplement_overdue, "supplement_overdue"}, {accept, "accept"},
         {deem_accepted, "deem_accepted"}, {accept_tolerant, "accept_tolerant"}, {tolerant_filled, "tolerant_filled"},
         {tolerant_overdue, "tolerant_overdue"}, {decline, "decline"}, {not_required, "not_required"},
         {forward, "forward"}, {sign_for, "sign_for"}, {send_back, "send_back"}, {start_review, "start_review"},
         {submit_to_review, "submit_to_review"}, {approve_step, "approve_step"}, {return_step, "return_step"},
         {begin_special, "begin_special"}, {end_special, "end_special"}, {ask_extension, "ask_extension"},
         {grant_extension, "grant_extension"}, {deny_extension, "deny_extension"},
         {notify_in_review, "notify_in_review"}, {in_review_supplied, "in_review_supplied"},
         {decide_grant, "decide_grant"}, {decide_refuse, "decide_refuse"}, {decide_on_spot, "decide_on_spot"},
         {issue_out, "issue_out"}, {deliver, "deliver"}, {post, "post"}, {serve_failed, "serve_failed"},
         {withdraw, "withdraw"}, {escalate, "escalate"}, {void_case, "void"}, {abort_case, "abort"}, {rate, "rate"},
         {prewarn, "prewarn"}, {yellow_card, "yellow_card"}, {red_card, "red_card"}, {revoke_card, "revoke_card"},
         {compensate, "compensate"}, {archive, "archive"}});
}

/// Who acts, in which of their places.
struct Actor {
    std::string user;
    std::string name;
    std::vector<Role> roles;
    std::string hall;
    std::string counter;
    std::string department;
    std::optional<base::Instant> authority_until;  ///< until when the hub lets this user accept and decide offline
    [[nodiscard]] bool has(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// How a required material stands in a case.
enum class MaterialState { missing, provided, reused, deferred, not_needed };
constexpr auto names_of(MaterialState) {
    using enum MaterialState;
    return std::to_array<base::EnumName<MaterialState>>({{missing, "missing"},
                                                         {provided, "provided"},
                                                         {reused, "reused"},
                                                         {deferred, "deferred"},
                                                         {not_needed, "not_needed"}});
}

struct SubmittedMaterial {
    std::string code;  ///< Material::code
    std::string name;
    Necessity necessity = Necessity::required;
    MaterialState state = MaterialState::missing;
    std::string document_type;
    int originals = 0;
    int copies = 0;
    std::vector<std::string> pages;  ///< SHA-256 of each page image, in order
    PageTurns turned;                ///< of `pages`: those that do not stand upright
    std::string reused_document;     ///< dossier document id, when reused
    friend bool operator==(const SubmittedMaterial&, const SubmittedMaterial&) = default;
};

/// What the pinned version of the item says that the rules of a case need; kept in the case for ever.
struct ItemTerms {
    std::string code;
    int version = 1;
    std::string name;
    CaseKind case_kind = CaseKind::promised;
    Limit statutory;
    Limit promised;
    bool number_limited = false;
    bool site_check = false;
    bool counter_accepts = false;
    bool counter_decides = false;
    std::vector<FlowStep> flow;
    std::string result_name;
    std::string result_document_type;
    int result_valid_months = 0;
    friend bool operator==(const ItemTerms&, const ItemTerms&) = default;
};

/// The pinned terms of an item.
[[nodiscard]] ItemTerms terms_of(const ServiceItem& item);

/// The 一件事 that a case was taken in with: several cases of one applicant, received together. Each case goes
/// its own way; this says which belong to each other and who leads.
struct PackageMembership {
    struct Member {
        std::string case_no;
        std::string item_name;
        std::string department;  ///< Department::id
        std::string department_name;
        friend bool operator==(const Member&, const Member&) = default;
    };
    std::string group;  ///< UUIDv7, the same in all its members
    std::string code;   ///< ItemPackage::code
    int version = 1;
    std::string name;
    std::string lead_department;  ///< 牵头部门, Department::id
    std::string lead_department_name;
    std::vector<Member> members;  ///< all of them, this case included, in the order of handling
    friend bool operator==(const PackageMembership&, const PackageMembership&) = default;
};

/// Content of `register`.
struct Registration {
    std::string case_no;
    ItemTerms item;
    Party applicant;
    std::optional<Party> agent;
    Circumstances circumstances;
    std::string division;
    std::string hall;
    std::string counter;
    std::string department;
    std::string department_name;
    bool green_channel = false;
    std::optional<PackageMembership> package;  ///< nothing = a case by itself
    /// Version of the applicant's dossier that the clerk had when the form was filled in; nothing = none was
    /// seen. What the form says differently is then a knowing change, or stands beside what came meanwhile
    /// (fact_history.h).
    std::optional<int64_t> dossier_base;
    friend bool operator==(const Registration&, const Registration&) = default;
};

enum class ServiceWay { direct, mail, lien, public_notice, electronic };
constexpr auto names_of(ServiceWay) {
    using enum ServiceWay;
    return std::to_array<base::EnumName<ServiceWay>>({{direct, "direct"},
                                                      {mail, "mail"},
                                                      {lien, "lien"},
                                                      {public_notice, "public_notice"},
                                                      {electronic, "electronic"}});
}

/// 送达回证: who took the document, how and when.
struct ProofOfService {
    ServiceWay way = ServiceWay::direct;
    std::string receiver_name;
    PartyKey receiver_key;
    std::string relation;  ///< "self", "agent", or in words
    std::string place;
    std::string waybill;   ///< mail only
    base::Instant signed_at{};
    friend bool operator==(const ProofOfService&, const ProofOfService&) = default;
};

/// What an event says. Each kind uses the fields its row of the table names; the rest stay empty.
struct EventBody {
    std::optional<Registration> registration;
    std::map<std::string, std::string> form;         ///< field id → value
    std::vector<SubmittedMaterial> materials;        ///< the whole list as of this event
    std::vector<std::string> material_codes;         ///< those asked for, deferred or handed in
    std::string query_code;                          ///< receive: for the citizen's page behind the QR
    std::string notice_no;
    std::optional<base::Date> deadline;              ///< supplement, tolerant acceptance
    std::string reason_code;
    std::string reason;
    std::string legal_basis;
    std::string right_organ;                         ///< decline: where to apply instead (§32(2))
    std::string opinion;
    std::string department;                          ///< forward, send_back
    std::string department_name;                     ///< forward
    std::string step;                                ///< FlowStep::id
    std::vector<std::string> officers;               ///< site check: both names
    std::string special_kind;
    int days = 0;                                    ///< special: planned; extension: asked or granted (working days)
    std::string commitment;                          ///< 承诺书, as signed
    std::string licence_no;
    std::optional<base::Date> valid_until;
    std::vector<std::string> pages;                  ///< pages of the result or of a signed paper
    PageTurns turned;                                ///< of `pages`: those that do not stand upright
    std::optional<ProofOfService> proof;
    std::string second_person;                       ///< user id: who confirms (void, abort) or approves (special)
    int grade = 0;                                   ///< rate: 1 very satisfied … 5
    std::string document;                            ///< reuse_document: dossier document id
    std::string concerns;                            ///< id of the event this one answers (card, compensation)
    friend bool operator==(const EventBody&, const EventBody&) = default;
};

struct CaseEvent {
    std::string id;       ///< UUIDv7
    std::string case_id;  ///< UUIDv7
    std::string device;
    int64_t device_seq = 0;
    EventKind kind = EventKind::register_case;
    base::Instant at{};  ///< legal time, as the counter claims it
    Actor actor;
    int64_t saw = 0;     ///< last hub sequence of this case the actor had
    bool offline = false;  ///< done without contact to the hub: the offline column of the table applies
    EventBody body;
    std::optional<int64_t> seq;                ///< given by the hub, in commit order
    std::optional<base::Instant> arrived_at;   ///< given by the hub
    friend bool operator==(const CaseEvent&, const CaseEvent&) = default;
};

}  // namespace yc::domain
