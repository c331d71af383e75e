#pragma once
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "forms/form_definition.h"
#include "reports/document.h"
#include "reports/font_book.h"
#include "reports/notices.h"

namespace yc::reports {

/// Pure: a filled form as rows of print, in Chinese: what applies, in order, empty fields as room to write by
/// hand, choices with their boxes (☑ ☐), tables with a head.
[[nodiscard]] std::vector<FormRow> form_rows(const forms::Form& form, const forms::FormValues& values,
                                             const domain::Circumstances& circumstances, base::Date today);

/// What stands on a filled form beside its fields.
struct FilledForm {
    std::string item_name;  ///< empty = none is printed
    std::string office;     ///< in the head; empty = none
    std::string case_no;    ///< once there is one
    base::Instant printed_at{};
    bool sample = false;  ///< marks every page 样例
};

/// The application form of a case that is not registered yet, or a form to look at: A4, page numbers, the
/// places to sign where the form has them.
[[nodiscard]] base::Result<Document> make_filled_form(const forms::Form& form,
                                                      const std::vector<FormRow>& rows,
                                                      const FilledForm& facts, const FontBook& fonts);

}  // namespace yc::reports
