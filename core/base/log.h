#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace yc::base {

enum class LogLevel { debug, info, warning, error };

/// The log of a program: one line an entry, to standard error or to `file` (rotated at 5 MB, five kept).
void open_log(LogLevel least, const std::filesystem::path& file = {});

/// Writes an entry after redact(). Safe from any thread.
void log(LogLevel level, std::string_view text);

/// The text with every run that could be somebody's identity or phone number (11 or more digits, or 15 to 18
/// digits ending in X, or a credit code) replaced by its first two characters and "***". Case numbers are
/// digits too and are redacted alike: the log names cases by their UUID.
[[nodiscard]] std::string redact(std::string_view text);

}  // namespace yc::base
