#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace yc::forms {

/// Values of published data as they are kept: what a publisher writes where there is nothing (无, 暂无,
/// 未分类,
/// -, null …) becomes empty, and look-alike characters become the usual ones.

[[nodiscard]] bool means_nothing(std::string_view text);
/// One line: inner runs of white space as one space, none at the ends.
[[nodiscard]] std::string tidy_line(std::string_view text);
/// Text of several lines: CR LF as LF, no white space at the ends.
[[nodiscard]] std::string tidy_text(std::string_view text);
/// Codes are opaque, but never hold full-width characters or white space.
[[nodiscard]] std::string tidy_code(std::string_view text);
/// Phones: half width, any dash as "-", no spaces; several stay apart as they were.
[[nodiscard]] std::string tidy_phone(std::string_view text);
/// Opening hours: full-width digits, and full-width colons between digits, as ASCII.
[[nodiscard]] std::string tidy_hours(std::string_view text);
/// A number of digits only, from 0 to `most`; nothing when it is none.
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int most);

}  // namespace yc::forms
