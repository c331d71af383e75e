#pragma once
#include <string>
#include <vector>

#include "core/base/date.h"
#include "reports/display_list.h"

namespace yc::reports {

/// A finished paper: laid out, ready to be written to PDF, shown or printed.
struct Document {
    std::string title;  ///< shown by PDF readers; holds no identity number
    std::string subject;
    std::string language = "zh-CN";
    base::Instant made_at{};  ///< printed and in the file's properties; the same input makes the same bytes
    std::vector<Page> pages;
};

}  // namespace yc::reports
