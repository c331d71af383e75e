#include "core/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace yc::base {
namespace {

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Whether a run of letters and digits may name a person or an organisation.
bool is_sensitive(std::string_view run) {
    const auto digits = std::count_if(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto length = static_cast<std::ptrdiff_t>(run.size());
    const bool mostly_digits = digits >= 11 && digits >= length - 1;
    const bool credit_code = length == 18 && digits >= 8;
    const bool old_permanent_residence = length == 15 && digits == 12;
    return mostly_digits || credit_code || old_permanent_residence;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

}  // namespace

void open_log(LogLevel least, const std::filesystem::path& file) {
    constexpr size_t five_megabytes = 5 << 20;
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file.empty())
        sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    else
        sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), five_megabytes, 5);
    auto logger = std::make_shared<spdlog::logger>("yichuang", std::move(sink));
    logger->set_level(level_of(least));
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void log(LogLevel level, std::string_view text) {
    spdlog::log(level_of(level), "{}", redact(text));
}

std::string redact(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
        size_t end = pos;
        while (end < text.size() && is_alnum(text[end])) ++end;
        if (end == pos) {
            out += text[pos++];
            continue;
        }
        const std::string_view run = text.substr(pos, end - pos);
        out += is_sensitive(run) ? std::string(run.substr(0, 2)) + "***" : std::string(run);
        pos = end;
    }
    return out;
}

}  // namespace yc::base
