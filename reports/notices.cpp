#include "reports/notices.h"

#include <algorithm>

#include "reports/joint_receipt.h"
#include "reports/notice_facts.h"
#include "reports/notice_layout.h"
#include "reports/notice_template.h"

namespace yc::reports {

namespace {

base::Result<Document> make(NoticeKind kind, const domain::CaseState& state, const NoticeContext& context,
                            std::map<std::string, std::string> serves, const FontBook& fonts) {
    YC_TRY(const NoticeTemplate* notice, template_of(kind));
    NoticeFacts facts = facts_of(state, context);
    facts.serves = std::move(serves);
    for (const std::string& need : notice->needs)
        if (!facts.holds.contains(need))
            return base::fail("report.not_applicable", "needs " + need, {{"kind", notice->title}});
    return lay_out_notice(*notice, facts, state, context, fonts);
}

/// The last day for an answer when it is the same for all.
std::optional<base::Date> common_day(const std::vector<ReceiptMember>& members) {
    std::optional<base::Date> day;
    for (const ReceiptMember& member : members) {
        if (!member.r5_due || (day && day != member.r5_due)) return std::nullopt;
        day = member.r5_due;
    }
    return day;
}

base::Result<Document> make_joint_receipt(domain::CaseState state, NoticeContext context,
                                          const FontBook& fonts) {
    Pile pile = pile_of(context.members);
    state.materials = std::move(pile.materials);
    context.item_materials = std::move(pile.item_materials);
    context.r5_due = common_day(context.members);
    return make(NoticeKind::joint_receipt, state, context, std::move(pile.serves), fonts);
}

}  // namespace

base::Result<Document> make_notice(NoticeKind kind, const domain::CaseState& state,
                                   const NoticeContext& context, const FontBook& fonts) {
    if (kind == NoticeKind::joint_receipt) return make_joint_receipt(state, context, fonts);
    return make(kind, state, context, {}, fonts);
}

std::string notice_title(NoticeKind kind) {
    const auto notice = template_of(kind);
    return notice ? (*notice)->title : std::string(base::to_name(kind));
}

std::string qr_payload(const domain::CaseState& state, const std::string& query_page) {
    const std::string& number = state.registration.case_no;
    if (query_page.empty()) return "YC1:" + number + ":" + state.query_code;
    const char* joint = query_page.find('?') == std::string::npos ? "?" : "&";
    return query_page + joint + "no=" + number + "&code=" + state.query_code;
}

}  // namespace yc::reports
