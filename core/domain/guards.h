#pragma once
#include "core/domain/transition_table.h"

/// The conditions that the rows of the transition table name. Internal to core/domain; docs/case-table.md
/// lists them.
namespace yc::domain::guards {

// Of state and person (guards_people.cpp).
extern const Guard own_hall;              ///< the clerk's hall is the case's
extern const Guard own_department;        ///< the actor's department takes part in the case
extern const Guard own_place;             ///< either of these
extern const Guard acceptance_authority;  ///< the department, or a clerk by delegation
extern const Guard decision_authority;    ///< chief representative, or a clerk who may decide on the spot
extern const Guard issue_authority;       ///< the department, or the clerk for a case decided on the spot
extern const Guard handling_step;         ///< the flow waits at a handler's step that is the actor's
extern const Guard reviewing_step;        ///< … at a reviewing step before the last that is the actor's
extern const Guard returning_step;        ///< … at a reviewing or approving step that is the actor's
extern const Guard deciding_step;         ///< … at its last step, which is the actor's department's
extern const Guard first_step;            ///< the first step is the actor's
extern const Guard other_person;          ///< who decides has neither handled nor reviewed the case
extern const Guard first_notice;          ///< one supplement notice per receipt, §32(4)
extern const Guard reply_in_time;         ///< before R5 has expired
extern const Guard not_immediate;         ///< immediate cases are neither paused nor extended
extern const Guard immediate_only;        ///< only immediate cases are decided on the spot
extern const Guard nothing_owed;          ///< no deferred material is outstanding
extern const Guard something_owed;
extern const Guard extension_once;
extern const Guard before_due;  ///< the limit has not ended (nor the days before it that policy asks for)
extern const Guard review_supplement_on;  ///< policy lets departments ask for more during review
extern const Guard papers_at_counter;
extern const Guard papers_in_transit;
extern const Guard papers_with_department;
extern const Guard escalated_item;
extern const Guard not_rated;
extern const Guard archivable;

// Of content (guards_content.cpp).
extern const Guard registration_complete;
extern const Guard identity_read;
extern const Guard materials_listed;
extern const Guard query_code_made;
extern const Guard materials_complete;
extern const Guard list_complete;  ///< the one-time notice names everything that is missing
extern const Guard supplements_complete;
extern const Guard only_deferrable_missing;
extern const Guard commitment_signed;
extern const Guard owed_handed_in;
extern const Guard document_named;
extern const Guard reason_given;
extern const Guard right_organ_named;  ///< §32(2): where to apply instead
extern const Guard legal_basis_named;
extern const Guard opinion_given;
extern const Guard known_department;
extern const Guard two_officers;  ///< §34: a site check is done by two
extern const Guard special_described;
extern const Guard head_approved;
extern const Guard pause_as_policy;
extern const Guard materials_asked;
extern const Guard licence_numbered;
extern const Guard proof_given;
extern const Guard waybill_given;
extern const Guard request_signed;
extern const Guard second_person;
extern const Guard grade_valid;
extern const Guard card_described;
extern const Guard card_exists;
extern const Guard compensates_something;

// Of time (guards_time.cpp).
extern const Guard deadline_ahead;
extern const Guard deadline_within_promise;
extern const Guard extension_days_allowed;
extern const Guard reply_expired;
extern const Guard supplement_expired;
extern const Guard tolerant_expired;

}  // namespace yc::domain::guards
