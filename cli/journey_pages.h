#pragma once
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace yc::cli {

/// A page that looks like a scanned paper (A4 at 150 dpi, lines of "text" that differ with `seed`), as an
/// image file's bytes. Errors: page.encode_failed.
[[nodiscard]] base::Result<std::string> sample_page_jpeg(unsigned seed);
[[nodiscard]] base::Result<std::string> sample_page_png(unsigned seed);

/// A page from SANE's `test` device, through the same driver as any scanner. `folder` gets a SANE
/// configuration that has this device alone. Errors: scanner.*.
[[nodiscard]] base::Result<std::string> scan_test_page(const std::filesystem::path& folder);

/// The bytes of a file; empty when it cannot be read. And the other way; false when it cannot be written.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& file);
bool write_bytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace yc::cli
