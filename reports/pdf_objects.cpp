#include "reports/pdf_objects.h"

#include <fmt/format.h>

#include "core/base/crypto.h"
#include "core/base/utf8.h"

namespace yc::reports {

namespace {

std::string utf16_bytes(std::u32string_view text) {
    std::string out;
    const auto unit = [&](uint32_t value) {
        out += char(value >> 8);
        out += char(value & 0xFF);
    };
    for (const char32_t point : text) {
        if (point < 0x10000) {
            unit(point);
        } else {
            unit(0xD800 + ((point - 0x10000) >> 10));
            unit(0xDC00 + ((point - 0x10000) & 0x3FF));
        }
    }
    return out;
}

}  // namespace

std::string utf16_hex(std::u32string_view text) {
    return base::to_upper_ascii(base::to_hex(utf16_bytes(text)));
}

PdfFile::PdfFile() : doc_(HPDF_New(&PdfFile::on_error, this)) {
    if (!doc_) return;
    HPDF_SetCompressionMode(doc_, HPDF_COMP_ALL);
    doc_->pdf_version = HPDF_VER_15;
}

PdfFile::~PdfFile() {
    if (doc_) HPDF_Free(doc_);
}

void PdfFile::on_error(HPDF_STATUS code, HPDF_STATUS, void* self) {
    auto& first = static_cast<PdfFile*>(self)->first_error_;
    if (first == 0) first = code;
}

HPDF_Dict PdfFile::object(const char* type) {
    HPDF_Dict dict = direct(type);
    HPDF_Xref_Add(doc_->xref, dict);
    return dict;
}

HPDF_Dict PdfFile::direct(const char* type) {
    HPDF_Dict dict = HPDF_Dict_New(memory());
    if (*type) HPDF_Dict_AddName(dict, "Type", type);
    return dict;
}

HPDF_Dict PdfFile::stream(std::string_view bytes) {
    HPDF_Dict dict = HPDF_DictStream_New(memory(), doc_->xref);
    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                      HPDF_UINT(bytes.size()));
    return dict;
}

void PdfFile::put_text(HPDF_Dict dict, const char* key, std::string_view utf8) {
    put_bytes(dict, key, "\xFE\xFF" + utf16_bytes(base::decode_utf8(utf8)));
}

void PdfFile::put_bytes(HPDF_Dict dict, const char* key, std::string_view bytes) {
    std::string copy(bytes);
    HPDF_Dict_Add(
        dict, key,
        HPDF_Binary_New(memory(), reinterpret_cast<HPDF_BYTE*>(copy.data()), HPDF_UINT(copy.size())));
}

base::Result<std::string> PdfFile::bytes() {
    HPDF_SaveToStream(doc_);
    if (first_error_ != 0)
        return base::fail("report.pdf_failed", fmt::format("libharu error {:#x}", first_error_));
    HPDF_ResetStream(doc_);
    std::string out(HPDF_GetStreamSize(doc_), '\0');
    auto size = HPDF_UINT32(out.size());
    HPDF_ReadFromStream(doc_, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    out.resize(size);
    return out;
}

}  // namespace yc::reports
