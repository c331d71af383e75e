#include "forms/expression_functions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/utf8.h"
#include "core/domain/identity_number.h"

namespace yc::forms {

namespace {

using base::Date;
using base::Decimal;
using Values = std::span<const Value>;

template <class T>
const T* as(const Value& value) {
    return std::get_if<T>(&value);
}

Value number(int64_t whole) {
    const auto value = Decimal::of(whole);
    return value ? Value(*value) : Value();
}

Value filled(Values values, const Scope&) {
    return !is_empty(values[0]);
}
Value empty_one(Values values, const Scope&) {
    return is_empty(values[0]);
}

Value age(Values values, const Scope& scope) {
    const auto* born = as<Date>(values[0]);
    if (!born || *born > scope.today) return {};
    return number(domain::age_on(*born, scope.today));
}

Value today(Values, const Scope& scope) {
    return scope.today;
}

Value days(Values values, const Scope&) {
    const auto *from = as<Date>(values[0]), *to = as<Date>(values[1]);
    return from && to ? number(base::days_between(*from, *to)) : Value();
}

Value year(Values values, const Scope&) {
    const auto* day = as<Date>(values[0]);
    return day ? number(static_cast<int>(day->year())) : Value();
}

Value length(Values values, const Scope&) {
    const auto* text = as<std::string>(values[0]);
    return number(text ? static_cast<int64_t>(base::length_utf8(*text)) : 0);
}

/// A number of places is anything up to four; a value that is no number stays out.
Value round_to(Values values, const Scope&) {
    const auto *value = as<Decimal>(values[0]), *places = as<Decimal>(values[1]);
    if (!value || !places) return {};
    for (int count = 0; count <= 4; ++count)
        if (*places == *Decimal::of(count)) return value->rounded(count);
    return {};
}

Value either(Values values, const Scope&) {
    return is_true(values[0]) ? values[1] : values[2];
}

Value is_in(Values values, const Scope&) {
    return !is_empty(values[0]) && std::find(values.begin() + 1, values.end(), values[0]) != values.end();
}

std::optional<domain::Identity> identity_of(const Value& value, const Scope& scope) {
    const auto* text = as<std::string>(value);
    if (!text) return std::nullopt;
    const auto identity = domain::parse_identity(*text, scope.today);
    return identity ? std::optional(*identity) : std::nullopt;
}

Value birth_date(Values values, const Scope& scope) {
    const auto identity = identity_of(values[0], scope);
    return identity && identity->birth ? Value(*identity->birth) : Value();
}

Value sex(Values values, const Scope& scope) {
    const auto identity = identity_of(values[0], scope);
    if (!identity || identity->sex == domain::Sex::unknown) return {};
    return std::string(base::to_name(identity->sex));
}

Value answer(Values values, const Scope& scope) {
    const auto* question = as<std::string>(values[0]);
    const auto found = question ? scope.answers.find(*question) : scope.answers.end();
    return found == scope.answers.end() ? Value() : Value(found->second);
}

Value count(const std::string& table, const Scope& scope) {
    return number(static_cast<int64_t>(scope.rows(table)));
}

/// The numbers of a column that are filled in.
std::vector<Decimal> numbers_of(const std::string& column, const Scope& scope) {
    std::vector<Decimal> numbers;
    for (const auto& value : scope.column(column))
        if (const auto* one = as<Decimal>(value)) numbers.push_back(*one);
    return numbers;
}

Value sum(const std::string& column, const Scope& scope) {
    std::optional<Decimal> total = Decimal();
    for (const auto one : numbers_of(column, scope)) {
        total = total->plus(one);
        if (!total) return {};
    }
    return *total;
}

Value most_of(const std::string& column, const Scope& scope) {
    const auto numbers = numbers_of(column, scope);
    return numbers.empty() ? Value() : Value(*std::max_element(numbers.begin(), numbers.end()));
}

Value least_of(const std::string& column, const Scope& scope) {
    const auto numbers = numbers_of(column, scope);
    return numbers.empty() ? Value() : Value(*std::min_element(numbers.begin(), numbers.end()));
}

constexpr size_t many = 40;  // arguments of in()
using enum NameUse;
constexpr auto functions = std::to_array<ExpressionFunction>({
    {"age", 1, 1, value, age},
    {"answer", 1, 1, value, answer},
    {"birth_date", 1, 1, value, birth_date},
    {"count", 1, 1, rows, nullptr, count},
    {"days", 2, 2, value, days},
    {"empty", 1, 1, value, empty_one},
    {"filled", 1, 1, value, filled},
    {"if", 3, 3, value, either},
    {"in", 2, many, value, is_in},
    {"length", 1, 1, value, length},
    {"max", 1, 1, column, nullptr, most_of},
    {"min", 1, 1, column, nullptr, least_of},
    {"round", 2, 2, value, round_to},
    {"sex", 1, 1, value, sex},
    {"sum", 1, 1, column, nullptr, sum},
    {"today", 0, 0, value, today},
    {"year", 1, 1, value, year},
});

}  // namespace

const ExpressionFunction* expression_function(std::string_view name) {
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const auto& function) { return function.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

}  // namespace yc::forms
