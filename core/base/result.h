#pragma once
#include <map>
#include <string>
#include <utility>
#include <variant>

namespace yc::base {

/// Why something expected to fail sometimes did fail. Never shown to a person as it is: the sentence comes
/// from localization, by `code` and `args`; `detail` is for the developer and the log and holds no personal
/// data.
struct Error {
    std::string code;    ///< dotted and stable, e.g. "case.not_allowed"; localization has "error.<code>"
    std::string detail;  ///< for developers
    std::map<std::string, std::string> args;  ///< values for the placeholders of the sentence

    friend bool operator==(const Error&, const Error&) = default;
};

/// The one way an Error is made; a test finds these calls and checks that every code has its sentences.
[[nodiscard]] inline Error fail(std::string code, std::string detail = {},
                                std::map<std::string, std::string> args = {}) {
    return {std::move(code), std::move(detail), std::move(args)};
}

/// A value or the Error that stood in its way. Reading the wrong one is a bug and throws
/// std::bad_variant_access.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    [[nodiscard]] const Error& error() const { return std::get<1>(state_); }
    [[nodiscard]] T value_or(T other) const& { return ok() ? value() : std::move(other); }

  private:
    std::variant<T, Error> state_;
};

struct Done {};

/// Success without a value.
template <>
class [[nodiscard]] Result<void> : public Result<Done> {
  public:
    using Result<Done>::Result;
    Result() : Result<Done>(Done{}) {}
};

}  // namespace yc::base

#define YC_CONCAT_(a, b) a##b
#define YC_CONCAT(a, b) YC_CONCAT_(a, b)
/// YC_TRY(auto x, f()): declares x from f()'s value, or returns its error from the enclosing function.
#define YC_TRY(declaration, expression)                                                   \
    auto YC_CONCAT(yc_result_, __LINE__) = (expression);                                  \
    if (!YC_CONCAT(yc_result_, __LINE__)) return YC_CONCAT(yc_result_, __LINE__).error(); \
    declaration = *std::move(YC_CONCAT(yc_result_, __LINE__))
/// YC_CHECK(f()): returns f()'s error from the enclosing function, or goes on.
#define YC_CHECK(expression) YC_CHECK_(expression, YC_CONCAT(yc_result_, __COUNTER__))
#define YC_CHECK_(expression, result)                                   \
    do {                                                                \
        if (auto result = (expression); !result) return result.error(); \
    } while (false)
