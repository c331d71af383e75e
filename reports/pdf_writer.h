#pragma once
#include <string>

#include "core/base/result.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

/// The document as PDF 1.5 bytes. Fonts are embedded as subsets, every character extracts as itself, and the
/// same document gives the same bytes on the same fonts. Safe from any thread. Errors: report.pdf_failed.
[[nodiscard]] base::Result<std::string> write_pdf(const Document& document, const FontBook& fonts);

}  // namespace yc::reports
