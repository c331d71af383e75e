#include "core/base/decimal.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

using yc::base::Decimal;

namespace {

__extension__ using Wide = __int128;

/// Ten-thousandths of a text that Decimal wrote, read without it.
Wide units_of(const std::string& text) {
    const bool negative = text.front() == '-';
    Wide units = 0;
    int places = -1;
    for (const char c : text) {
        if (c == '-') continue;
        if (c == '.') {
            places = 0;
            continue;
        }
        units = units * 10 + (c - '0');
        if (places >= 0) ++places;
    }
    for (int place = std::max(places, 0); place < 4; ++place) units *= 10;
    return negative ? -units : units;
}

/// The text of ten-thousandths, written without Decimal.
std::string text_of(int64_t units) {
    const auto size = static_cast<uint64_t>(units < 0 ? -units : units);
    auto digits = std::to_string(size);
    if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
    return (units < 0 ? "-" : "") + digits.substr(0, digits.size() - 4) + "." +
           digits.substr(digits.size() - 4);
}

/// Whether `result` is numerator / denominator rounded to the nearest, ties away from zero.
bool is_rounded(Wide numerator, Wide denominator, Wide result) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide off = 2 * (numerator - result * denominator);
    const bool tie_up = off == -denominator && numerator > 0;
    const bool tie_down = off == denominator && numerator < 0;
    return (off < denominator && off > -denominator) || tie_up || tie_down;
}

struct Numbers {
    unsigned seed = std::random_device{}();
    std::mt19937_64 random{seed};
    /// Of all sizes, so that small ones come as often as large ones.
    int64_t units() {
        const int64_t bound = int64_t{1} << std::uniform_int_distribution<int>(1, 52)(random);
        return std::uniform_int_distribution<int64_t>(-bound, bound)(random);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal_tests)

BOOST_AUTO_TEST_CASE(texts_are_read_and_written) {
    for (const char* text : {"0", "12", "-3", "12.5", "0.0001", "-0.01", "999999999999.9999"}) {
        const auto value = Decimal::parse(text);
        BOOST_REQUIRE_MESSAGE(value, text);
        BOOST_TEST(value->to_string() == text);
    }
    BOOST_TEST(Decimal::parse("007.50")->to_string() == "7.5");
    BOOST_TEST(Decimal::parse("-0")->to_string() == "0");
    for (const char* text : {"", "-", ".", "1.", ".5", "1.23456", "1,000", "+1", "1e3", " 1", "--1", "1.2.3",
                             "1000000000000", "１", "0x1"})
        BOOST_TEST(!Decimal::parse(text), text);
}

BOOST_AUTO_TEST_CASE(what_leaves_the_range_is_nothing) {
    const auto large = *Decimal::of(90'000'000'000'000);
    BOOST_TEST(!Decimal::of(90'000'000'000'001));
    BOOST_TEST(!Decimal::of(INT64_MIN));
    BOOST_TEST(!large.plus(*Decimal::parse("0.0001")));
    BOOST_TEST(!large.negated().minus(*Decimal::parse("0.0001")));
    BOOST_TEST(!large.times(*Decimal::of(2)));
    BOOST_TEST(!large.divided_by(*Decimal::parse("0.5")));
    BOOST_TEST(!large.divided_by(Decimal()));
    BOOST_TEST((large.plus(Decimal()) == large));
}

BOOST_AUTO_TEST_CASE(arithmetic_is_exact_and_rounds_half_away_from_zero) {
    Numbers numbers;
    BOOST_TEST_MESSAGE("seed " << numbers.seed);
    for (int round = 0; round < 20'000; ++round) {
        const int64_t left = numbers.units(), right = numbers.units();
        const auto a = Decimal::parse(text_of(left)), b = Decimal::parse(text_of(right));
        if (!a || !b) continue;
        BOOST_REQUIRE_EQUAL(static_cast<int64_t>(units_of(a->to_string())), left);
        if (const auto sum = a->plus(*b)) BOOST_REQUIRE(units_of(sum->to_string()) == Wide(left) + right);
        if (const auto rest = a->minus(*b)) BOOST_REQUIRE(units_of(rest->to_string()) == Wide(left) - right);
        if (const auto product = a->times(*b))
            BOOST_REQUIRE_MESSAGE(is_rounded(Wide(left) * right, 10'000, units_of(product->to_string())),
                                  numbers.seed << ": " << left << " * " << right);
        if (const auto share = a->divided_by(*b))
            BOOST_REQUIRE_MESSAGE(is_rounded(Wide(left) * 10'000, right, units_of(share->to_string())),
                                  numbers.seed << ": " << left << " / " << right);
        BOOST_REQUIRE_EQUAL(*a < *b, left < right);
    }
}

BOOST_AUTO_TEST_CASE(rounding_keeps_the_nearest_with_so_many_places) {
    Numbers numbers;
    BOOST_TEST_MESSAGE("seed " << numbers.seed);
    static constexpr int64_t steps[] = {10'000, 1'000, 100, 10, 1};
    for (int round = 0; round < 5'000; ++round) {
        const int64_t units = numbers.units();
        const auto value = Decimal::parse(text_of(units));
        if (!value) continue;
        for (int places = 0; places <= 4; ++places) {
            const Wide rounded = units_of(value->rounded(places).to_string());
            BOOST_REQUIRE(rounded % steps[places] == 0);
            BOOST_REQUIRE_MESSAGE(is_rounded(units, steps[places], rounded / steps[places]),
                                  numbers.seed << ": " << units << " to " << places);
        }
    }
    BOOST_TEST(Decimal::parse("2.5")->rounded(0).to_string() == "3");
    BOOST_TEST(Decimal::parse("-2.5")->rounded(0).to_string() == "-3");
    BOOST_TEST(Decimal::parse("2.345")->rounded(2).to_string() == "2.35");
}

BOOST_AUTO_TEST_SUITE_END()
