#include <algorithm>

#include "core/base/utf8.h"
#include "core/domain/identity_number.h"

namespace yc::domain {
namespace {

constexpr int kAdultAge = 18;

/// `text` with everything between its first `head` and last `tail` characters starred out.
std::string star_out(std::string_view text, size_t head, size_t tail) {
    auto points = base::decode_utf8(text);
    for (size_t i = head; i + tail < points.size(); ++i) points[i] = U'*';
    return base::encode_utf8(points);
}

}  // namespace

int age_on(base::Date birth, base::Date day) {
    int age = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    const auto month_day = [](base::Date date) { return std::chrono::month_day(date.month(), date.day()); };
    if (month_day(day) < month_day(birth)) --age;
    return age;
}

bool is_adult(base::Date birth, base::Date day) {
    return age_on(birth, day) >= kAdultAge;
}

std::string mask_number(std::string_view number) {
    const size_t length = base::length_utf8(number);
    if (length >= 18) return star_out(number, 6, 4);
    const size_t third = std::min<size_t>(length / 3, 3);
    return star_out(number, third, third);
}

std::string mask_phone(std::string_view phone) {
    const size_t length = base::length_utf8(phone);
    if (length > 7) return star_out(phone, 3, 4);
    const size_t third = length / 3;
    return star_out(phone, third, third);
}

std::string mask_name(std::string_view name) {
    return star_out(name, 1, base::length_utf8(name) > 2 ? 1 : 0);
}

}  // namespace yc::domain
