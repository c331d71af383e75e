#include "core/base/decimal.h"

#include <array>
#include <charconv>
#include <cstdlib>

namespace yc::base {

namespace {

constexpr int64_t unit = 10'000;
constexpr int64_t most = 90'000'000'000'000 * unit;
constexpr size_t most_whole_digits = 12;
constexpr size_t most_places = 4;

__extension__ using Wide = __int128;

/// Rounded to the nearest, half away from zero.
Wide divided(Wide value, Wide divisor) {
    const Wide half = (divisor < 0 ? -divisor : divisor) / 2;
    const bool negative = (value < 0) != (divisor < 0);
    const Wide size = (value < 0 ? -value : value) + half;
    const Wide quotient = size / (divisor < 0 ? -divisor : divisor);
    return negative ? -quotient : quotient;
}

std::optional<int64_t> in_range(Wide units) {
    if (units > most || units < -most) return std::nullopt;
    return static_cast<int64_t>(units);
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Decimal> Decimal::of(int64_t whole) {
    const auto units = in_range(Wide(whole) * unit);
    return units ? std::optional(Decimal(*units)) : std::nullopt;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto places = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!all_digits(whole) || whole.size() > most_whole_digits) return std::nullopt;
    if (point != std::string_view::npos && (!all_digits(places) || places.size() > most_places))
        return std::nullopt;
    int64_t units = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), units);
    for (size_t place = 0; place < most_places; ++place)
        units = units * 10 + (place < places.size() ? places[place] - '0' : 0);
    const auto checked = in_range(negative ? -units : units);
    return checked ? std::optional(Decimal(*checked)) : std::nullopt;
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
    const auto units = in_range(Wide(units_) + other.units_);
    return units ? std::optional(Decimal(*units)) : std::nullopt;
}

std::optional<Decimal> Decimal::minus(Decimal other) const {
    return plus(other.negated());
}

std::optional<Decimal> Decimal::times(Decimal other) const {
    const auto units = in_range(divided(Wide(units_) * other.units_, unit));
    return units ? std::optional(Decimal(*units)) : std::nullopt;
}

std::optional<Decimal> Decimal::divided_by(Decimal other) const {
    if (other.is_zero()) return std::nullopt;
    const auto units = in_range(divided(Wide(units_) * unit, other.units_));
    return units ? std::optional(Decimal(*units)) : std::nullopt;
}

Decimal Decimal::rounded(int places) const {
    static constexpr std::array<int64_t, 5> steps{10'000, 1'000, 100, 10, 1};
    const auto step = steps[static_cast<size_t>(places < 0 ? 0 : places > 4 ? 4 : places)];
    return Decimal(static_cast<int64_t>(divided(units_, step)) * step);
}

std::string Decimal::to_string() const {
    const auto size = units_ < 0 ? -units_ : units_;
    std::string text = std::to_string(size / unit);
    std::string places = std::to_string(unit + size % unit).substr(1);
    while (!places.empty() && places.back() == '0') places.pop_back();
    if (!places.empty()) text += "." + places;
    return (units_ < 0 ? "-" : "") + text;
}

}  // namespace yc::base
