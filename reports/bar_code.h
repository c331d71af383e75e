#pragma once
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "reports/display_list.h"

namespace yc::reports {

/// The widths, in modules, of a Code 128 symbol's bars and spaces, bar first, with start, check and stop
/// (ISO/IEC 15417). Digits in even runs go two to a symbol character (set C), all else in set B.
/// Errors: report.code_not_ascii (a character outside 0x20–0x7E, or no text).
[[nodiscard]] base::Result<std::vector<int>> code128_modules(std::string_view text);

/// Code 128 at a place: `module` mm wide bars, `height` mm high. The quiet zone is the caller's (10 modules).
[[nodiscard]] base::Result<Bars> code128(std::string_view text, double x, double y, double module,
                                         double height);
/// Its width in mm.
[[nodiscard]] base::Result<double> code128_width(std::string_view text, double module);

/// A QR symbol (ISO/IEC 18004, level M) `side` mm wide without its quiet zone (4 modules, the caller's).
/// ASCII only: readers disagree about other charsets. Errors: report.code_not_ascii, report.code_too_long.
[[nodiscard]] base::Result<Bars> qr_code(std::string_view text, double x, double y, double side);

}  // namespace yc::reports
