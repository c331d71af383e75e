#pragma once
#include <random>
#include <string>

#include "core/domain/case_event.h"

namespace yc::tests {

/// Values of all shapes, for property tests: text with rare characters, empty members, every enumerator.
using Random = std::mt19937;

[[nodiscard]] inline int random_int(Random& random, int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
}
[[nodiscard]] inline bool coin(Random& random) {
    return random_int(random, 0, 1) == 1;
}

/// One of the enumerators.
template <class E>
[[nodiscard]] E random_enum(Random& random) {
    const auto names = names_of(E{});
    return names[static_cast<size_t>(random_int(random, 0, static_cast<int>(names.size()) - 1))].value;
}

[[nodiscard]] std::string random_text(Random& random);
[[nodiscard]] domain::Party random_party(Random& random);
/// An event with any members set; it need not make sense.
[[nodiscard]] domain::CaseEvent random_event(Random& random);

}  // namespace yc::tests
