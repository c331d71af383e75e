#include "forms/exchange/catalogue_file.h"

#include <filesystem>
#include <fstream>

#include "forms/exchange/definition_file.h"
#include "forms/exchange/national_file.h"
#include "forms/exchange/sheet.h"
#include "forms/exchange/sheet_items.h"

namespace yc::forms::exchange {

namespace fs = std::filesystem;
using base::fail;
using base::Result;
using domain::ServiceItem;

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";

base::Error too_big(const std::string& file) {
    return fail("catalogue.file_too_big", {}, {{"file", file}, {"most", std::to_string(largest_file >> 20)}});
}

Result<void> write_text(const std::string& text, const std::string& file) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.flush();
    if (!out) return fail("catalogue.unwritable", {}, {{"file", file}});
    return {};
}

Result<void> write_as(const std::vector<const ServiceItem*>& items, Format format, const CodeProfile& profile,
                      const std::string& file) {
    switch (format) {
        case Format::list:
            return write_text(write_published_list(items, profile), file);
        case Format::national:
            return write_text(write_national(items, profile), file);
        case Format::csv:
            return write_text(write_csv(sheet_of_items(items)), file);
        case Format::definition:
            return write_text(write_definitions(items), file);
        case Format::xlsx:
            break;
    }
    return write_xlsx(sheet_of_items(items), file);
}

}  // namespace

Result<std::string> content_of_file(const std::string& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (!error && size > largest_file) return too_big(file);
    std::ifstream in(file, std::ios::binary);
    if (!in.is_open() || fs::is_directory(file, error))
        return fail("catalogue.unreadable", {}, {{"file", file}});
    std::string text;
    std::array<char, 65536> piece{};
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
        text.append(piece.data(), static_cast<size_t>(in.gcount()));
        if (text.size() > largest_file) return too_big(file);
    }
    if (in.bad()) return fail("catalogue.unreadable", {}, {{"file", file}});
    return text;
}

Format format_of(std::string_view bytes) {
    if (bytes.starts_with(zip_mark)) return Format::xlsx;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{');
    if (!json) return Format::csv;
    if (looks_national(bytes)) return Format::national;
    return looks_defined(bytes) ? Format::definition : Format::list;
}

Result<ImportReport> read_items(std::string_view bytes, Format format, const CodeProfile& profile,
                                const PresentItem& present) {
    if (format == Format::xlsx) {
        YC_TRY(const auto sheet, read_xlsx(bytes));
        return items_of_sheet(sheet, profile, present);
    }
    YC_TRY(const auto text, to_utf8(bytes));
    if (format == Format::csv) {
        YC_TRY(const auto sheet, read_csv(text));
        return items_of_sheet(sheet, profile, present);
    }
    if (format == Format::definition) return read_definitions(text);
    return format == Format::national ? read_national(text, profile, present)
                                      : read_published_list(text, profile, present);
}

Result<void> write_items(const std::vector<const ServiceItem*>& items, Format format,
                         const CodeProfile& profile, const std::string& file) {
    const auto unfinished = file + ".part";
    auto written = write_as(items, format, profile, unfinished);
    std::error_code error;
    if (written) fs::rename(unfinished, file, error);
    if (!written || error) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        if (written || written.error().code == "catalogue.unwritable")
            written = fail("catalogue.unwritable", error.message(), {{"file", file}});
    }
    return written;
}

}  // namespace yc::forms::exchange
