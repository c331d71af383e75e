#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reports/notices.h"

namespace yc::reports {

/// What is true of a case and how it reads, for templates to choose and print from.
struct NoticeFacts {
    std::map<std::string, std::string> values;
    std::set<std::string> holds;                ///< facts that are true
    std::map<std::string, std::string> serves;  ///< joint receipt: material code → numbers of its cases
};

/// Pure: from the case as it is and what the place knows.
[[nodiscard]] NoticeFacts facts_of(const domain::CaseState& state, const NoticeContext& context);

/// Materials for a list of a template: "received" (all that came in or need not come), "missing" (required or
/// deferrable, not here), "asked" (by the one-time notice), "owed" (deferred), "handover".
[[nodiscard]] std::vector<domain::SubmittedMaterial> listed_materials(const std::string& list,
                                                                      const domain::CaseState& state);

/// "20个工作日", "即办".
[[nodiscard]] std::string limit_words(const domain::Limit& limit);

/// "450103********1234": the middle of an identity number left out.
[[nodiscard]] std::string masked_number(const std::string& number);

/// "2026年11月22日", and with the time of day "2026年11月22日 10时32分".
[[nodiscard]] std::string chinese_date(base::Date date);
[[nodiscard]] std::string chinese_time(base::Instant instant);

}  // namespace yc::reports
