#pragma once
#include <optional>
#include <string_view>

namespace yc::base {

/// An enumerator and its stable name, as written on the wire and in stores.
template <class E>
struct EnumName {
    E value;
    std::string_view name;
};

/// Every enum that leaves the program declares beside itself `constexpr auto names_of(E)`, an array of
/// EnumName with each enumerator once; these two find it by argument-dependent lookup.
template <class E>
[[nodiscard]] constexpr std::string_view to_name(E value) {
    for (const auto& entry : names_of(E{}))
        if (entry.value == value) return entry.name;
    return {};
}

template <class E>
[[nodiscard]] constexpr std::optional<E> from_name(std::string_view name) {
    for (const auto& entry : names_of(E{}))
        if (entry.name == name) return entry.value;
    return std::nullopt;
}

}  // namespace yc::base
