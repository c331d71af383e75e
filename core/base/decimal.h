#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yc::base {

/// A decimal number with four places, exact, for money and measures: ±90 trillion. Operations that leave the
/// range, and division by zero, give nothing. Half a last place rounds away from zero.
class Decimal {
  public:
    constexpr Decimal() = default;
    [[nodiscard]] static std::optional<Decimal> of(int64_t whole);
    /// "-12.50"; full digits only, at most four places and twelve digits before the point.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;
    [[nodiscard]] std::optional<Decimal> minus(Decimal other) const;
    [[nodiscard]] std::optional<Decimal> times(Decimal other) const;
    [[nodiscard]] std::optional<Decimal> divided_by(Decimal other) const;
    [[nodiscard]] Decimal negated() const { return Decimal(-units_); }
    /// Rounded to 0…4 places.
    [[nodiscard]] Decimal rounded(int places) const;

    [[nodiscard]] bool is_zero() const { return units_ == 0; }
    /// Without needless zeros: "12.5", "-3".
    [[nodiscard]] std::string to_string() const;
    friend constexpr auto operator<=>(Decimal, Decimal) = default;

  private:
    constexpr explicit Decimal(int64_t units) : units_(units) {}
    int64_t units_ = 0;  ///< ten-thousandths
};

}  // namespace yc::base
