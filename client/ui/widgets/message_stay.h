#pragma once
#include <chrono>

#include "client/desk/text.h"

namespace yc::client::ui {

/// How long a message stays by itself; zero = until it is dismissed. Pure. Success and hints go by
/// themselves; a warning, an error and whatever offers something to press wait for the person.
[[nodiscard]] constexpr std::chrono::milliseconds stay_of(desk::Tone tone, bool has_actions) {
    const bool fleeting = !has_actions && (tone == desk::Tone::good || tone == desk::Tone::plain);
    return std::chrono::seconds(fleeting ? 6 : 0);
}

}  // namespace yc::client::ui
