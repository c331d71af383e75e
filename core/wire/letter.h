#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace yc::wire {

/// A letter between a computer and its hub that strangers may carry on whatever they have at hand. It is
/// sealed (XChaCha20-Poly1305) under a key that only the two of them have, so whoever carries it can neither
/// read it nor change it nor write one; it names its computer in the open. docs/protocol.md §8.
enum class LetterTo { hub, computer };

/// The key of a computer's letters, 32 bytes, from the hub's key for it (wire::Session::device_key). Nothing
/// about that key can be learnt from it. Errors: text.not_hex.
[[nodiscard]] base::Result<std::string> letter_key(std::string_view device_key);

/// `device`: at most 64 characters.
[[nodiscard]] std::string seal_letter(std::string_view key, LetterTo to, std::string_view device,
                                      std::string_view plain);
/// The computer a letter is from or to; nothing is checked yet. Errors: letter.not_a_letter.
[[nodiscard]] base::Result<std::string> device_of_letter(std::string_view letter);
/// Errors: letter.not_a_letter, letter.not_authentic (of another computer, the other way round, or changed).
[[nodiscard]] base::Result<std::string> open_letter(std::string_view key, LetterTo to,
                                                    std::string_view letter);

}  // namespace yc::wire
