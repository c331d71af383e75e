#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>

#include "core/base/result.h"
#include "reports/document.h"
#include "reports/font_book.h"
#include "reports/font_file.h"
#include "reports/pdf_objects.h"

namespace yc::reports {

/// A font as one PDF file uses it.
struct PdfFont {
    std::string resource;                      ///< name in page resources, "F1"
    std::map<uint32_t, uint32_t> code_of;      ///< glyph → two-byte code
    std::map<uint32_t, char32_t> extracts_as;  ///< glyph → the character ToUnicode gives for it
    HPDF_Dict dict = nullptr;
};

/// All fonts of a PDF file: first the document's glyphs are collected, then each font is cut down to them and
/// embedded as a composite font whose codes are CIDs, with a valid ToUnicode map (libharu's own is not).
class PdfFonts {
  public:
    /// Errors: report.font_unreadable, report.pdf_failed.
    [[nodiscard]] static base::Result<PdfFonts> embed(const Document& document, const FontBook& fonts,
                                                      PdfFile& file);

    /// Null for a font that may not be embedded: its glyphs are drawn as paths.
    [[nodiscard]] const PdfFont* find(const FontFile* font) const;
    /// Drawn invisibly under a path, so that readers find a place for its ActualText.
    [[nodiscard]] const PdfFont* carrier() const { return carrier_; }
    [[nodiscard]] uint32_t carrier_code() const { return carrier_code_; }
    /// The fonts as a page's /Font resource.
    [[nodiscard]] HPDF_Dict resources(PdfFile& file) const;

  private:
    std::map<const FontFile*, std::unique_ptr<PdfFont>> fonts_;
    const PdfFont* carrier_ = nullptr;
    uint32_t carrier_code_ = 0;
};

}  // namespace yc::reports
