#include "reports/notices.h"

#include <algorithm>

#include "reports/notice_facts.h"
#include "reports/notice_layout.h"
#include "reports/notice_template.h"

namespace yc::reports {

base::Result<Document> make_notice(NoticeKind kind, const domain::CaseState& state,
                                   const NoticeContext& context, const FontBook& fonts) {
    YC_TRY(const NoticeTemplate* notice, template_of(kind));
    const NoticeFacts facts = facts_of(state, context);
    for (const std::string& need : notice->needs)
        if (!facts.holds.contains(need))
            return base::fail("report.not_applicable", "needs " + need, {{"kind", notice->title}});
    return lay_out_notice(*notice, facts, state, context, fonts);
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
