#include "core/domain/transition_table.h"

#include <algorithm>

#include "core/domain/guards.h"

namespace yc::domain {
namespace {

using enum EventKind;
using Clock = ClockEffect;
using Life = LifeCycle;
using States = std::vector<LifeCycle>;
using Roles = std::vector<Role>;
using Guards = std::vector<const Guard*>;
using Results = std::vector<CaseResult>;
namespace g = guards;

const States after_acceptance{Life::accepted, Life::in_review, Life::special, Life::ext_pending,
                              Life::supplement_in_review};
const States with_papers{
    Life::received,    Life::supplement,          Life::accepted, Life::in_review, Life::special,
    Life::ext_pending, Life::supplement_in_review};
const States before_decision{Life::draft,      Life::pre_review,  Life::received,
                             Life::supplement, Life::accepted,    Life::in_review,
                             Life::special,    Life::ext_pending, Life::supplement_in_review};
const States at_intake{Life::draft, Life::received, Life::supplement};

const Roles clerks{Role::clerk};
const Roles hub_only{Role::hub};
const Roles applicants{Role::applicant};
const Roles handlers{Role::handler};
const Roles reviewers{Role::reviewer, Role::approver, Role::chief_representative};
const Roles deciders{Role::approver, Role::chief_representative, Role::head_of_organ};
const Roles department{Role::handler, Role::reviewer, Role::approver, Role::chief_representative,
                       Role::head_of_organ};
const Roles department_or_clerk{Role::handler,       Role::reviewer,
                                Role::approver,      Role::chief_representative,
                                Role::head_of_organ, Role::clerk};
const Roles on_the_spot_deciders{Role::clerk, Role::chief_representative};
const Roles supervisors{Role::supervisor};

States operator+(States left, const States& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

using Rows = std::vector<TransitionRow>;

// A row reads as a row.
// clang-format off
/// Rows 1–4 and 13: registration, receipt, corrections, papers.
Rows intake_rows() {
    return {
        {register_case, {Life::none}, {Life::draft}, {}, {Role::clerk, Role::applicant},
         {&g::registration_complete}, Clock::none, Notice::none, OfflineRight::always, "GB/T 39046"},
        {submit_online, {Life::draft}, {Life::pre_review}, {}, applicants, {&g::identity_read,
         &g::materials_listed}, Clock::none, Notice::electronic_receipt, OfflineRight::never,
         "国务院令716号 §12"},
        {pre_pass, {Life::pre_review}, {Life::received}, {}, department_or_clerk, {&g::own_place,
         &g::identity_read, &g::query_code_made}, Clock::start_reply, Notice::receipt_slip,
         OfflineRight::never, "行政许可法 §32"},
        {pre_return, {Life::pre_review}, {Life::draft}, {}, department_or_clerk, {&g::own_place,
         &g::reason_given}, Clock::none, Notice::none, OfflineRight::never, "行政许可法 §32(3)"},
        {receive, {Life::draft}, {Life::received}, {}, clerks, {&g::own_hall, &g::identity_read,
         &g::materials_listed, &g::query_code_made}, Clock::start_reply, Notice::receipt_slip,
         OfflineRight::always, "行政许可法 §32"},
        {correct_on_spot, at_intake, {}, {}, clerks, {&g::own_hall, &g::materials_listed}, Clock::none,
         Notice::none, OfflineRight::always, "行政许可法 §32(3)"},
        {reuse_document, at_intake, {}, {}, clerks, {&g::own_hall, &g::document_named}, Clock::none,
         Notice::none, OfflineRight::always, "国务院令716号 §7"},
        {forward, with_papers, {}, {}, clerks, {&g::own_hall, &g::papers_at_counter, &g::known_department},
         Clock::none, Notice::handover_slip, OfflineRight::always, "行政许可法 §26"},
        {sign_for, with_papers, {}, {}, department, {&g::own_department, &g::papers_in_transit},
         Clock::none, Notice::none, OfflineRight::always, "行政许可法 §26"},
        {send_back, {Life::received, Life::accepted}, {}, {}, department, {&g::own_department,
         &g::papers_with_department, &g::reason_given}, Clock::none, Notice::handover_slip,
         OfflineRight::always, "行政许可法 §26"},
    };
}

/// Rows 5–12: supplement, acceptance, refusal to accept.
Rows acceptance_rows() {
    return {
        {notify_supplement, {Life::received}, {Life::supplement}, {}, department_or_clerk,
         {&g::acceptance_authority, &g::first_notice, &g::reply_in_time, &g::list_complete,
         &g::deadline_ahead}, Clock::reply_to_supplement, Notice::supplement_notice,
         OfflineRight::delegated, "行政许可法 §32(4)"},
        {supplement_done, {Life::supplement}, {Life::received, Life::accepted}, {}, clerks, {&g::own_hall,
         &g::materials_listed, &g::supplements_complete}, Clock::restart_reply, Notice::supplement_receipt,
         OfflineRight::always, "行政许可法 §32(5)"},
        {supplement_overdue, {Life::supplement}, {Life::closed}, {CaseResult::lapsed, CaseResult::declined},
         hub_only, {&g::supplement_expired}, Clock::stop, Notice::lapse_notice, OfflineRight::never,
         "行政许可法 §32(4)"},
        {accept, {Life::received}, {Life::accepted}, {}, department_or_clerk, {&g::acceptance_authority,
         &g::reply_in_time, &g::materials_complete}, Clock::accept, Notice::acceptance_notice,
         OfflineRight::delegated, "行政许可法 §32(5), §57"},
        {deem_accepted, {Life::received}, {Life::accepted}, {}, hub_only, {&g::reply_expired},
         Clock::accept_retroactively, Notice::none, OfflineRight::never, "行政许可法 §32(4)"},
        {accept_tolerant, {Life::received}, {Life::accepted}, {}, department_or_clerk,
         {&g::acceptance_authority, &g::reply_in_time, &g::not_immediate, &g::only_deferrable_missing,
         &g::commitment_signed, &g::deadline_within_promise}, Clock::accept_tolerantly,
         Notice::tolerant_acceptance_notice, OfflineRight::delegated, "policy"},
        {tolerant_filled, after_acceptance, {}, {}, department_or_clerk, {&g::own_place, &g::something_owed,
         &g::owed_handed_in}, Clock::stop_tolerant, Notice::supplement_receipt, OfflineRight::always,
         "policy"},
        {tolerant_overdue, after_acceptance, {Life::closed}, {CaseResult::acceptance_revoked,
         CaseResult::lapsed, CaseResult::refused}, hub_only, {&g::something_owed, &g::tolerant_expired},
         Clock::stop, Notice::tolerant_overdue_notice, OfflineRight::never, "policy"},
        {decline, {Life::received, Life::supplement}, {Life::closed}, {CaseResult::declined},
         department_or_clerk, {&g::acceptance_authority, &g::reply_in_time, &g::reason_given,
         &g::right_organ_named}, Clock::stop, Notice::decline_notice, OfflineRight::delegated,
         "行政许可法 §32(2)"},
        {not_required, {Life::received, Life::supplement}, {Life::closed}, {CaseResult::not_required},
         department_or_clerk, {&g::acceptance_authority, &g::reply_in_time, &g::reason_given}, Clock::stop,
         Notice::not_required_notice, OfflineRight::delegated, "行政许可法 §32(1)"},
    };
}

/// Rows 14–18 and 24: the department's handling.
Rows review_rows() {
    return {
        {start_review, {Life::accepted}, {Life::in_review}, {}, handlers, {&g::first_step}, Clock::none,
         Notice::none, OfflineRight::never, "行政许可法 §34"},
        {submit_to_review, {Life::in_review}, {}, {}, handlers, {&g::handling_step, &g::opinion_given,
         &g::two_officers}, Clock::none, Notice::none, OfflineRight::never, "行政许可法 §34"},
        {approve_step, {Life::in_review}, {}, {}, reviewers, {&g::reviewing_step, &g::opinion_given},
         Clock::none, Notice::none, OfflineRight::never, "行政许可法 §34"},
        {return_step, {Life::in_review}, {}, {}, reviewers, {&g::returning_step, &g::reason_given},
         Clock::none, Notice::none, OfflineRight::never, "行政许可法 §34"},
        {begin_special, {Life::in_review}, {Life::special}, {}, handlers, {&g::own_department,
         &g::not_immediate, &g::special_described, &g::head_approved}, Clock::pause,
         Notice::special_procedure_notice, OfflineRight::never, "行政许可法 §45"},
        {end_special, {Life::special}, {Life::in_review}, {}, handlers, {&g::own_department,
         &g::opinion_given}, Clock::resume, Notice::none, OfflineRight::never, "行政许可法 §45"},
        {ask_extension, {Life::in_review}, {Life::ext_pending}, {}, handlers, {&g::own_department,
         &g::not_immediate, &g::extension_once, &g::before_due, &g::extension_days_allowed,
         &g::reason_given}, Clock::none, Notice::none, OfflineRight::never, "行政许可法 §42"},
        {grant_extension, {Life::ext_pending}, {Life::in_review}, {}, {Role::head_of_organ},
         {&g::own_department, &g::extension_days_allowed}, Clock::extend, Notice::extension_notice,
         OfflineRight::never, "行政许可法 §42"},
        {deny_extension, {Life::ext_pending}, {Life::in_review}, {}, {Role::head_of_organ},
         {&g::own_department, &g::reason_given}, Clock::none, Notice::none, OfflineRight::never,
         "行政许可法 §42"},
        {notify_in_review, {Life::in_review}, {Life::supplement_in_review}, {}, handlers,
         {&g::own_department, &g::review_supplement_on, &g::not_immediate, &g::materials_asked,
         &g::reason_given, &g::deadline_ahead, &g::pause_as_policy}, Clock::pause_by_policy,
         Notice::review_supplement_notice, OfflineRight::never, "policy"},
        {in_review_supplied, {Life::supplement_in_review}, {Life::in_review}, {}, department_or_clerk,
         {&g::own_place, &g::materials_listed}, Clock::resume, Notice::supplement_receipt,
         OfflineRight::never, "policy"},
        {escalate, {Life::in_review}, {Life::closed}, {CaseResult::escalated}, department,
         {&g::own_department, &g::escalated_item, &g::opinion_given}, Clock::stop, Notice::handover_slip,
         OfflineRight::never, "行政许可法 §35, §43"},
    };
}

/// Rows 19–22: decision and service.
Rows decision_rows() {
    return {
        {decide_grant, {Life::in_review}, {Life::decided}, {CaseResult::granted}, deciders,
         {&g::deciding_step, &g::other_person, &g::nothing_owed, &g::two_officers}, Clock::decide,
         Notice::grant_decision, OfflineRight::never, "行政许可法 §38, §42"},
        {decide_refuse, {Life::in_review}, {Life::decided}, {CaseResult::refused}, deciders,
         {&g::deciding_step, &g::other_person, &g::nothing_owed, &g::two_officers, &g::reason_given,
         &g::legal_basis_named}, Clock::decide, Notice::refusal_decision, OfflineRight::never, "行政许可法 §38"},
        {decide_on_spot, {Life::draft, Life::received}, {Life::decided}, {CaseResult::granted},
         on_the_spot_deciders, {&g::decision_authority, &g::immediate_only, &g::identity_read,
         &g::materials_listed, &g::materials_complete}, Clock::on_the_spot, Notice::result_document,
         OfflineRight::on_the_spot, "行政许可法 §34"},
        {issue_out, {Life::decided}, {Life::ready}, {}, department_or_clerk, {&g::issue_authority,
         &g::licence_numbered}, Clock::none, Notice::none, OfflineRight::on_the_spot, "行政许可法 §39, §44"},
        {deliver, {Life::ready}, {Life::closed}, {CaseResult::granted, CaseResult::refused}, clerks,
         {&g::own_hall, &g::proof_given}, Clock::stop_delivery, Notice::proof_of_service,
         OfflineRight::on_the_spot, "行政许可法 §44"},
        {post, {Life::ready}, {}, {}, clerks, {&g::own_hall, &g::waybill_given}, Clock::none,
         Notice::mail_slip, OfflineRight::on_the_spot, "行政许可法 §44"},
        {serve_failed, {Life::ready}, {}, {}, clerks, {&g::own_hall, &g::reason_given}, Clock::none,
         Notice::proof_of_service, OfflineRight::on_the_spot, "民事诉讼法 §87–95"},
    };
}

/// Rows 23 and 25–28: endings, rating, supervision, compensation, archive.
Rows closing_rows() {
    const States timed = with_papers + States{Life::decided, Life::ready};
    return {
        {withdraw, before_decision, {Life::closed}, {CaseResult::withdrawn}, {Role::clerk, Role::applicant},
         {&g::own_place, &g::request_signed}, Clock::stop, Notice::withdrawal_slip, OfflineRight::always,
         "policy"},
        {void_case, before_decision + States{Life::decided, Life::ready, Life::closed}, {Life::closed},
         {CaseResult::voided}, supervisors, {&g::own_hall, &g::reason_given, &g::second_person},
         Clock::stop, Notice::none, OfflineRight::never, "policy"},
        {abort_case, before_decision + States{Life::decided, Life::ready}, {Life::closed},
         {CaseResult::aborted}, supervisors, {&g::own_hall, &g::reason_given, &g::second_person},
         Clock::stop, Notice::none, OfflineRight::never, "policy"},
        {rate, {Life::closed}, {}, {}, applicants, {&g::not_rated, &g::grade_valid}, Clock::none,
         Notice::none, OfflineRight::never, "国办发〔2019〕51号"},
        {prewarn, timed, {}, {}, hub_only, {&g::card_described}, Clock::none, Notice::none,
         OfflineRight::never, "policy"},
        {yellow_card, timed, {}, {}, hub_only, {&g::card_described}, Clock::none, Notice::supervision_order,
         OfflineRight::never, "policy"},
        {red_card, timed, {}, {}, hub_only, {&g::card_described}, Clock::none, Notice::supervision_order,
         OfflineRight::never, "policy"},
        {revoke_card, timed + States{Life::closed}, {}, {}, supervisors, {&g::own_hall, &g::reason_given,
         &g::card_exists}, Clock::none, Notice::none, OfflineRight::never, "policy"},
        {compensate, timed + States{Life::closed}, {Life::received, Life::supplement, Life::accepted,
         Life::in_review, Life::special, Life::ext_pending, Life::supplement_in_review, Life::decided,
         Life::ready, Life::closed}, {}, hub_only, {&g::compensates_something}, Clock::as_before,
         Notice::none, OfflineRight::never, "行政许可法 §32(4)"},
        {archive, {Life::closed}, {Life::archived}, {}, {Role::hub, Role::archivist}, {&g::archivable},
         Clock::none, Notice::archive_list, OfflineRight::never, "DA/T 85-2019"},
    };
}

// clang-format on
std::vector<TransitionRow> make_table() {
    Rows table;
    for (Rows part : {intake_rows(), acceptance_rows(), review_rows(), decision_rows(), closing_rows()})
        std::move(part.begin(), part.end(), std::back_inserter(table));
    return table;
}

}  // namespace

const std::vector<TransitionRow>& transition_table() {
    static const std::vector<TransitionRow> table = make_table();
    return table;
}

const TransitionRow* find_row(LifeCycle state, EventKind event) {
    for (const TransitionRow& row : transition_table())
        if (row.event == event && std::find(row.from.begin(), row.from.end(), state) != row.from.end())
            return &row;
    return nullptr;
}

}  // namespace yc::domain
