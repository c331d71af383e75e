#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace yc::base {

/// Text is UTF-8 in std::string everywhere inside. Names are never normalised (NFC would change people's
/// names).

[[nodiscard]] bool is_valid_utf8(std::string_view text);
/// Code points; malformed bytes become U+FFFD.
[[nodiscard]] std::u32string decode_utf8(std::string_view text);
[[nodiscard]] std::string encode_utf8(std::u32string_view points);
[[nodiscard]] std::string encode_utf8(char32_t point);
/// Number of code points.
[[nodiscard]] size_t length_utf8(std::string_view text);

/// Without white space at both ends, U+3000 and U+00A0 included.
[[nodiscard]] std::string trim(std::string_view text);
/// Full-width ASCII (！…～ and U+3000) as ordinary ASCII: numbers and codes are often typed so.
[[nodiscard]] std::string to_half_width(std::string_view text);
/// A person's name as it is kept: trimmed, look-alike dots replaced by U+00B7 (notice of 12 ministries,
/// 2016).
[[nodiscard]] std::string tidy_name(std::string_view name);
[[nodiscard]] std::string to_lower_ascii(std::string_view text);
[[nodiscard]] std::string to_upper_ascii(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace yc::base
