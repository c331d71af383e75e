#include "reports/pdf_writer.h"

#include "reports/pdf_content.h"
#include "reports/pdf_fonts.h"
#include "reports/pdf_objects.h"

namespace yc::reports {

namespace {

HPDF_Date pdf_date(base::Instant instant) {
    const base::Date date = base::date_of(instant);
    const int minutes = int(base::time_of_day(instant).count());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count() % 60;
    return {int(date.year()),
            int(unsigned(date.month())),
            int(unsigned(date.day())),
            minutes / 60,
            minutes % 60,
            int(seconds),
            '+',
            8,
            0};
}

void put_properties(PdfFile& file, const Document& document) {
    HPDF_SetInfoDateAttr(file.doc(), HPDF_INFO_CREATION_DATE, pdf_date(document.made_at));
    HPDF_SetInfoDateAttr(file.doc(), HPDF_INFO_MOD_DATE, pdf_date(document.made_at));
    file.put_text(file.doc()->info, "Title", document.title);
    file.put_text(file.doc()->info, "Subject", document.subject);
    file.put_text(file.doc()->info, "Creator", "一窗 Yichuang");
    HPDF_Dict_Add(file.catalog(), "Lang", HPDF_String_New(file.memory(), document.language.c_str(), nullptr));
    HPDF_Dict preferences = file.direct("");
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(file.catalog(), "ViewerPreferences", preferences);
}

void put_page(PdfFile& file, const Page& page, const std::string& content, const PdfFonts& fonts) {
    HPDF_Page made = HPDF_AddPage(file.doc());
    if (!made) return;
    HPDF_Page_SetWidth(made, HPDF_REAL(page.width / mm_per_point));
    HPDF_Page_SetHeight(made, HPDF_REAL(page.height / mm_per_point));
    auto* resources =
        static_cast<HPDF_Dict>(HPDF_Page_GetInheritableItem(made, "Resources", HPDF_OCLASS_DICT));
    HPDF_Dict_Add(resources, "Font", fonts.resources(file));
    auto* attributes = static_cast<HPDF_PageAttr>(made->attr);
    HPDF_Stream_Write(attributes->stream, reinterpret_cast<const HPDF_BYTE*>(content.data()),
                      HPDF_UINT(content.size()));
}

}  // namespace

base::Result<std::string> write_pdf(const Document& document, const FontBook& book) {
    PdfFile file;
    if (!file.usable()) return base::fail("report.pdf_failed", "libharu gave no document");
    YC_TRY(const PdfFonts fonts, PdfFonts::embed(document, book, file));
    for (const Page& page : document.pages) put_page(file, page, page_content(page, book, fonts), fonts);
    put_properties(file, document);
    return file.bytes();
}

}  // namespace yc::reports
