#pragma once
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "reports/document.h"
#include "reports/font_book.h"

namespace yc::reports {

/// The document as PDF 1.5 bytes. Fonts are embedded as subsets, every character extracts as itself, and the
/// same document gives the same bytes on the same fonts. Safe from any thread. Errors: report.pdf_failed.
[[nodiscard]] base::Result<std::string> write_pdf(const Document& document, const FontBook& fonts);

/// Writes the PDF beside `path` and renames it over, so that a half-written file is never seen.
/// Errors: report.pdf_failed, report.cannot_save {file}.
[[nodiscard]] base::Result<void> save_pdf(const Document& document, const FontBook& fonts,
                                          const std::filesystem::path& path);

}  // namespace yc::reports
