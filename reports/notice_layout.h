#pragma once
#include "reports/document.h"
#include "reports/notice_facts.h"
#include "reports/notice_template.h"

namespace yc::reports {

/// A template and its facts as pages. Errors: report.code_not_ascii, report.code_too_long (case number or
/// query code that no symbol can hold).
[[nodiscard]] base::Result<Document> lay_out_notice(const NoticeTemplate& notice, const NoticeFacts& facts,
                                                    const domain::CaseState& state,
                                                    const NoticeContext& context, const FontBook& fonts);

}  // namespace yc::reports
