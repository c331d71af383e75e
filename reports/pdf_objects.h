#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_info.h>
#include <hpdf_pages.h>

#include "core/base/result.h"

namespace yc::reports {

/// RAII and shorthand over libharu's objects. libharu reports errors through a callback; here the first one
/// is kept and asked for once, at the end. One document belongs to one thread.
class PdfFile {
  public:
    PdfFile();
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] HPDF_Doc doc() const { return doc_; }
    [[nodiscard]] HPDF_MMgr memory() const { return doc_->mmgr; }
    [[nodiscard]] HPDF_Dict catalog() const { return doc_->catalog; }
    [[nodiscard]] bool usable() const { return doc_ != nullptr; }

    /// A dictionary of its own in the file, /Type as given (empty = none).
    [[nodiscard]] HPDF_Dict object(const char* type);
    /// A dictionary inside another object.
    [[nodiscard]] HPDF_Dict direct(const char* type);
    /// A compressed stream object with these bytes.
    [[nodiscard]] HPDF_Dict stream(std::string_view bytes);
    [[nodiscard]] HPDF_Array array() const { return HPDF_Array_New(doc_->mmgr); }
    /// A text string of PDF: UTF-16BE with its mark; libharu's own encoder loses what lies beyond U+FFFF.
    void put_text(HPDF_Dict dict, const char* key, std::string_view utf8);
    void put_bytes(HPDF_Dict dict, const char* key, std::string_view bytes);

    /// The whole file. Errors: report.pdf_failed.
    [[nodiscard]] base::Result<std::string> bytes();

  private:
    static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void* self);
    HPDF_Doc doc_ = nullptr;
    HPDF_STATUS first_error_ = 0;
};

/// UTF-16BE, without a byte order mark, as hex digits.
[[nodiscard]] std::string utf16_hex(std::u32string_view text);

}  // namespace yc::reports
