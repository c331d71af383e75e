#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_names.h"
#include "forms/catalogue_import.h"

namespace yc::forms::exchange {

/// The shapes a catalogue comes in and goes out in; `definition` is that of fully defined items.
enum class Format { list, national, csv, xlsx, definition };
constexpr auto names_of(Format) {
    using enum Format;
    return std::to_array<base::EnumName<Format>>(
        {{list, "list"}, {national, "national"}, {csv, "csv"}, {xlsx, "xlsx"}, {definition, "definition"}});
}

/// The largest file read, in bytes.
inline constexpr size_t largest_file = 256UL << 20;

/// The whole content of a file. Errors: catalogue.unreadable {file}, catalogue.file_too_big {file, most} — by
/// its size before anything is read, and by counting where a file does not tell its size.
[[nodiscard]] base::Result<std::string> content_of_file(const std::string& file);

/// What the bytes look like.
[[nodiscard]] Format format_of(std::string_view bytes);

/// Reads items out of bytes in this format. Text in GB18030 or UTF-16 is converted. Errors: those of the
/// readers, catalogue.encoding.
[[nodiscard]] base::Result<ImportReport> read_items(std::string_view bytes, Format format,
                                                    const CodeProfile& profile,
                                                    const PresentItem& present = nothing_present());

/// Writes items into a file, whole or not at all. Errors: catalogue.unwritable {file}.
[[nodiscard]] base::Result<void> write_items(const std::vector<const domain::ServiceItem*>& items,
                                             Format format, const CodeProfile& profile,
                                             const std::string& file);

}  // namespace yc::forms::exchange
