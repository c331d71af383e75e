#include "client/desk/review_acts.h"

#include <algorithm>

#include "client/desk/act.h"
#include "client/desk/desk.h"
#include "client/desk/result_terms.h"
#include "client/desk/review_rules.h"
#include "core/domain/flow.h"
#include "localization/localization.h"

namespace yc::client::desk {

using domain::EventKind;
using reports::NoticeKind;

namespace {

std::string words(const char* key) {
    return localization::tr_in(localization::Language::zh_CN, key);
}

std::string usual_opinion(EventKind kind) {
    const std::vector<Text> canned = canned_opinions(kind);
    return canned.empty() ? std::string() : words(canned.front().key.c_str());
}

/// 性质 of the paper's number; empty for actions that give none.
std::string number_kind(EventKind kind) {
    switch (kind) {
        case EventKind::accept:
            return "受";
        case EventKind::notify_supplement:
            return "补";
        case EventKind::notify_in_review:
            return "审补";
        case EventKind::decline:
        case EventKind::not_required:
            return "不受";
        case EventKind::decide_grant:
            return "决";
        case EventKind::decide_refuse:
            return "不许";
        default:
            return {};
    }
}

std::string legal_basis(const Desk& desk, const domain::CaseState& state, EventKind kind) {
    if (kind == EventKind::decline) return words("desk.basis.declined");
    if (kind == EventKind::not_required) return words("desk.basis.not_required");
    if (kind != EventKind::decide_refuse) return {};
    const domain::ServiceItem* item =
        desk.catalogue->find(state.registration.item.code, state.registration.item.version);
    return item && !item->definition().legal_basis.empty()
               ? domain::legal_basis_text(item->definition().legal_basis)
               : words("desk.basis.refused");
}

std::optional<base::Date> deadline(const Desk& desk, EventKind kind) {
    const base::Date today = desk.clock.today();
    if (kind == EventKind::notify_supplement || kind == EventKind::notify_in_review)
        return desk.calendar.add_working_days(today, desk.policy.supplement_days);
    return std::nullopt;
}

std::vector<std::string> material_codes(const domain::CaseState& state, EventKind kind,
                                        const ReviewInput& input) {
    std::vector<std::string> codes = input.materials;
    if (kind != EventKind::notify_supplement) return codes;
    for (const std::string& missing : domain::missing_codes(state.materials))
        if (std::find(codes.begin(), codes.end(), missing) == codes.end()) codes.push_back(missing);
    return codes;
}

base::Result<void> number_result(Desk& desk, const domain::CaseState& state, const ReviewInput& input,
                                 domain::EventBody& body) {
    body.licence_no = input.licence_no;
    if (state.result != domain::CaseResult::granted) return {};
    if (body.licence_no.empty()) {
        YC_TRY(body.licence_no, next_notice_number(desk, state.registration.department, "准"));
    }
    body.valid_until = result_valid_until(state.registration.item, desk.clock.today());
    return {};
}

}  // namespace

base::Result<void> check_review_input(const domain::CaseState& state, EventKind kind,
                                      const ReviewInput& input) {
    const bool wants_reason = kind == EventKind::return_step || kind == EventKind::decide_refuse ||
                              kind == EventKind::decline || kind == EventKind::not_required ||
                              kind == EventKind::notify_in_review;
    if (wants_reason && input.reason.empty()) return base::fail("review.reason_required");
    if (kind == EventKind::decline && input.right_organ.empty())
        return base::fail("review.right_organ_required");
    const bool wants_materials = kind == EventKind::notify_supplement || kind == EventKind::notify_in_review;
    if (wants_materials && input.materials.empty() && domain::missing_codes(state.materials).empty())
        return base::fail("review.materials_required");
    const bool wants_officers = state.registration.item.site_check && state.officers.size() < 2 &&
                                (kind == EventKind::submit_to_review || kind == EventKind::decide_grant ||
                                 kind == EventKind::decide_refuse);
    if (wants_officers && input.officers.size() < 2) return base::fail("review.officers_required");
    return {};
}

base::Result<domain::EventBody> review_body(Desk& desk, const domain::CaseState& state, EventKind kind,
                                            const ReviewInput& input) {
    domain::EventBody body;
    body.opinion = input.opinion.empty() ? usual_opinion(kind) : input.opinion;
    body.reason = input.reason;
    body.officers = input.officers;
    body.right_organ = input.right_organ;
    body.material_codes = material_codes(state, kind, input);
    body.deadline = deadline(desk, kind);
    body.legal_basis = legal_basis(desk, state, kind);
    if (kind == EventKind::decline) body.reason_code = "not_competent";
    if (kind == EventKind::notify_in_review && desk.policy.in_review_supplement_pauses)
        body.reason_code = "paused";
    if (const std::string number = number_kind(kind); !number.empty()) {
        YC_TRY(body.notice_no, next_notice_number(desk, state.registration.department, number));
    }
    if (kind == EventKind::in_review_supplied) body.materials = state.materials;
    if (kind == EventKind::issue_out) YC_CHECK(number_result(desk, state, input, body));
    return body;
}

std::optional<NoticeKind> paper_of(EventKind kind) {
    switch (kind) {
        case EventKind::accept:
            return NoticeKind::acceptance;
        case EventKind::notify_supplement:
            return NoticeKind::supplement;
        case EventKind::decline:
            return NoticeKind::declined;
        case EventKind::not_required:
            return NoticeKind::not_required;
        case EventKind::decide_grant:
            return NoticeKind::granted;
        case EventKind::decide_refuse:
            return NoticeKind::refused;
        default:
            return std::nullopt;
    }
}

}  // namespace yc::client::desk
