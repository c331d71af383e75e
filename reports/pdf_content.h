#pragma once
#include <string>

#include "reports/display_list.h"
#include "reports/font_book.h"
#include "reports/pdf_fonts.h"

namespace yc::reports {

/// The operators of one page (ISO 32000-1 annex A) for a page of the display list.
[[nodiscard]] std::string page_content(const Page& page, const FontBook& book, const PdfFonts& fonts);

}  // namespace yc::reports
