#pragma once
#include <map>
#include <string>

namespace yc::domain {

/// How page images stand: SHA-256 of a page → clockwise degrees (90, 180 or 270) by which it is turned to be
/// read. A page that is not named stands upright. The image itself stays as it was scanned.
using PageTurns = std::map<std::string, int>;

/// Clockwise degrees at which a page is shown and printed.
[[nodiscard]] inline int turn_of(const PageTurns& turns, const std::string& sha256) {
    const auto found = turns.find(sha256);
    return found == turns.end() ? 0 : found->second;
}

/// A turn that means something: a quarter, a half or three quarters.
[[nodiscard]] constexpr bool is_turn(int degrees) {
    return degrees == 90 || degrees == 180 || degrees == 270;
}

}  // namespace yc::domain
