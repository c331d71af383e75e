#include "hub/api/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace yc::hub::api {
namespace {

std::optional<int64_t> number(std::string_view text) {
    int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

}  // namespace

base::Result<ByteRange> read_range(std::string_view header, int64_t size) {
    constexpr std::string_view unit = "bytes=";
    const ByteRange whole{0, size, false};
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos) return whole;
    header.remove_prefix(unit.size());
    const size_t dash = header.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    if (!first && !last) return whole;
    if (!first) {  // the last n bytes
        if (*last == 0) return base::fail("page.bad_range", "no bytes asked for");
        const int64_t length = std::min(*last, size);
        return ByteRange{size - length, length, true};
    }
    if (!last && header.size() > dash + 1) return whole;
    const int64_t end = std::min(last.value_or(size - 1), size - 1);
    if (*first >= size || end < *first) return base::fail("page.bad_range", "outside the page");
    return ByteRange{*first, end - *first + 1, true};
}

}  // namespace yc::hub::api
